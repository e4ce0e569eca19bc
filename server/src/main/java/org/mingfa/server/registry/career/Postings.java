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

/**
 * 派驻: an officer of one body works under another's direction too. Post and certificate stay with the home body, so that
 * {@link org.mingfa.server.registry.Facts} says of them: they fit the home body, and not the body of posting. A posting is
 * neither a certificate of that body (行政处罚法 第四十二条) nor a delegation to it (第二十条); docs/posts.md says why.
 */
@Component
public class Postings {

    /** @param directs, appraises home 派出单位, body 派驻单位, both; {@code runs} today and the person still at the home body */
    public record Posting(
            String id, String person, String name, String home, String homeName, String body, String bodyName, LocalDate fromDay, @Nullable LocalDate toDay,
            String directs, String appraises, String basis, String endedFor, boolean runs) {}

    public record NewPosting(long body, LocalDate from, @Nullable LocalDate to, String directs, String appraises, String basis) {}

    private static final String SELECT = """
            select g.id, g.person_id as person, p.name, g.home_id as home, h.name as home_name, g.body_id as body, b.name as body_name, g.from_day, g.to_day, g.directs,
                g.appraises, g.basis, g.ended_for, g.from_day <= :today and coalesce(g.to_day >= :today, true) and coalesce(not q.ended and q.agency_id = g.home_id, false) as runs
            from posting g join person p on p.id = g.person_id join agency h on h.id = g.home_id join agency b on b.id = g.body_id
            left join lateral (select * from post_on(p.id, :today)) q on true
            """;

    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final PersonBook people;
    private final RegisterParameters parameters;

    Postings(JdbcClient jdbc, Keeping keeping, PersonBook people, RegisterParameters parameters) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.people = people;
        this.parameters = parameters;
    }

    /** Of a person, the newest first, for whoever sees them. */
    public List<Posting> of(long person) {
        return jdbc.sql(SELECT + "where g.person_id = :person order by g.from_day desc, g.id desc limit 50").param("today", parameters.today()).param("person", person)
                .query(Posting.class).list();
    }

    /** Sent by a body or to it, by id. */
    public List<Posting> of(long agency, long after, int limit) {
        keeping.see("service.read", agency);
        return jdbc.sql(SELECT + "where (g.home_id = :agency or g.body_id = :agency) and g.id > :after order by g.id limit :limit").param("today", parameters.today())
                .param("agency", agency).param("after", after).param("limit", limit).query(Posting.class).list();
    }

    public long send(long person, NewPosting n) {
        long home = people.agency(person);
        keeping.keep("career.write", home);
        keeping.read(n.body);
        return keeping.change(() -> {
            if (n.body == home) {
                throw Refused.invalid("/body", "派驻单位与派出单位是同一单位");
            }
            if (n.to != null && n.to.isBefore(n.from)) {
                throw Refused.invalid("/to", "不得早于派驻开始的日期");
            }
            if (!jdbc.sql("select exists (select from post_on(?, ?) q where not q.ended and q.agency_id = ?)").params(person, n.from, home).query(Boolean.class).single()) {
                throw Refused.invalid("/from", "此人当日不在派出单位");
            }
            if (jdbc.sql("""
                            select exists (select from posting where person_id = :person and coalesce(to_day >= :from, true) and to_day is distinct from from_day - 1
                            and (cast(:to as date) is null or from_day <= :to))""").param("person", person).param("from", n.from).param("to", n.to).query(Boolean.class).single()) {
                throw Refused.conflict("与此人另一次派驻的期间重叠");
            }
            return jdbc.sql("insert into posting (person_id, home_id, body_id, from_day, to_day, directs, appraises, basis, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")
                    .params(person, home, n.body, n.from, n.to, n.directs, n.appraises, n.basis, Caller.current().id()).query(Long.class).single();
        });
    }

    /** The person is back from that day. */
    public void end(long posting, LocalDate from, String reason) {
        long home = jdbc.sql("select home_id from posting where id = ?").param(posting).query(Long.class).optional().orElseThrow(() -> Refused.notFound("没有这次派驻，或者不归您管理"));
        keeping.see("service.read", home);
        keeping.keep("career.write", home);
        keeping.change(() -> {
            if (jdbc.sql("update posting set to_day = cast(:from as date) - 1, ended_for = :reason where id = :id and from_day <= :from and (to_day is null or to_day >= :from)")
                    .param("from", from).param("reason", reason).param("id", posting).update() == 0) {
                throw Refused.conflict("该日不在派驻期间");
            }
            return posting;
        });
    }
}
