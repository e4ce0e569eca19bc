package org.mingfa.server.cases;

import org.mingfa.server.record.CaseKey;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.CaseInfo;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.access.Scope;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.cases.store.HeadStore;
import org.mingfa.server.cases.store.Projection;
import org.mingfa.server.cases.store.Erased;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.RecordStore;
import org.mingfa.server.record.StoredEntry;
import org.springframework.stereotype.Component;

/**
 * Case files, read from the record and kept in memory: a bounded number, each with the sequence number, the day, the
 * calendar and the law that it was read under. The database says whether one is still current; a stale one is read again.
 */
@Component
public class CaseFiles {

    /** Entries of all the cases in memory, so that long cases take no more room than short ones. */
    private static final int HELD = 10_000;

    private record Held(OpenCase open, LocalDate day, String calendar, String law) {
        int weight() {
            return open.file().record().size();
        }
    }

    private final HeadStore heads;
    private final RecordStore record;
    private final CurrentLaw law;
    private final Transitions transitions;
    private final Transactions transactions;
    private final Clock clock;
    private final Cache<CaseKey, Held> cache =
            Caffeine.newBuilder().maximumWeight(HELD).weigher((CaseKey id, Held held) -> held.weight()).build();

    CaseFiles(HeadStore heads, RecordStore record, CurrentLaw law, Transitions transitions, Transactions transactions, Clock clock) {
        this.heads = heads;
        this.record = record;
        this.law = law;
        this.transitions = transitions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The case as it stands now; a case that does not exist, or not for this caller, is not found. */
    public OpenCase current(CaseKey id) {
        return transactions.read(() -> {
            EnforcementCase head = heads.find(id).orElseThrow(() -> Refused.notFound("没有这个案件，或者不在您的管辖范围之内"));
            return standing(head);
        });
    }

    /** The case of a head just read; opens no transaction of its own, so that what it throws undoes none. */
    OpenCase standing(EnforcementCase head) {
        return held(head.id(), head.seq()).orElseGet(() -> read(head));
    }

    /** The case at a sequence number if it is held in memory and in the caller's scope; whether it is current, the database says. */
    public Optional<OpenCase> held(CaseKey id, long seq) {
        Held held = cache.getIfPresent(id);
        return held != null && held.open().seq() == seq && held.day().equals(today())
                        && held.calendar().equals(law.calendar().digest()) && held.law().equals(law.digest()) && inScope(held.open().head())
                ? Optional.of(held.open())
                : Optional.empty();
    }

    private static boolean inScope(EnforcementCase head) {
        return Scope.current().filter(s -> s.agencies().contains(head.agency()) && s.regions().contains(head.id().region()))
                .isPresent();
    }

    /** Reads a case from its record alone, whatever its rows say. */
    public OpenCase read(EnforcementCase head) {
        List<StoredEntry> stored = record.entries(head.id());
        List<Entry> entries = stored.stream().map(StoredEntry::entry).map(Erased::shown).toList();
        CaseFile file = waiting(head, CaseFile.of(procedure(head), info(head), law.calendar(), entries, a -> transitions.version(head, a)));
        return keep(new OpenCase(Projection.rows(file, head, today()).head(), file, stored.getLast().sm3(), null));
    }

    /** A case without entries under this version. */
    CaseFile empty(EnforcementCase head, Procedure procedure) {
        return CaseFile.of(procedure, info(head), law.calendar(), List.of(), a -> transitions.version(head, a));
    }

    /** The file, going over to a later version with its next act where one asks for it. */
    CaseFile waiting(EnforcementCase head, CaseFile file) {
        return transitions.waiting(head, file);
    }

    /** Remembers a case as just committed. */
    OpenCase keep(OpenCase open) {
        cache.put(open.id(), new Held(open, today(), law.calendar().digest(), law.digest()));
        return open;
    }

    void forget(CaseKey id) {
        cache.invalidate(id);
    }

    Procedure procedure(EnforcementCase head) {
        return law.procedure(head.law(), head.procedure(), head.field(), head.region(), head.filedOn());
    }

    static CaseInfo info(EnforcementCase head) {
        return new CaseInfo(head.id().toString(), Long.toString(head.agency()), head.field(), head.region(), head.attributes());
    }

    /** Digest of the calendar in force now. */
    String calendar() {
        return law.calendar().digest();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
