package org.mingfa.server.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntSupplier;
import org.mingfa.server.access.Scope;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.store.AgencyKeys;
import org.mingfa.server.cases.store.NoticeStore;
import org.mingfa.server.registry.RegisterParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Writes notices of duties whose period runs out (提醒), agency by agency, and takes away what counts no more. */
@Component
class Noticing {

    private static final Logger LOG = LoggerFactory.getLogger(Noticing.class);
    private static final int BATCH = 500;

    private final AgencyKeys agencies;
    private final NoticeStore notices;
    private final RegisterParameters parameters;
    private final Transactions transactions;
    private final Clock clock;

    Noticing(AgencyKeys agencies, NoticeStore notices, RegisterParameters parameters, Transactions transactions, Clock clock) {
        this.agencies = agencies;
        this.notices = notices;
        this.parameters = parameters;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Every ten minutes: what became due to be told, and what new acts brought. */
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT10M")
    void tell() {
        LocalDate today = LocalDate.now(clock);
        each(a -> tell(a, today));
    }

    /** At night: of duties that are done, moved or on another desk. */
    @Scheduled(cron = "0 40 2 * * *", zone = "${mingfa.zone}")
    void forget() {
        each(a -> inScope(a, () -> notices.forget(a, BATCH)));
    }

    /** One agency's, as of a day. */
    void tell(AgencyKeys.Key a, LocalDate today) {
        NoticeStore.Shares shares = new NoticeStore.Shares(parameters.value("notice.first-share", today), parameters.value("notice.second-share", today));
        inScope(a, () -> notices.tell(a, today, shares, clock.instant(), BATCH));
    }

    private void each(java.util.function.Consumer<AgencyKeys.Key> work) {
        for (AgencyKeys.Key a : agencies.all()) {
            try {
                work.accept(a);
            } catch (RuntimeException e) {
                LOG.error("notices of agency {} cannot be written; tried again with the next round", a.agency(), e);
            }
        }
    }

    /** A batch a transaction, until one is not full. */
    private void inScope(AgencyKeys.Key a, IntSupplier batch) {
        Scope.of(List.of(a.agency()), List.of(a.region())).run(() -> {
            while (transactions.write(batch::getAsInt) == BATCH) {
                LOG.debug("agency {} has more notices", a.agency());
            }
        });
    }
}
