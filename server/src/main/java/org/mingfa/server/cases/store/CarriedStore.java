package org.mingfa.server.cases.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.cases.Counted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who carries what in a body: open cases by their handling officers, and the duties on their seats. */
@Repository
public class CarriedStore {

    /**
     * What one person carries.
     *
     * @param leads of the cases those as lead officer (主办)
     * @param soon duties due from today to the day before {@code later}
     * @param oldest the day on which the case was filed that was opened first
     */
    public record Carried(
            Standing who, Counted cases, Counted leads, Counted overdue, Counted soon, Counted later, @Nullable LocalDate oldest) {}

    /**
     * How somebody stands in the body on a day.
     *
     * @param here has a post or a role there
     * @param officer is an officer (执法人员), who needs a certificate
     */
    public record Standing(long id, String name, boolean here, boolean officer, boolean certified) {

        /** Why what this person carries has to be handed over; null: it has not. */
        public @Nullable String mustHandOver() {
            return !here ? "left" : officer && !certified ? "certificate" : null;
        }
    }

    /** An open case of a person's. */
    public record Mine(long id, boolean leads) {}

    /** The body that is asked about, on a day. */
    public record Body(int region, long agency, LocalDate on) {}

    private static final String OF = "region_id = :region and agency_id = :agency and running and part in ('lead', 'officer')";

    private static final String WHO = """
            with recursive who (person_id) as (
                (select person_id from case_person where %1$s and person_id > :after order by person_id limit 1)
                union all
                select (select c.person_id from case_person c where %1$s and c.person_id > who.person_id order by c.person_id limit 1)
                from who where who.person_id is not null)
            """.formatted(OF);

    private static final String STANDING = """
            (select p.id, p.name, coalesce(q.agency_id = :agency and not q.ended, p.agency_id = :agency) or exists (
                        select from person_role h where h.person_id = p.id and h.agency_id = :agency and h.valid_from <= :on
                          and (h.valid_to is null or h.valid_to >= :on)) as here,
                    coalesce(q.officer, false) as officer, coalesce(c.valid, false) as certified
             from person p join agency a on a.id = :agency join region r on r.id = a.region_id
             left join lateral (select * from post_on(p.id, :on)) q on true
             left join lateral (select * from certificate_on(p.id, :on, a.field, r.code)) c on true)""";

    private static final String BOUND = " limit " + (Counted.BOUND + 1) + ") x)";
    private static final String DUTIES = "(select count(*) from (select from case_duty where region_id = :region and agency_id = :agency and seat = 'p:' || s.id and ";

    private static final String LOADS = WHO + """
            select s.*,
                   (select count(*) from (select distinct case_id from case_person where %1$s and person_id = s.id%2$s as cases,
                   (select count(*) from (select from case_person where %1$s and person_id = s.id and part = 'lead'%2$s as leads,
                   %3$s due_on < :on%2$s as overdue, %3$s due_on >= :on and due_on < :later%2$s as soon, %3$s due_on >= :later%2$s as later,
                   (select e.filed_on from case_person c join enforcement_case e on e.region_id = c.region_id and e.case_id = c.case_id
                    where c.region_id = :region and c.agency_id = :agency and c.running and c.part in ('lead', 'officer') and c.person_id = s.id
                    order by c.case_id limit 1) as oldest
            from (select s.* from who join lateral %4$s s on s.id = who.person_id
                  where who.person_id is not null and (not :must or not s.here or s.officer and not s.certified) limit :limit) s
            order by s.id""".formatted(OF, BOUND, DUTIES, STANDING);

    private final JdbcClient jdbc;

    CarriedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * People who carry something, by id.
     *
     * @param later the day from which on duties count as later
     * @param must only those who have to hand over
     */
    public List<Carried> loads(Body body, LocalDate later, boolean must, long after, int limit) {
        return loads("", body, later, must, after, limit).query(CarriedStore::carried).list();
    }

    /** How the database goes about it: what tests hold against its indexes. */
    List<String> plan(Body body) {
        return loads("explain ", body, body.on().plusDays(8), false, 0, 51).query(String.class).list();
    }

    private JdbcClient.StatementSpec loads(String verb, Body body, LocalDate later, boolean must, long after, int limit) {
        return of(verb + LOADS, body).param("on", body.on()).param("later", later).param("must", must).param("after", after).param("limit", limit);
    }

    private JdbcClient.StatementSpec of(String sql, Body body) {
        return jdbc.sql(sql).param("region", body.region()).param("agency", body.agency());
    }

    private static Carried carried(ResultSet rs, int n) throws SQLException {
        return new Carried(standing(rs, n), Counted.of(rs.getInt("cases")), Counted.of(rs.getInt("leads")), Counted.of(rs.getInt("overdue")),
                Counted.of(rs.getInt("soon")), Counted.of(rs.getInt("later")), rs.getObject("oldest", LocalDate.class));
    }

    private static Standing standing(ResultSet rs, int n) throws SQLException {
        return new Standing(rs.getLong("id"), rs.getString("name"), rs.getBoolean("here"), rs.getBoolean("officer"), rs.getBoolean("certified"));
    }

    public Optional<Standing> standing(Body body, long person) {
        return jdbc.sql("select s.* from " + STANDING + " s where s.id = :person").param("agency", body.agency()).param("on", body.on()).param("person", person)
                .query(CarriedStore::standing).optional();
    }

    /** The open cases that somebody handles, those opened first at first. */
    public List<Mine> cases(Body body, long person, int limit) {
        return of("select case_id as id, bool_or(part = 'lead') as leads from case_person where " + OF
                        + " and person_id = :person group by case_id order by case_id limit :limit", body)
                .param("person", person).param("limit", limit).query(Mine.class).list();
    }

    /** Of these cases those that the person handles. */
    public List<Mine> among(Body body, long person, List<Long> cases) {
        return of("select case_id as id, bool_or(part = 'lead') as leads from case_person where " + OF
                        + " and person_id = :person and case_id = any (:cases) group by case_id order by case_id", body)
                .param("person", person).param("cases", cases.toArray(Long[]::new)).query(Mine.class).list();
    }

    /** How many open duties lie on a person's seat in each of these cases; none: missing. */
    public Map<Long, Integer> duties(Body body, long person, List<Long> cases) {
        Map<Long, Integer> out = new HashMap<>();
        of("select case_id, count(*) from case_duty where region_id = :region and agency_id = :agency and case_id = any (:cases) and seat = :seat group by case_id", body)
                .param("cases", cases.toArray(Long[]::new)).param("seat", "p:" + person)
                .query(rs -> {
                    out.put(rs.getLong(1), rs.getInt(2));
                });
        return out;
    }
}
