package org.mingfa.server.registry.body;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 年度确认: a drive asks every body of a region, with standing, whether its entry is right; its progress. */
@Component
public class Confirmations {

    /** @param overdue its last day has passed with bodies still to answer */
    public record Drive(long id, int region, String regionName, int year, LocalDate openedOn, LocalDate dueOn, int bodies, int answered, int wrong, boolean overdue) {}

    /** @param correct null while it has not answered */
    public record Answer(String agency, String name, @Nullable Boolean correct, @Nullable String note, @Nullable LocalDate on) {}

    // Who is asked: the bodies with standing on the day the drive opened, in its region and below.
    private static final String ASKED = """
            with recursive below (drive, id) as (
                select d.id, d.region_id from confirmation_drive d where d.id = any (:drives)
                union select b.drive, r.id from region r join below b on r.parent_id = b.id),
            asked as (select d.id as drive, a.id as agency, a.name, c.correct, c.note, cast(c.confirmed_at as date) as on_day
                from confirmation_drive d join below w on w.drive = d.id join agency a on a.region_id = w.id
                join lateral (select standing from standing_on(a.id, d.opened_on)) s on s.standing
                left join lateral (select * from body_confirmation x where x.drive_id = d.id and x.agency_id = a.id order by x.confirmed_at desc limit 1) c on true)
            """;

    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    Confirmations(JdbcClient jdbc, Keeping keeping, RegisterParameters parameters) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    public long open(int year, LocalDate dueOn) {
        int region = Caller.current().agency().region();
        LocalDate today = parameters.today();
        if (dueOn.isBefore(today)) {
            throw Refused.invalid("/dueOn", "截止日期不得早于今天");
        }
        return keeping.change(() -> {
            if (jdbc.sql("select exists (select from confirmation_drive where region_id = ? and year = ?)").params(region, year).query(Boolean.class).single()) {
                throw Refused.conflict(year + " 年度的确认已经开始");
            }
            return jdbc.sql("insert into confirmation_drive (region_id, year, opened_on, due_on, opened_by) values (?, ?, ?, ?, ?) returning id")
                    .params(region, year, today, dueOn, Caller.current().id()).query(Long.class).single();
        });
    }

    /** Drives that concern the caller: of their regions, and those of the regions above. The newest first. */
    public List<Drive> drives() {
        List<Long> ids = jdbc.sql("""
                        with recursive up (id) as (select cast(:region as int) union select r.parent_id from region r join up on up.id = r.id where r.parent_id is not null)
                        select d.id from confirmation_drive d where d.region_id = any (:regions) or d.region_id in (select id from up)
                        order by d.year desc, d.id desc limit 30""")
                .param("region", Caller.current().agency().region()).param("regions", keeping.regions().toArray(Integer[]::new)).query(Long.class).list();
        return jdbc.sql(ASKED + """
                        select d.id, d.region_id as region, r.name as region_name, d.year, d.opened_on, d.due_on, count(a.agency) as bodies,
                               count(a.correct) as answered, count(*) filter (where a.correct = false) as wrong,
                               d.due_on < :today and count(a.correct) < count(a.agency) as overdue
                        from confirmation_drive d join region r on r.id = d.region_id left join asked a on a.drive = d.id
                        where d.id = any (:drives) group by d.id, r.name order by d.year desc, d.id desc""")
                .param("drives", ids.toArray(Long[]::new)).param("today", parameters.today()).query(Drive.class).list();
    }

    /** What each body of the caller's regions answered; those that did not first. */
    public List<Answer> answers(long drive) {
        return jdbc.sql(ASKED + """
                        select a.agency, a.name, a.correct, a.note, a.on_day as on from asked a join agency g on g.id = a.agency
                        where g.region_id = any (:regions) order by a.correct is not null, a.agency limit 2000""")
                .param("drives", new Long[] {drive}).param("regions", keeping.regions().toArray(Integer[]::new)).query(Answer.class).list();
    }

    /** The caller answers for their own body. */
    public void answer(long drive, boolean correct, String note) {
        long agency = Caller.current().agency().id();
        if (answers(drive).stream().noneMatch(a -> a.agency().equals(Long.toString(agency)))) {
            throw Refused.notFound("没有这次确认，或者本单位不在确认之列");
        }
        if (!correct && note.isBlank()) {
            throw Refused.invalid("/note", "登记有误的，请写明哪些内容应当更正");
        }
        keeping.change(() -> jdbc.sql("insert into body_confirmation (drive_id, agency_id, correct, note, confirmed_by) values (?, ?, ?, ?, ?)")
                .params(drive, agency, correct, note, Caller.current().id()).update());
    }
}
