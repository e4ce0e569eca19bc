package org.mingfa.server.record;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.mingfa.server.record.store.EntryStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks that the record is as it was written: every hash of every entry, no entry missing within a case or at its end,
 * the columns as the bytes. It reads one snapshot as {@code mingfa_projection}, all agencies' cases, while acts go on.
 * What it cannot see is a whole chain written anew together with the row of its case: keep the last hashes elsewhere.
 */
@Component
public class RecordCheck {

    private final List<Ends> ends;
    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    @Autowired
    RecordCheck(
            ObjectProvider<Ends> ends, @Qualifier("projectionJdbc") JdbcClient jdbc,
            @Qualifier("projectionTransaction") TransactionTemplate transaction) {
        this(ends.orderedStream().toList(), jdbc, transaction.getTransactionManager());
    }

    /** For a program beside the server. @param projection connections of {@code mingfa_projection} */
    public RecordCheck(DataSource projection, List<Ends> ends) {
        this(ends, JdbcClient.create(projection), new JdbcTransactionManager(projection));
    }

    private RecordCheck(List<Ends> ends, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.ends = ends;
        this.jdbc = jdbc;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** A case that does not fit, from which entry on, and why. */
    public record Broken(CaseKey key, long seq, String reason) {}

    /**
     * What was found.
     *
     * @param broken how many cases do not fit
     * @param first the first of them, at most {@value RecordWalk#NAMED}
     */
    public record Report(long cases, long entries, long broken, List<Broken> first) {}

    /** Checks every case. @param progress is told the number of entries after each page */
    public Report all(LongConsumer progress) {
        return snapshot.execute(status -> new RecordWalk(new EntryStore(jdbc), known()).all(progress));
    }

    /** Checks one case; a report on no case where there is none. */
    public Report one(CaseKey key) {
        return snapshot.execute(status -> new RecordWalk(new EntryStore(jdbc), known()).one(key));
    }

    /** The ends that the rows of cases say, in pages. */
    private RecordWalk.Known known() {
        return (after, limit) -> ends.isEmpty() ? Optional.empty() : Optional.of(ends.getFirst().after(jdbc, after, limit));
    }
}
