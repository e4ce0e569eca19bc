package org.mingfa.server.registry.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.sheet.Columns;
import org.mingfa.server.sheet.Faults;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom a row means: by certificate number, or by body and name where only one has it. Read once for a whole table. */
final class KnownPeople {

    record Person(long id, String name, long agency) {}

    /** The columns of a table that name a person; {@code number} null where it has none for certificates. */
    record Named(String name, @Nullable String number) {}

    private final Map<String, List<Person>> people = new HashMap<>();

    /** @param reach regions whose people the caller sees */
    KnownPeople(JdbcClient jdbc, List<Integer> reach) {
        Integer[] mine = reach.toArray(Integer[]::new);
        jdbc.sql("select p.id, p.name, p.agency_id as agency from person p join agency a on a.id = p.agency_id where a.region_id = any (?)").param(mine).query(Person.class)
                .list().forEach(p -> people.computeIfAbsent(p.agency + " " + p.name, k -> new ArrayList<>()).add(p));
        jdbc.sql("""
                        select distinct c.number, p.id, p.name, p.agency_id from certificate c join person p on p.id = c.person_id
                        join agency a on a.id = p.agency_id where a.region_id = any (?)""").param(mine)
                .query(rs -> { people.put(rs.getString(1), List.of(new Person(rs.getLong(2), rs.getString(3), rs.getLong(4)))); });
    }

    Stream<Long> ids() {
        return people.values().stream().flatMap(List::stream).map(Person::id).distinct();
    }

    /** The person of a row, or null and a fault. */
    @Nullable Person of(Columns.Record r, Places.Body body, Named columns, Faults faults) {
        String name = r.text(columns.name);
        String number = columns.number == null ? "" : r.text(columns.number);
        List<Person> found = people.getOrDefault(number.isEmpty() ? body.id() + " " + name : number, List.of());
        if (found.size() > 1) {
            faults.add(r.row(), columns.number == null ? columns.name : columns.number, "", "本单位有 " + found.size() + " 名同名人员",
                    columns.number == null ? "请在页面上逐人登记" : "请填写证件编号");
            return null;
        }
        if (found.isEmpty() || !found.getFirst().name.equals(name) || found.getFirst().agency != body.id()) {
            faults.add(r.row(), number.isEmpty() ? columns.name : columns.number, number.isEmpty() ? name : number, "登记册中没有此人，或者证号、姓名、单位不相符", "请核对三项内容");
            return null;
        }
        return found.getFirst();
    }
}
