package org.mingfa.server.cases;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.store.HeadStore;
import org.mingfa.server.record.CaseKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Reads the cases that are linked with one; one that cannot be read is told in the log and left out, so that it holds up no other. */
@Component
class LinkedCases {

    private static final Logger LOG = LoggerFactory.getLogger(LinkedCases.class);

    private final CaseFiles files;
    private final HeadStore heads;
    private final Transactions transactions;

    LinkedCases(CaseFiles files, HeadStore heads, Transactions transactions) {
        this.files = files;
        this.heads = heads;
        this.transactions = transactions;
    }

    /** Those of these that the caller may see and that can be read, in the order given. */
    List<OpenCase> read(List<CaseKey> ids) {
        return ids.isEmpty() ? List.of() : transactions.read(() -> {
            List<EnforcementCase> found = heads.all(ids);
            return ids.stream().flatMap(id -> found.stream().filter(h -> h.id().equals(id))).flatMap(h -> guarded(h.id(), () -> files.standing(h)).stream()).toList();
        });
    }

    private static <T> Optional<T> guarded(CaseKey id, Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("what follows from the linked case {} is left out: it cannot be read", id, e);
            return Optional.empty();
        }
    }
}
