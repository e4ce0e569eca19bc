package org.mingfa.server.cases.store;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.cases.EnforcementCase;
import org.mingfa.server.cases.store.Rows.DutyRow;
import org.mingfa.server.cases.store.Rows.FineRow;
import org.mingfa.server.cases.store.Rows.LinkRow;
import org.mingfa.server.cases.store.Rows.ObjectRow;
import org.mingfa.server.cases.store.Rows.PartyRow;
import org.mingfa.server.cases.store.Rows.PersonRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a case's rows. All statements of one act go to the database together, in one round trip; a row that does not
 * change is not touched.
 */
@Repository
public class RowStore {

    private static final String UPDATE = """
            update enforcement_case set number = ?, stage = ?, lead_id = ?, filed_on = ?, party = ?, violation = ?,
                bigrams = ?, due = cast(? as jsonb), due_on = ?, refresh_on = ?, ended_on = ?, seq = ?, updated_at = ?,
                packs = coalesce(cast(? as jsonb), packs), now_law = ?, now_on = ?
            where region_id = ? and case_id = ? and seq = ?""";
    private static final String INSERT = """
            insert into enforcement_case (number, stage, lead_id, filed_on, party, violation, bigrams, due, due_on, refresh_on,
                ended_on, seq, updated_at, region_id, case_id, agency_id, procedure, title, field, region, law, packs,
                attributes, item)
            values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb),
                cast(? as jsonb), ?)""";

    private static final String LINKS = """
            case_link (region_id, case_id, agency_id, seq, field, relation, number, to_region_id, to_case_id, to_agency_id,
                on_day, recorded_at)""";

    private static final String FINES = """
            case_fine (region_id, case_id, agency_id, seq, party, field, region, table_code, conduct, grade, fine, low, high,
                departs, decided_on)""";

    private static final String PARTIES = """
            case_party (region_id, case_id, agency_id, object_id, name, code, fines, clauses, identity, known_by, spelling, name_key,
                id_mark, address_mark)""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PartyMarks marks;

    RowStore(JdbcClient jdbc, JsonMapper json, PartyMarks marks) {
        this.jdbc = jdbc;
        this.json = json;
        this.marks = marks;
    }

    /** Statements to be sent together. */
    private static final class Batch {
        private final StringBuilder sql = new StringBuilder();
        private final List<@Nullable Object> params = new ArrayList<>();

        void add(String statement, List<? extends @Nullable Object> values) {
            sql.append(sql.isEmpty() ? "" : ";\n").append(statement);
            params.addAll(values);
        }
    }

    /** Writes the rows of a new case. */
    public void insert(Rows rows) {
        EnforcementCase h = rows.head();
        Batch batch = new Batch();
        List<@Nullable Object> values = variable(rows);
        values.addAll(java.util.Arrays.asList(h.id().region(), h.id().id(), h.agency(), h.procedure(), h.title(),
                h.field(), h.region(), h.law(), json.writeValueAsString(h.packs()),
                json.writeValueAsString(h.attributes()), h.item()));
        batch.add(INSERT, values);
        sides(batch, null, rows);
        send(batch);
    }

    /**
     * Writes what changed between {@code old} and {@code rows}; old may be null: then all side rows are written anew.
     *
     * @return false where the case no longer stands at {@code expected}: nothing may be committed then
     */
    public boolean update(@Nullable Rows old, Rows rows, long expected) {
        Batch batch = new Batch();
        List<@Nullable Object> values = variable(rows);
        Rows.@Nullable Over over = rows.over();
        values.addAll(java.util.Arrays.asList(over == null ? null : json.writeValueAsString(rows.head().packs()), over == null ? null : over.law(),
                over == null ? null : over.on(), rows.head().id().region(), rows.head().id().id(), expected));
        batch.add(UPDATE, values);
        if (old == null) {
            List.of("case_duty", "case_object", "case_person", "case_link", "case_fine", "case_party").forEach(t -> batch.add(
                    "delete from " + t + " where region_id = ? and case_id = ?", key(rows.head().id())));
        }
        sides(batch, old, rows);
        return send(batch) == 1;
    }

    private int send(Batch batch) {
        return jdbc.sql(batch.sql.toString()).params(batch.params).update();
    }

    private List<@Nullable Object> variable(Rows rows) {
        EnforcementCase h = rows.head();
        EnforcementCase.@Nullable Due due = h.due();
        LocalDate dueOn = due == null || due.date() == null ? null : LocalDate.parse(due.date().substring(0, 10));
        return new ArrayList<>(java.util.Arrays.asList(
                h.number(), h.stage(), h.lead(), h.filedOn(), h.party(), h.violation(),
                rows.bigrams().toArray(String[]::new), due == null ? null : json.writeValueAsString(due), dueOn,
                h.refreshOn(), h.endedOn(), h.seq(), h.updatedAt().atOffset(ZoneOffset.UTC)));
    }

    private static List<Object> key(CaseKey id) {
        return List.of(id.region(), id.id());
    }

    private void sides(Batch batch, @Nullable Rows old, Rows rows) {
        duties(batch, old, rows);
        objects(batch, old, rows);
        people(batch, old, rows);
        links(batch, old, rows);
        fines(batch, old, rows);
        parties(batch, old, rows);
    }

    private void parties(Batch batch, @Nullable Rows old, Rows rows) {
        CaseKey id = rows.head().id();
        for (PartyRow gone : missing(old == null ? List.of() : old.parties(), rows.parties())) {
            batch.add("delete from case_party where region_id = ? and case_id = ? and object_id = ?", List.of(id.region(), id.id(), gone.object()));
        }
        insert(batch, rows, missing(rows.parties(), old == null ? List.of() : old.parties()), PARTIES, "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?", p -> {
            PartyMarks.Marked m = marks.of(id, p);
            return java.util.Arrays.asList(p.object(), p.name(), m.code(), p.fines(), p.clauses(), m.identity(), m.knownBy(), m.spelling(), m.nameKey(), m.idMark(), m.addressMark());
        });
    }

    private static void fines(Batch batch, @Nullable Rows old, Rows rows) {
        EnforcementCase head = rows.head();
        for (FineRow gone : missing(old == null ? List.of() : old.fines(), rows.fines())) {
            batch.add("delete from case_fine where region_id = ? and case_id = ? and seq = ?",
                    List.of(head.id().region(), head.id().id(), gone.seq()));
        }
        insert(batch, rows, missing(rows.fines(), old == null ? List.of() : old.fines()), FINES, "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?",
                f -> java.util.Arrays.asList(f.seq(), f.party(), head.field(), head.region(), f.table(), f.conduct(), f.grade(), f.fine(), f.low(), f.high(),
                        f.departs(), f.on()));
    }

    private static void duties(Batch batch, @Nullable Rows old, Rows rows) {
        CaseKey id = rows.head().id();
        for (DutyRow gone : missing(old == null ? List.of() : old.duties(), rows.duties())) {
            batch.add("delete from case_duty where region_id = ? and case_id = ? and duty_id = ? and seat = ?",
                    List.of(id.region(), id.id(), gone.duty(), gone.seat()));
        }
        insert(batch, rows, missing(rows.duties(), old == null ? List.of() : old.duties()),
                "case_duty (region_id, case_id, agency_id, duty_id, seat, due_on, duty)",
                "?, ?, coalesce(cast(? as date), 'infinity'), cast(? as jsonb)",
                d -> java.util.Arrays.asList(d.duty(), d.seat(), d.dueOn(), d.json()));
    }

    private static void objects(Batch batch, @Nullable Rows old, Rows rows) {
        CaseKey id = rows.head().id();
        for (ObjectRow gone : missing(old == null ? List.of() : old.objects(), rows.objects())) {
            batch.add("delete from case_object where region_id = ? and case_id = ? and kind = ? and object_id = ?",
                    List.of(id.region(), id.id(), gone.kind(), gone.id()));
        }
        insert(batch, rows, missing(rows.objects(), old == null ? List.of() : old.objects()),
                "case_object (region_id, case_id, agency_id, kind, object_id, label, code, alive)", "?, ?, ?, ?, ?",
                o -> java.util.Arrays.asList(o.kind(), o.id(), o.label(), o.code(), o.alive()));
    }

    private static void people(Batch batch, @Nullable Rows old, Rows rows) {
        CaseKey id = rows.head().id();
        for (PersonRow gone : missing(old == null ? List.of() : old.people(), rows.people())) {
            batch.add("delete from case_person where region_id = ? and case_id = ? and person_id = ? and part = ?",
                    List.of(id.region(), id.id(), gone.person(), gone.part()));
        }
        insert(batch, rows, missing(rows.people(), old == null ? List.of() : old.people()),
                "case_person (region_id, case_id, agency_id, person_id, part, running)", "?, ?, ?",
                p -> List.of(p.person(), p.part(), p.running()));
    }

    private static void links(Batch batch, @Nullable Rows old, Rows rows) {
        CaseKey id = rows.head().id();
        for (LinkRow gone : missing(old == null ? List.of() : old.links(), rows.links())) {
            batch.add("delete from case_link where region_id = ? and case_id = ? and seq = ? and field = ?",
                    List.of(id.region(), id.id(), gone.seq(), gone.field()));
        }
        insert(batch, rows, missing(rows.links(), old == null ? List.of() : old.links()),
                LINKS, "?, ?, ?, ?, cast(? as int), cast(? as bigint), agency_of_case(cast(? as int), cast(? as bigint)), ?, ?",
                RowStore::values);
    }

    private static List<@Nullable Object> values(LinkRow l) {
        Integer region = l.to() == null ? null : l.to().region();
        Long id = l.to() == null ? null : l.to().id();
        return java.util.Arrays.asList(l.seq(), l.field(), l.as().name().toLowerCase(java.util.Locale.ROOT), l.number(), region, id,
                region, id, l.on(), l.recordedAt().atOffset(ZoneOffset.UTC));
    }

    private static <T> void insert(
            Batch batch, Rows rows, List<T> added, String target, String places, Function<T, List<@Nullable Object>> values) {
        if (added.isEmpty()) {
            return;
        }
        List<@Nullable Object> params = new ArrayList<>();
        for (T row : added) {
            params.addAll(List.of(rows.head().id().region(), rows.head().id().id(), rows.head().agency()));
            params.addAll(values.apply(row));
        }
        String tuples = String.join(", ", java.util.Collections.nCopies(added.size(), "(?, ?, ?, " + places + ")"));
        batch.add("insert into " + target + " values " + tuples, params);
    }

    private static <T> List<T> missing(List<T> from, List<T> in) {
        Set<T> held = new HashSet<>(in);
        return from.stream().filter(row -> !held.contains(row)).distinct().toList();
    }
}
