package org.mingfa.server.registry.training;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is new and has not had the training for new staff (岗前培训); who has not been in the all-staff rotation (全员轮训). */
@Component
public class Inductions {

    /**
     * An officer who is new.
     *
     * @param since first day in a post of enforcement
     * @param due until when the hours are to be had
     */
    public record Newcomer(String id, String name, String agency, String agencyName, LocalDate since, LocalDate due, BigDecimal hours, BigDecimal needed, boolean late) {}

    /** @param last when they were in the rotation, null for never */
    public record Due(String id, String name, String agency, String agencyName, @Nullable LocalDate last) {}

    private static final String OFFICERS = """
            from person p join lateral (select * from post_on(p.id, :day)) q on q.officer and not q.ended
            join agency a on a.id = q.agency_id and a.region_id = any (:regions)
            cross join lateral (select min(f.valid_from) as since from person_post f where f.person_id = p.id and f.officer and not f.ended) s
            left join lateral (select sum(t.hours) filter (where c.purpose = 'new-staff') as fresh, max(t.held_on) filter (where c.purpose = 'rotation') as rotated
                from training_record t join training_course c on c.id = t.course_id where t.person_id = p.id and t.held_on <= :day) h on true
            where p.id > :after
            """;
    /** A body's officers are found from its posts, not by walking all people. */
    private static final String OF_BODY = "and a.id = :agency and p.id in (select b.person_id from person_post b where b.agency_id = :agency) ";

    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    Inductions(JdbcClient jdbc, Keeping keeping, RegisterParameters parameters) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    /** Officers who are new and whose hours for new staff fall short, by id. */
    public List<Newcomer> newcomers(LocalDate day, @Nullable Long agency, long after, int limit) {
        BigDecimal needed = parameters.value("training.new-staff-hours", day);
        int days = parameters.value("training.new-staff-days", day).intValue();
        return bound("""
                        select p.id, p.name, a.id as agency, a.name as agency_name, s.since, cast(s.since + :days as date) as due, coalesce(h.fresh, 0) as hours,
                               cast(:needed as numeric) as needed, s.since + :days < :day as late
                        """ + officers(agency) + """
                        and s.since > :day - :counts and coalesce(h.fresh, 0) < :needed
                        and p.id in (select b.person_id from person_post b where b.officer and not b.ended and b.valid_from > :day - :counts and b.valid_from <= :day)
                        order by p.id limit :limit""", day, agency, after, limit)
                .param("days", days).param("counts", parameters.value("training.new-staff-counts", day).intValue()).param("needed", needed).query(Newcomer.class).list();
    }

    /** Officers whose last rotation lies further back than its period, by id. */
    public List<Due> due(LocalDate day, @Nullable Long agency, long after, int limit) {
        LocalDate from = day.minusMonths(parameters.value("training.rotation-months", day).longValue());
        return bound("select p.id, p.name, a.id as agency, a.name as agency_name, h.rotated as last " + officers(agency)
                + "and (h.rotated is null or h.rotated <= :from) order by p.id limit :limit", day, agency, after, limit).param("from", from).query(Due.class).list();
    }

    private static String officers(@Nullable Long agency) {
        return agency == null ? OFFICERS : OFFICERS + OF_BODY;
    }

    private JdbcClient.StatementSpec bound(String sql, LocalDate day, @Nullable Long agency, long after, int limit) {
        return jdbc.sql(sql).param("day", day).param("regions", keeping.regions().toArray(Integer[]::new)).param("agency", agency).param("after", after).param("limit", limit);
    }
}
