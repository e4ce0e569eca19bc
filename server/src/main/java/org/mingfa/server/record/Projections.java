package org.mingfa.server.record;

import java.util.List;
import org.mingfa.server.record.sealing.MasterKey;
import org.mingfa.server.record.sealing.PartyKeys;
import org.mingfa.server.record.store.EntryStore;
import org.mingfa.server.record.store.EntryStore.Followed;
import org.mingfa.server.record.store.EntryStore.Position;
import org.mingfa.server.record.store.PositionStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries every {@link Projection} along the record. On several nodes, one at a time works at each. */
@Component
public class Projections {

    /** Entries that a projection is behind are counted up to here. */
    public static final int COUNTED = 10_000;

    private static final int BATCH = 500;

    private final List<Projection> all;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final EntryStore entries;
    private final PositionStore positions;
    private final RecordReader reader;

    Projections(
            ObjectProvider<Projection> all,
            @Qualifier("projectionJdbc") JdbcClient jdbc,
            @Qualifier("projectionTransaction") TransactionTemplate transaction,
            MasterKey master) {
        this.all = all.orderedStream().toList();
        this.jdbc = jdbc;
        this.transaction = transaction;
        entries = new EntryStore(jdbc);
        positions = new PositionStore(jdbc);
        reader = new RecordReader(new PartyKeys(jdbc, master));
    }

    public List<Projection> all() {
        return all;
    }

    /** How far a projection is behind the record. @param entries that it has not applied, counted up to {@link #COUNTED} @param seconds age of the oldest of them */
    public record Lag(long entries, double seconds) {}

    public Lag lag(Projection projection) {
        EntryStore.Behind behind = entries.behind(positions.find(projection.name()), COUNTED);
        return new Lag(behind.entries(), behind.seconds());
    }

    /** Applies the next entries to a projection. @return whether there may be more */
    public boolean step(Projection projection) {
        positions.begin(projection.name());
        return Boolean.TRUE.equals(transaction.execute(status -> positions.lock(projection.name()).map(position -> advance(projection, position)).orElse(false)));
    }

    /** Applies all entries that can be followed now to every projection. */
    public void catchUp() {
        all.forEach(this::catchUp);
    }

    /** Empties a projection and applies the whole record to it again. */
    public void rebuild(Projection projection) {
        positions.begin(projection.name());
        transaction.executeWithoutResult(status -> {
            positions.await(projection.name());
            projection.clear(jdbc);
            positions.move(projection.name(), Position.START);
        });
        catchUp(projection);
    }

    private void catchUp(Projection projection) {
        while (step(projection)) {
            continue;
        }
    }

    private boolean advance(Projection projection, Position position) {
        List<Followed> next = entries.follow(position, BATCH);
        if (next.isEmpty()) {
            return false;
        }
        projection.apply(jdbc, next.stream().map(followed -> reader.entry(followed.row())).toList());
        positions.move(projection.name(), next.getLast().position());
        return next.size() == BATCH;
    }
}
