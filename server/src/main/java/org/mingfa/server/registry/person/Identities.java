package org.mingfa.server.registry.person;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.record.SealedValues;
import org.mingfa.server.registry.NewPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** ID numbers and phones of people: sealed, found by a keyed hash, and every look at them is recorded. */
@Repository
public class Identities {

    private static final String ID = "person id number";
    private static final String PHONE = "person phone";

    private final JdbcClient jdbc;
    private final SealedValues values;

    Identities(JdbcClient jdbc, SealedValues values) {
        this.jdbc = jdbc;
        this.values = values;
    }

    /** In clear; null where it was never given. */
    public record Identity(@Nullable String idNumber, @Nullable String phone) {}

    void addAll(List<Long> ids, List<NewPerson> people, long by) {
        int[] with = IntStream.range(0, ids.size()).filter(i -> people.get(i).idNumber() != null || people.get(i).phone() != null).toArray();
        String[] sealed = new String[with.length];
        String[] marks = new String[with.length];
        String[] phones = new String[with.length];
        for (int i = 0; i < with.length; i++) {
            NewPerson p = people.get(with[i]);
            long id = ids.get(with[i]);
            sealed[i] = hex(p.idNumber() == null ? null : values.seal(label(ID, id), p.idNumber()));
            marks[i] = hex(p.idNumber() == null ? null : values.mark(ID, p.idNumber()));
            phones[i] = hex(p.phone() == null ? null : values.seal(label(PHONE, id), p.phone()));
        }
        jdbc.sql("""
                insert into person_identity (person_id, id_sealed, id_mark, phone_sealed, recorded_by)
                select p, decode(s, 'hex'), decode(m, 'hex'), decode(t, 'hex'), ?
                from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as text[])) as x (p, s, m, t)""")
                .param(by).param(IntStream.of(with).mapToObj(ids::get).toArray(Long[]::new)).param(sealed).param(marks).param(phones)
                .update();
    }

    void set(long person, @Nullable String idNumber, @Nullable String phone, long by) {
        jdbc.sql("insert into person_identity (person_id, id_sealed, id_mark, phone_sealed, recorded_by) values (?, ?, ?, ?, ?)")
                .params(person, idNumber == null ? null : values.seal(label(ID, person), idNumber), idNumber == null ? null : values.mark(ID, idNumber),
                        phone == null ? null : values.seal(label(PHONE, person), phone), by)
                .update();
    }

    /** Whether a phone is registered. */
    public boolean hasPhone(long person) {
        return jdbc.sql("select phone_sealed is not null from person_identity where person_id = ? order by recorded_at desc limit 1").param(person)
                .query(Boolean.class).optional().orElse(false);
    }

    /** In clear, and who looked is kept. */
    public Identity read(long person, long by, String way) {
        jdbc.sql("insert into identity_read (person_id, read_by, way) values (?, ?, ?)").params(person, by, way).update();
        return jdbc.sql("select id_sealed, phone_sealed from person_identity where person_id = ? order by recorded_at desc limit 1").param(person)
                .query((rs, n) -> opened(person, rs.getBytes(1), rs.getBytes(2))).optional().orElse(new Identity(null, null));
    }

    private Identity opened(long person, byte @Nullable [] id, byte @Nullable [] phone) {
        return new Identity(id == null ? null : values.open(label(ID, person), id), phone == null ? null : values.open(label(PHONE, person), phone));
    }

    /** Of these people, in clear, for an export. */
    public Map<Long, Identity> readAll(List<Long> people, long by) {
        Long[] ids = people.toArray(Long[]::new);
        jdbc.sql("insert into identity_read (person_id, read_by, way) select x, ?, 'export' from unnest(cast(? as bigint[])) x").param(by).param(ids).update();
        Map<Long, Identity> out = new HashMap<>();
        jdbc.sql("select distinct on (person_id) person_id, id_sealed, phone_sealed from person_identity where person_id = any (?) order by person_id, recorded_at desc")
                .param(ids).query(rs -> { out.put(rs.getLong(1), opened(rs.getLong(1), rs.getBytes(2), rs.getBytes(3))); });
        return out;
    }

    /** Which of these ID numbers are somebody's already, and whose. */
    public Map<String, Long> holders(List<String> numbers) {
        Map<String, String> byMark = new HashMap<>();
        numbers.forEach(n -> byMark.put(hex(values.mark(ID, n)), n));
        Map<String, Long> out = new HashMap<>();
        jdbc.sql("""
                select encode(i.id_mark, 'hex'), i.person_id from unnest(cast(? as text[])) m join person_identity i on i.id_mark = decode(m, 'hex')
                where not exists (select from person_identity n where n.person_id = i.person_id and n.recorded_at > i.recorded_at)""")
                .param(byMark.keySet().toArray(String[]::new))
                .query(rs -> { out.put(byMark.get(rs.getString(1)), rs.getLong(2)); });
        return out;
    }

    private static String label(String what, long person) {
        return what + " " + person;
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
