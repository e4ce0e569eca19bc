package org.mingfa.server.record.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.mingfa.server.record.store.EntryStore.Position;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code projection_position}. */
public final class PositionStore {

    private final JdbcClient jdbc;

    public PositionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes sure that there is a row to lock. */
    public void begin(String name) {
        boolean missing = jdbc.sql("select 1 from projection_position where name = ?").param(name).query(Integer.class).optional().isEmpty();
        if (missing) {
            jdbc.sql("insert into projection_position (name, tx, position) values (?, '0', 0) on conflict (name) do nothing").param(name).update();
        }
    }

    /** The position as it is committed; the start where there is none. */
    public Position find(String name) {
        return jdbc.sql("select tx::text, position from projection_position where name = ?")
                .param(name).query(PositionStore::position).optional().orElse(Position.START);
    }

    /** The position, held until the transaction ends; empty while another node holds it. */
    public Optional<Position> lock(String name) {
        return jdbc.sql("select tx::text, position from projection_position where name = ? for update skip locked")
                .param(name).query(PositionStore::position).optional();
    }

    /** The position, held until the transaction ends, as soon as no other holds it. */
    public Position await(String name) {
        return jdbc.sql("select tx::text, position from projection_position where name = ? for update")
                .param(name).query(PositionStore::position).single();
    }

    public void move(String name, Position to) {
        jdbc.sql("update projection_position set tx = cast(? as text)::xid8, position = ?, updated_at = now() where name = ?")
                .params(Long.toString(to.tx()), to.number(), name).update();
    }

    private static Position position(ResultSet row, int n) throws SQLException {
        return new Position(Long.parseLong(row.getString(1)), row.getLong(2));
    }
}
