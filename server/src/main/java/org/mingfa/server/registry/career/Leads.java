package org.mingfa.server.registry.career;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.person.PersonBook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 主办人资格: granted to an officer with a valid certificate, renewed before it ends, ended; leaving the body ends it too. */
@Component
public class Leads {

    /** @param what granted, renewed, ended */
    public record Step(String what, LocalDate fromDay, @Nullable LocalDate untilDay, String byWhom, String basis, String agencyName) {}

    public record Wanted(String what, LocalDate from, @Nullable LocalDate until, String byWhom, String basis) {}

    /** @param counts on the day: within its days, the person still at the body as an officer, with a valid certificate */
    public record Lead(String person, String name, @Nullable String unitName, LocalDate fromDay, LocalDate untilDay, String byWhom, boolean counts) {}

    private static final String STEPS = "select l.what, l.from_day, l.until_day, l.by_whom, l.basis, a.name as agency_name from lead_qualification l join agency a on a.id = l.agency_id ";

    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final PersonBook people;
    private final RegisterParameters parameters;

    Leads(JdbcClient jdbc, Keeping keeping, PersonBook people, RegisterParameters parameters) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.people = people;
        this.parameters = parameters;
    }

    /** A person's steps, the newest first, for whoever sees them. */
    public List<Step> of(long person) {
        return jdbc.sql(STEPS + "where l.person_id = ? order by l.from_day desc, l.id desc limit 50").param(person).query(Step.class).list();
    }

    /** Those of a body whose last step is not an end, by person. */
    public List<Lead> of(long agency, long after, int limit) {
        keeping.see("service.read", agency);
        return jdbc.sql("""
                        select l.person_id as person, p.name, u.name as unit_name, l.from_day, l.until_day, l.by_whom,
                            l.from_day <= :today and l.until_day >= :today and coalesce(q.officer and not q.ended and q.agency_id = :agency, false) and coalesce(c.valid, false) as counts
                        from (select distinct on (person_id) * from lead_qualification where agency_id = :agency and person_id > :after
                            order by person_id, from_day desc, id desc) l
                        join person p on p.id = l.person_id left join lateral (select * from post_on(p.id, :today)) q on true left join unit u on u.id = q.unit_id
                        join agency a on a.id = :agency join region r on r.id = a.region_id
                        left join lateral (select valid and in_field and in_region as valid from certificate_on(p.id, :today, a.field, r.code)) c on true
                        where l.what <> 'ended' order by l.person_id limit :limit""")
                .param("agency", agency).param("today", parameters.today()).param("after", after).param("limit", limit).query(Lead.class).list();
    }

    public void step(long person, Wanted w) {
        long agency = people.agency(person);
        keeping.keep("career.write", agency);
        keeping.change(() -> {
            Step last = here(person, agency);
            boolean running = last != null && !last.what().equals("ended") && !last.untilDay().isBefore(w.from);
            if (last != null && (w.from.isBefore(last.fromDay()) || w.from.equals(last.fromDay()) && w.what.equals(last.what()))) {
                throw Refused.conflict("早于最近一次登记，或者已经登记（" + last.fromDay() + "）");
            }
            if (w.what.equals("granted") == running) {
                throw Refused.conflict(running ? "现有主办人资格至 " + last.untilDay() + "，请登记延续" : "当日没有主办人资格，不能延续或者终止");
            }
            if (!w.what.equals("ended")) {
                fit(person, agency, w, last);
            }
            return jdbc.sql("insert into lead_qualification (person_id, agency_id, what, from_day, until_day, by_whom, basis, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(person, agency, w.what, w.from, w.what.equals("ended") ? null : w.until, w.byWhom, w.basis, Caller.current().id()).update();
        });
    }

    /** The last step at this body; one at another body has ended with the move. */
    private @Nullable Step here(long person, long agency) {
        return jdbc.sql(STEPS + "where l.person_id = ? and l.agency_id = ? order by l.from_day desc, l.id desc limit 1").params(person, agency).query(Step.class).optional().orElse(null);
    }

    private void fit(long person, long agency, Wanted w, @Nullable Step last) {
        if (w.until == null || w.until.isBefore(w.from) || w.what.equals("renewed") && !w.until.isAfter(last.untilDay())) {
            throw Refused.invalid("/until", "不得早于开始的日期；延续的应晚于原期限");
        }
        if (!jdbc.sql("""
                        select exists (select from post_on(:person, :day) q join agency a on a.id = q.agency_id join region r on r.id = a.region_id
                            cross join lateral certificate_on(:person, :day, a.field, r.code) c
                        where q.officer and not q.ended and q.agency_id = :agency and c.valid and c.in_field and c.in_region)""").param("person", person).param("day", w.from).param("agency", agency)
                .query(Boolean.class).single()) {
            throw Refused.invalid("/from", "当日不是本单位持有效证件的执法人员（行政处罚法 第四十二条）");
        }
    }
}
