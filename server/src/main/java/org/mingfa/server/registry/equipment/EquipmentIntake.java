package org.mingfa.server.registry.equipment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.equipment.PieceStore.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Many pieces at once, checked already, in the transaction of whoever calls; and what a table asks to be checked. */
@Component
public class EquipmentIntake {

    /** @param state 1 faulty, 2 lost, 3 retired; else in order */
    public record Row(
            long agency, String kind, String number, String model, LocalDate acquiredOn, String note, @Nullable Long holder, @Nullable Long unit,
            @Nullable LocalDate from, int state) {}

    private static final List<String> AFTER = List.of("fault", "lose", "retire");

    private final PieceStore store;
    private final JdbcClient jdbc;
    private final RegisterParameters parameters;

    EquipmentIntake(PieceStore store, JdbcClient jdbc, RegisterParameters parameters) {
        this.store = store;
        this.jdbc = jdbc;
        this.parameters = parameters;
    }

    public void addAll(List<Row> rows) {
        long by = Caller.current().id();
        for (Row r : rows) {
            long id = store.add(new PieceStore.New(r.agency, r.kind, r.number, r.model, r.acquiredOn, r.note), by).orElseThrow();
            if (r.from != null) {
                store.enter(id, new Entry("assign", r.from, null, r.holder, r.unit, "", "导入"), by);
            }
            if (r.state > 0) {
                store.enter(id, new Entry(AFTER.get(r.state - 1), parameters.today(), null, r.holder, r.unit, "", "导入"), by);
            }
        }
    }

    /** The numbers of a body, each with its kind before it. */
    public Set<String> numbers(long agency) {
        return new HashSet<>(jdbc.sql("select kind || ' ' || number from equipment where agency_id = ?").param(agency).query(String.class).list());
    }

    /** The units of a body by name. */
    public Map<String, Long> units(long agency) {
        Map<String, Long> out = new HashMap<>();
        jdbc.sql("select name, id from unit where agency_id = ? order by id desc").param(agency).query(rs -> { out.put(rs.getString(1), rs.getLong(2)); });
        return out;
    }

    public boolean at(long person, long agency, LocalDate day) {
        return store.at(person, agency, day);
    }
}
