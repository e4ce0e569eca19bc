package org.mingfa.server.registry.equipment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.registry.Keeping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pieces of equipment and their steps. */
@Repository
class PieceStore {

    /** @param state one of {@link EquipmentPiece#STATES}; null: all but lost and retired ones */
    record Filter(Keeping.Reach reach, @Nullable Long agency, @Nullable String kind, @Nullable String state, @Nullable String q, LocalDate today) {}

    /** The head of a piece, for a change. */
    record Head(
            long id, long agency, boolean lent, String state, boolean faulty, LocalDate acquiredOn, @Nullable Long holderId, @Nullable Long holderUnit,
            @Nullable Long outId, @Nullable LocalDate last) {}

    record New(long agency, String kind, String number, String model, LocalDate acquiredOn, String note) {}

    /** A step to write. */
    record Entry(String what, LocalDate on, @Nullable LocalTime time, @Nullable Long person, @Nullable Long unit, String caseNumber, String note) {}

    private static final String LEFT = """
            e.holder_id is not null and not exists (select from post_on(e.holder_id, :today) q where not q.ended and q.agency_id = e.agency_id)""";

    private static final String SELECT = """
            select e.id, e.agency_id as agency, a.name as agency_name, e.kind, k.title as kind_title, k.lent, e.number, e.model, e.acquired_on, e.note,
                   e.state, e.faulty, e.holder_id as holder, h.name as holder_name, u.name as holder_unit, e.held_from, e.out_id as out, o.name as out_name,
                   e.out_on, %s as left_behind
            from equipment e join equipment_kind k on k.code = e.kind join agency a on a.id = e.agency_id left join person h on h.id = e.holder_id
            left join unit u on u.id = e.holder_unit left join person o on o.id = e.out_id
            """.formatted(LEFT);

    private static final Map<String, String> STATES = Map.of(
            "stored", "e.state = 'stored'", "held", "e.state = 'held'", "out", "e.out_id is not null", "faulty", "e.faulty and e.state in ('stored', 'held')",
            "lost", "e.state = 'lost'", "retired", "e.state = 'retired'", "left-behind", LEFT);

    private final JdbcClient jdbc;

    PieceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<EquipmentPiece> page(Filter f, long after, int limit) {
        StringBuilder sql = new StringBuilder(SELECT).append("""
                where e.id > :after and a.region_id = any (:regions) and (cast(:own as bigint) is null or e.agency_id = :own)
                  and (cast(:agency as bigint) is null or e.agency_id = :agency) and (cast(:kind as text) is null or e.kind = :kind)
                  and (cast(:q as text) is null or e.number like :start or h.name = :q)
                """);
        sql.append(" and ").append(f.state == null ? "e.state in ('stored', 'held')" : STATES.get(f.state)).append(" order by e.id limit :limit");
        return jdbc.sql(sql.toString()).param("after", after).param("regions", f.reach.regions().toArray(Integer[]::new)).param("own", f.reach.agency())
                .param("agency", f.agency).param("kind", f.kind).param("q", f.q).param("start", f.q == null ? null : f.q.replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .param("today", f.today).param("limit", limit).query(EquipmentPiece.class).list();
    }

    /** What a person holds or has out. */
    List<EquipmentPiece> of(long person, LocalDate today) {
        return jdbc.sql(SELECT + " where e.holder_id = :person or e.out_id = :person order by e.id limit 200").param("person", person).param("today", today)
                .query(EquipmentPiece.class).list();
    }

    Optional<EquipmentPiece> one(long id, LocalDate today) {
        return jdbc.sql(SELECT + " where e.id = :id").param("id", id).param("today", today).query(EquipmentPiece.class).optional();
    }

    List<EquipmentPiece.Step> steps(long id) {
        return jdbc.sql("""
                        select s.id, s.what, s.on_day, to_char(s.at_time, 'HH24:MI') as at_time, p.name as person_name, u.name as unit_name, s.case_number, s.note,
                               coalesce(b.name, '') as by_name
                        from equipment_step s left join person p on p.id = s.person_id left join unit u on u.id = s.unit_id left join person b on b.id = s.recorded_by
                        where s.equipment_id = ? order by s.id desc limit 200""").param(id).query(EquipmentPiece.Step.class).list();
    }

    Optional<Head> head(long id) {
        return jdbc.sql("""
                        select e.id, e.agency_id as agency, k.lent, e.state, e.faulty, e.acquired_on, e.holder_id, e.holder_unit, e.out_id,
                               (select max(on_day) from equipment_step where equipment_id = e.id) as last
                        from equipment e join equipment_kind k on k.code = e.kind where e.id = ?""").param(id).query(Head.class).optional();
    }

    /** @return the id, or none where the number is taken */
    Optional<Long> add(New n, long by) {
        return jdbc.sql("""
                        insert into equipment (agency_id, kind, number, model, acquired_on, note, recorded_by) values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (agency_id, kind, number) do nothing returning id""")
                .params(n.agency, n.kind, n.number, n.model, n.acquiredOn, n.note, by).query(Long.class).optional();
    }

    /** Writes the step and the head that follows from it. */
    void enter(long id, Entry s, long by) {
        jdbc.sql("""
                insert into equipment_step (equipment_id, what, on_day, at_time, person_id, unit_id, case_number, note, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, s.what, s.on, s.time, s.person, s.unit, s.caseNumber, s.note, by).update();
        String none = "holder_id = null, holder_unit = null, held_from = null";
        String set = switch (s.what) {
            case "assign" -> "state = 'held', holder_id = :person, holder_unit = :unit, held_from = :on";
            case "return", "find" -> "state = 'stored', " + none;
            case "take-out" -> "out_id = :person, out_on = :on";
            case "bring-back" -> "out_id = null, out_on = null";
            case "fault" -> "faulty = true";
            case "repair" -> "faulty = false";
            case "lose" -> "state = 'lost', out_id = null, out_on = null, " + none;
            case "retire" -> "state = 'retired', " + none;
            default -> throw new IllegalArgumentException(s.what);
        };
        jdbc.sql("update equipment set " + set + " where id = :id").param("id", id).param("person", s.person).param("unit", s.unit).param("on", s.on).update();
    }

    /** Whether a person is at a body on a day. */
    boolean at(long person, long agency, LocalDate day) {
        return jdbc.sql("select exists (select from post_on(?, ?) q where not q.ended and q.agency_id = ?)").params(person, day, agency).query(Boolean.class).single();
    }

    boolean unitOf(long unit, long agency) {
        return jdbc.sql("select exists (select from unit where id = ? and agency_id = ?)").params(unit, agency).query(Boolean.class).single();
    }
}
