package org.mingfa.server.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.mingfa.server.access.Scope;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.store.AgencyKeys;
import org.mingfa.server.cases.store.HeadStore;
import org.mingfa.server.cases.store.Projection;
import org.mingfa.server.cases.store.RowStore;
import org.mingfa.server.cases.store.Rows;
import org.mingfa.server.cases.store.ToProject;
import org.mingfa.server.catalogue.CalendarAnnounced;
import org.mingfa.server.record.CaseKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Projects cases anew from their records: when a year's holidays are announced, when a day has come on which something
 * happens by law, or on request. A case that someone is acting in meanwhile is left to them: their act projects it.
 */
@Component
public class Rebuilding {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);
    private static final int BATCH = 200;
    private static final Duration AGAIN = Duration.ofHours(1);

    private final AgencyKeys agencies;
    private final HeadStore heads;
    private final RowStore rows;
    private final LinkedSteps steps;
    private final ToProject waiting;
    private final CaseFiles files;
    private final Transactions transactions;
    private final Clock clock;

    Rebuilding(
            AgencyKeys agencies, HeadStore heads, RowStore rows, LinkedSteps steps, ToProject waiting, CaseFiles files, Transactions transactions, Clock clock) {
        this.agencies = agencies;
        this.heads = heads;
        this.rows = rows;
        this.steps = steps;
        this.waiting = waiting;
        this.files = files;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Every hour: cases in which a period has run out since they were projected. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    public void day() {
        LocalDate today = LocalDate.now(clock);
        int done = 0;
        for (AgencyKeys.Key a : agencies.all()) {
            for (List<CaseKey> due = stale(a, today); !due.isEmpty(); due = due.size() < BATCH ? List.of() : stale(a, today)) {
                due.forEach(id -> one(a, id));
                done += due.size();
            }
        }
        if (done > 0) {
            LOG.info("projected {} cases anew for the day", done);
        }
    }

    private List<CaseKey> stale(AgencyKeys.Key a, LocalDate today) {
        return scope(a).call(() -> transactions.read(() -> heads.stale(a.region(), a.agency(), today, BATCH)));
    }

    /** One that cannot be projected is told in the log, is tried again in an hour and does not hold up the others. */
    private void taken(AgencyKeys.Key a, ToProject.Waiting one) {
        try {
            boolean done = one.whole() ? rebuild(one.id()) : transactions.write(() -> steps.project(one.id()));
            if (!done && transactions.read(() -> heads.find(one.id())).isEmpty()) {
                transactions.write(() -> {
                    waiting.take(a.agency(), one.id());
                    return null;
                });
            }
        } catch (RuntimeException e) {
            LOG.error("case {} cannot be projected anew", one.id(), e);
            transactions.write(() -> {
                waiting.later(a.agency(), one.id(), AGAIN);
                return null;
            });
        }
    }

    /**
     * Cases that were there before a kind of row was, and those in which something may follow from an act in one of many
     * linked: some hundred of each agency at a time, until none waits.
     */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    public void waiting() {
        agencies.all().forEach(this::some);
    }

    private int some(AgencyKeys.Key a) {
        return scope(a).call(() -> {
            List<ToProject.Waiting> found = transactions.read(() -> waiting.waiting(a.region(), a.agency(), BATCH));
            found.forEach(one -> taken(a, one));
            return found.size();
        });
    }

    /** Notes all running cases, because due dates may have moved, and goes through them beside the announcement's answer. */
    @EventListener
    public void announced(CalendarAnnounced event) {
        int noted = agencies.all().stream().mapToInt(a -> scope(a).call(() -> transactions.write(() -> waiting.noteRunning(a.region(), a.agency())))).sum();
        LOG.info("{} running cases are to be projected anew under the calendar of {}", noted, event.year());
        Thread.ofPlatform().daemon().name("calendar-" + event.year()).start(this::allWaiting);
    }

    private void allWaiting() {
        for (AgencyKeys.Key a : agencies.all()) {
            while (some(a) == BATCH) {
                LOG.debug("agency {} has more cases to project", a.agency());
            }
        }
    }

    private void one(AgencyKeys.Key a, CaseKey id) {
        scope(a).run(() -> rebuild(id));
    }

    private static Scope scope(AgencyKeys.Key a) {
        return Scope.of(List.of(a.agency()), List.of(a.region()));
    }

    /** Reads a case from its record and writes all its rows; false where it moved on meanwhile. */
    public boolean rebuild(CaseKey id) {
        files.forget(id);
        return transactions.write(() -> heads.find(id).map(head -> {
            OpenCase open = files.read(head);
            Rows anew = Projection.rows(open.file(), head, LocalDate.now(clock));
            boolean written = rows.update(null, anew, head.seq());
            if (written) {
                steps.project(id);
            }
            return written;
        }).orElse(false));
    }
}
