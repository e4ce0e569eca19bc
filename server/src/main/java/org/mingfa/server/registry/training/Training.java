package org.mingfa.server.registry.training;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Courses and who signed in; who will miss the year's hours; reviewers for officers, body by body. */
@Component
public class Training {

    /**
     * @param agency null: for all bodies of the region
     * @param purpose ordinary, new-staff 岗前培训 or rotation 全员轮训
     */
    public record Course(long id, @Nullable Long agency, String title, String kind, String form, BigDecimal hours, LocalDate heldOn, String organiser, String purpose, int attended) {}

    public record NewCourse(@Nullable Long agency, String title, String kind, String form, BigDecimal hours, LocalDate heldOn, String organiser, String purpose) {}

    /** An officer whose hours of the year fall short. */
    public record Behind(String id, String name, String agency, String agencyName, BigDecimal open, BigDecimal special) {}

    /**
     * A body's year.
     *
     * @param behind officers whose hours fall short so far
     * @param reviewers 法制审核人员, and how many there must be for so many officers
     */
    public record BodyYear(String agency, String name, int officers, int behind, int reviewers, int reviewersNeeded) {}

    // Officers of the caller's regions on a day, with their hours of its year.
    private static final String OFFICERS = """
            with officers as (
                select p.id, p.name, a.id as agency, a.name as agency_name, q.reviewer,
                       coalesce(h.open, 0) as open, coalesce(h.special, 0) as special
                from person p join lateral (select * from post_on(p.id, :day)) q on q.officer and not q.ended
                join agency a on a.id = q.agency_id and a.region_id = any (:regions)
                left join (select person_id, sum(hours) filter (where kind = 'public') as open, sum(hours) filter (where kind = 'special') as special
                    from training_record where year = :year group by person_id) h on h.person_id = p.id),
            short as (select * from officers where open + special < :hours or open < :opens or special < :specials)
            """;

    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    Training(JdbcClient jdbc, Keeping keeping, RegisterParameters parameters) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    public long add(NewCourse c) {
        long own = Caller.current().agency().id();
        keeping.keep("training.write", c.agency == null ? own : c.agency);
        if (c.agency == null && !Caller.current().may("training.write")) {
            throw Refused.invalid("/agency", "您只管理本单位的培训，请填写本单位");
        }
        return keeping.change(() -> jdbc.sql("""
                insert into training_course (region_id, agency_id, title, kind, form, hours, held_on, organiser, purpose, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(Caller.current().agency().region(), c.agency, c.title, c.kind, c.form, c.hours, c.heldOn, c.organiser, c.purpose, Caller.current().id())
                .query(Long.class).single());
    }

    /** Courses of the caller's regions and of those above, the newest first. */
    public List<Course> courses(int year) {
        return jdbc.sql("""
                        with recursive up (id) as (select cast(:region as int) union select r.parent_id from region r join up on up.id = r.id where r.parent_id is not null)
                        select c.id, c.agency_id as agency, c.title, c.kind, c.form, c.hours, c.held_on, c.organiser, c.purpose,
                               (select count(*) from training_record t where t.course_id = c.id) as attended
                        from training_course c where (c.region_id = any (:regions) or c.region_id in (select id from up)) and extract(year from c.held_on) = :year
                        order by c.held_on desc, c.id desc limit 500""")
                .param("region", Caller.current().agency().region()).param("regions", keeping.regions().toArray(Integer[]::new)).param("year", year)
                .query(Course.class).list();
    }

    /** Signs people in: each gets the course's hours once. @return how many were new */
    public int signIn(long course, List<Long> people) {
        List<Long> agencies = jdbc.sql("select distinct agency_id from person where id = any (?)").param(people.toArray(Long[]::new)).query(Long.class).list();
        agencies.forEach(a -> keeping.keep("training.write", a));
        if (!jdbc.sql("select exists (select from training_course where id = ? and held_on <= ?)").params(course, parameters.today()).query(Boolean.class).single()) {
            throw Refused.notFound("没有这门课程，或者还没有开课");
        }
        return keeping.change(() -> jdbc.sql("""
                insert into training_record (person_id, year, kind, hours, held_on, title, organiser, course_id, recorded_by)
                select p.id, extract(year from c.held_on), c.kind, c.hours, c.held_on, c.title, c.organiser, c.id, :by
                from training_course c, person p where c.id = :course and p.id = any (:people)
                on conflict (course_id, person_id) where course_id is not null do nothing""")
                .param("by", Caller.current().id()).param("course", course).param("people", people.toArray(Long[]::new)).update());
    }

    /** Who falls short in the year of a day, by id. */
    public List<Behind> behind(LocalDate day, @Nullable Long agency, long after, int limit) {
        return bound(OFFICERS + """
                        select id, name, agency, agency_name, open, special from short
                        where id > :after and (cast(:agency as bigint) is null or agency = :agency) order by id limit :limit""", day)
                .param("after", after).param("agency", agency).param("limit", limit).query(Behind.class).list();
    }

    /** Every body with officers; those that fall short of reviewers or hours first. */
    public List<BodyYear> bodies(LocalDate day) {
        return bound(OFFICERS + """
                        , counted as (select o.agency, o.agency_name as name, count(*) as officers, count(s.id) as behind,
                            (select count(*) from (select distinct person_id from person_post where agency_id = o.agency and reviewer) r
                                join lateral (select * from post_on(r.person_id, :day)) q on q.reviewer and not q.ended and q.agency_id = o.agency) as reviewers
                            from officers o left join short s on s.id = o.id group by o.agency, o.agency_name)
                        select agency, name, officers, behind, reviewers, cast(ceil(officers * cast(:share as numeric) / 100) as int) as reviewers_needed
                        from counted order by reviewers >= ceil(officers * cast(:share as numeric) / 100), cast(behind as numeric) / officers desc, agency limit 2000""", day)
                .param("share", parameters.value("reviewer.share", day)).query(BodyYear.class).list();
    }

    private JdbcClient.StatementSpec bound(String sql, LocalDate day) {
        return jdbc.sql(sql).param("day", day).param("regions", keeping.regions().toArray(Integer[]::new)).param("year", day.getYear())
                .param("hours", parameters.value("training.hours", day)).param("opens", parameters.value("training.public-hours", day))
                .param("specials", parameters.value("training.special-hours", day));
    }
}
