package org.mingfa.server.registry.counsel;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A body asks, the justice bureau assigns or declines, the assignment ends with a note. They assist the review and do not replace it. */
@Component
public class Counsel {

    /** @param may what the caller may do next: assign, decline, withdraw, end */
    public record Request(
            String id, String agency, String agencyName, String matter, LocalDate fromDay, LocalDate toDay, String state, @Nullable String person, @Nullable String name,
            @Nullable LocalDate assignedFrom, @Nullable LocalDate assignedTo, String note, Set<String> may) {}

    /** @param running assignments that have not ended */
    public record Lawyer(String id, String name, String kind, String agencyName, int running) {}

    private record Row(
            long id, long agency, String agencyName, String matter, LocalDate fromDay, LocalDate toDay, String state, @Nullable String person, @Nullable String name,
            @Nullable LocalDate assignedFrom, @Nullable LocalDate assignedTo, String note) {}

    private static final String SELECT = """
            select c.id, c.agency_id as agency, a.name as agency_name, c.matter, c.from_day, c.to_day, c.state, c.person_id as person, p.name, c.assigned_from, c.assigned_to, c.note
            from counsel_request c join agency a on a.id = c.agency_id left join person p on p.id = c.person_id
            """;

    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    Counsel(JdbcClient jdbc, Keeping keeping, RegisterParameters parameters) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    private Request shown(Row r) {
        return new Request(Long.toString(r.id), Long.toString(r.agency), r.agencyName, r.matter, r.fromDay, r.toDay, r.state, r.person, r.name, r.assignedFrom, r.assignedTo, r.note, may(r));
    }

    private Set<String> may(Row r) {
        boolean assigns = keeping.may("counsel.assign", r.agency);
        boolean asks = keeping.may("counsel.ask", r.agency);
        return switch (r.state) {
            case "open" -> assigns && asks ? Set.of("assign", "decline", "withdraw") : assigns ? Set.of("assign", "decline") : asks ? Set.of("withdraw") : Set.of();
            case "assigned" -> assigns || asks ? Set.of("end") : Set.of();
            default -> Set.of();
        };
    }

    /** The newest first, before an id. */
    public List<Request> page(@Nullable String state, long before, int limit) {
        Keeping.Reach reach = keeping.reach("service.read");
        return jdbc.sql(SELECT + """
                        where a.region_id = any (:regions) and (cast(:own as bigint) is null or c.agency_id = :own) and c.id < :before and (cast(:state as text) is null or c.state = :state)
                        order by c.id desc limit :limit""")
                .param("regions", reach.regions().toArray(Integer[]::new)).param("own", reach.agency()).param("before", before).param("state", state).param("limit", limit)
                .query(Row.class).list().stream().map(this::shown).toList();
    }

    /** Assignments of a lawyer, the newest first: all for themselves, else those whose bodies the caller sees. */
    public List<Request> of(long person) {
        boolean self = Caller.current().id() == person;
        return jdbc.sql(SELECT + "where c.person_id = ? order by c.id desc limit 30").param(person).query(Row.class).list().stream()
                .filter(r -> self || keeping.may("service.read", r.agency)).map(this::shown).toList();
    }

    /** Lawyers and advisers of the caller's regions, those with fewest running assignments first; at most 200. */
    public List<Lawyer> lawyers(@Nullable String q) {
        return jdbc.sql("""
                        select p.id, p.name, q.kind, a.name as agency_name, (select count(*) from counsel_request c where c.person_id = p.id and c.state = 'assigned') as running
                        from (select distinct person_id from person_post where kind in ('government-lawyer', 'legal-adviser')) l join person p on p.id = l.person_id
                        join lateral (select * from post_on(p.id, :today)) q on q.kind in ('government-lawyer', 'legal-adviser') and not q.ended
                        join agency a on a.id = q.agency_id where a.region_id = any (:regions) and (cast(:q as text) is null or position(:q in p.name) > 0)
                        order by running, p.id limit 200""")
                .param("today", parameters.today()).param("regions", keeping.regions().toArray(Integer[]::new)).param("q", q).query(Lawyer.class).list();
    }

    public long ask(String matter, LocalDate from, LocalDate to) {
        long agency = Caller.current().agency().id();
        keeping.keep("counsel.ask", agency);
        if (to.isBefore(from) || to.isBefore(parameters.today())) {
            throw Refused.invalid("/to", "不得早于开始的日期和今天");
        }
        return keeping.change(() -> {
            if (jdbc.sql("select exists (select from counsel_request where agency_id = ? and matter = ? and from_day = ? and state = 'open')").params(agency, matter, from)
                    .query(Boolean.class).single()) {
                throw Refused.conflict("同一事项的申请正在等待指派");
            }
            long id = jdbc.sql("insert into counsel_request (agency_id, matter, from_day, to_day, state, asked_by) values (?, ?, ?, ?, 'open', ?) returning id")
                    .params(agency, matter, from, to, Caller.current().id()).query(Long.class).single();
            write(id, "ask", "");
            return id;
        });
    }

    /** Assigns somebody; from and to within reason, the person a lawyer or adviser on the first day. */
    public void assign(long id, long person, LocalDate from, LocalDate to) {
        step(id, "assign", r -> {
            if (to.isBefore(from)) {
                throw Refused.invalid("/to", "不得早于开始的日期");
            }
            if (!jdbc.sql("""
                            select exists (select from post_on(:person, :day) q join agency a on a.id = q.agency_id
                            where q.kind in ('government-lawyer', 'legal-adviser') and not q.ended and a.region_id = any (:regions))""")
                    .param("person", person).param("day", from).param("regions", keeping.regions().toArray(Integer[]::new)).query(Boolean.class).single()) {
                throw Refused.invalid("/person", "此人当日不是本地区的公职律师或者法律顾问");
            }
            jdbc.sql("update counsel_request set state = 'assigned', person_id = ?, assigned_from = ?, assigned_to = ? where id = ?").params(person, from, to, id).update();
            write(id, "assign", "");
        });
    }

    /** @param what decline, withdraw or end, each with a note */
    public void close(long id, String what, LocalDate on, String note) {
        step(id, what, r -> {
            if (what.equals("end")) {
                if (on.isBefore(r.assignedFrom) || on.isAfter(parameters.today())) {
                    throw Refused.invalid("/on", "应在指派开始之后，不晚于今天");
                }
                jdbc.sql("update counsel_request set state = 'ended', assigned_to = ?, note = ? where id = ?").params(on, note, id).update();
            } else {
                jdbc.sql("update counsel_request set state = ?, note = ? where id = ?").params(what.equals("decline") ? "declined" : "withdrawn", note, id).update();
            }
            write(id, what, note);
        });
    }

    private void step(long id, String what, java.util.function.Consumer<Row> work) {
        keeping.change(() -> {
            Row r = jdbc.sql(SELECT + "where c.id = ?").param(id).query(Row.class).optional().orElseThrow(() -> Refused.notFound("没有这个申请，或者不归您查看"));
            keeping.see("service.read", r.agency);
            if (!may(r).contains(what)) {
                throw Refused.conflict("这个申请现在没有这一步，或者不由您办理");
            }
            work.accept(r);
            return id;
        });
    }

    private void write(long id, String what, String note) {
        jdbc.sql("""
                insert into counsel_step (request_id, ordinal, what, on_day, note, recorded_by)
                values (:id, (select count(*) + 1 from counsel_step where request_id = :id), :what, :today, :note, :by)""")
                .param("id", id).param("what", what).param("today", parameters.today()).param("note", note).param("by", Caller.current().id()).update();
    }
}
