package org.mingfa.server.registry.appraisal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.person.PersonBook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The year of an officer, judged: the unit fills it in, somebody else of the body checks it, the person sees it and may object,
 * the body answers. What it says is seen by these and by nobody else; the supervisor sees how far each body is.
 */
@Component
public class Appraisals {

    /** @param scores by indicator, in their order; {@code grade} 优秀 良好 合格 不合格: as it was given, and before by the parameters of that year */
    public record Appraisal(String id, String person, String name, int year, List<Integer> scores, int total, String grade, String remark, String state) {}

    public record Step(String what, LocalDate onDay, String note, String byName, @Nullable List<Integer> scores) {}

    /** @param may what the caller may do next: check, return, see, object, answer, fill */
    public record Page(Appraisal appraisal, Indicators.Set set, List<Step> steps, Set<String> may) {}

    /** How far a body is. */
    public record Progress(String agency, String name, int officers, int filled, int checked, int objected) {}

    private record Row(long id, long person, String name, long agency, int year, long set, List<Integer> scores, String remark, String state, @Nullable String given) {}

    private static final String SELECT = """
            select a.id, a.person_id, p.name, a.agency_id, a.year, a.set_id, a.scores, a.remark, a.state,
                (select s.grade from appraisal_step s where s.appraisal_id = a.id and s.what in ('check', 'answer') and a.state not in ('filled', 'returned') order by s.ordinal desc limit 1)
            from appraisal a join person p on p.id = a.person_id
            """;

    private final JdbcClient jdbc;
    private final Indicators indicators;
    private final Keeping keeping;
    private final PersonBook people;
    private final RegisterParameters parameters;

    Appraisals(JdbcClient jdbc, Indicators indicators, Keeping keeping, PersonBook people, RegisterParameters parameters) {
        this.jdbc = jdbc;
        this.indicators = indicators;
        this.keeping = keeping;
        this.people = people;
        this.parameters = parameters;
    }

    private static Row row(ResultSet rs, int n) throws SQLException {
        return new Row(rs.getLong(1), rs.getLong(2), rs.getString(3), rs.getLong(4), rs.getInt(5), rs.getLong(6), ints(rs.getArray(7)), rs.getString(8), rs.getString(9), rs.getString(10));
    }

    private static List<Integer> ints(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((Integer[]) array.getArray());
    }

    private List<Appraisal> shown(List<Row> rows) {
        Map<Integer, Marks> marks = new HashMap<>();
        return rows.stream().map(r -> {
            int total = total(r.scores);
            String grade = r.given != null ? r.given : marks.computeIfAbsent(r.year, this::marks).grade(total);
            return new Appraisal(Long.toString(r.id), Long.toString(r.person), r.name, r.year, r.scores, total, grade, r.remark, r.state);
        }).toList();
    }

    private static int total(List<Integer> scores) {
        return scores.stream().mapToInt(Integer::intValue).sum();
    }

    /** The lowest totals of the grades, as they stand for a year. */
    private record Marks(int excellent, int good, int fair) {

        String grade(int total) {
            return total >= excellent ? "优秀" : total >= good ? "良好" : total >= fair ? "合格" : "不合格";
        }
    }

    private Marks marks(int year) {
        Map<String, Integer> figures = parameters.on(LocalDate.of(year, 12, 31)).stream().collect(Collectors.toMap(RegisterParameters.Parameter::name, p -> p.value().intValue()));
        return new Marks(figures.get("appraisal.excellent"), figures.get("appraisal.good"), figures.get("appraisal.fair"));
    }

    /** The year's of a body for those who fill in or check, by id; their own only once it is checked. */
    public List<Appraisal> of(long agency, int year, long after, int limit) {
        if (!keeping.may("appraisal.fill", agency) && !keeping.may("appraisal.check", agency)) {
            throw Refused.notFound("没有找到，或者不归您查看");
        }
        return shown(jdbc.sql(SELECT + "where a.agency_id = ? and a.year = ? and a.id > ? and (a.person_id <> ? or a.state not in ('filled', 'returned')) order by a.id limit ?")
                .params(agency, year, after, Caller.current().id(), limit).query(Appraisals::row).list());
    }

    /** A person's that they may see, the newest first: their own once checked; for those who fill in or check those of their body. */
    public List<Appraisal> ofPerson(long person) {
        long agency = people.agency(person);
        boolean keeper = keeping.may("appraisal.fill", agency) || keeping.may("appraisal.check", agency);
        boolean self = Caller.current().id() == person;
        return !keeper && !self ? List.of() : shown(jdbc.sql(SELECT + "where a.person_id = ? and (a.agency_id = ? and ? or ? and a.state not in ('filled', 'returned')) order by a.year desc limit 20")
                .params(person, agency, keeper && !self, self).query(Appraisals::row).list());
    }

    public Page one(long id) {
        Row r = find(id);
        Set<String> may = may(r);
        boolean self = Caller.current().id() == r.person;
        if (self ? Set.of("filled", "returned").contains(r.state) : !keeping.may("appraisal.fill", r.agency) && !keeping.may("appraisal.check", r.agency)) {
            throw Refused.notFound("没有这份考核，或者不归您查看");
        }
        List<Step> steps = jdbc.sql("""
                        select s.what, s.on_day, s.note, coalesce(p.name, ''), s.scores from appraisal_step s left join person p on p.id = s.recorded_by
                        where s.appraisal_id = ? order by s.ordinal desc limit 100""").param(id)
                .query((rs, n) -> new Step(rs.getString(1), rs.getObject(2, LocalDate.class), rs.getString(3), rs.getString(4), ints(rs.getArray(5)))).list();
        return new Page(shown(List.of(r)).getFirst(), indicators.one(r.set), steps, may);
    }

    private Row find(long id) {
        return jdbc.sql(SELECT + "where a.id = ?").param(id).query(Appraisals::row).optional().orElseThrow(() -> Refused.notFound("没有这份考核，或者不归您查看"));
    }

    private Set<String> may(Row r) {
        boolean self = Caller.current().id() == r.person;
        boolean checks = !self && keeping.may("appraisal.check", r.agency) && filler(r.id) != Caller.current().id();
        return switch (r.state) {
            case "filled" -> checks ? Set.of("check", "return") : Set.of();
            case "returned" -> !self && keeping.may("appraisal.fill", r.agency) ? Set.of("fill") : Set.of();
            case "checked" -> self ? Set.of("see", "object") : Set.of();
            case "seen" -> self ? Set.of("object") : Set.of();
            case "objected" -> checks ? Set.of("answer") : Set.of();
            default -> Set.of();
        };
    }

    private long filler(long id) {
        return jdbc.sql("select recorded_by from appraisal_step where appraisal_id = ? and what = 'fill' order by ordinal desc limit 1").param(id).query(Long.class).single();
    }

    /** Fills in the year of an officer, or once more after a return; that is the body's that filled it in, wherever the officer is now. */
    public long fill(long person, int year, List<Integer> scores, String remark) {
        if (Caller.current().id() == person) {
            throw Refused.forbidden("本人的考核由他人填写");
        }
        if (year > parameters.today().getYear()) {
            throw Refused.invalid("/year", "年度还没有到");
        }
        return keeping.change(() -> {
            Optional<Row> before = jdbc.sql(SELECT + "where a.person_id = ? and a.year = ?").params(person, year).query(Appraisals::row).optional();
            long agency = before.map(Row::agency).orElseGet(() -> people.agency(person));
            keeping.keep("appraisal.fill", agency);
            if (!jdbc.sql("select exists (select from person_post where person_id = ? and agency_id = ? and officer and valid_from <= make_date(?, 12, 31))").params(person, agency, year)
                    .query(Boolean.class).single()) {
                throw Refused.invalid("/person", "此人该年度不是本单位的执法人员");
            }
            Indicators.Set set = indicators.of(agency, year);
            fit(set, scores);
            if (before.isPresent() && !before.get().state.equals("returned")) {
                throw Refused.conflict("此人 " + year + " 年度的考核已经填写");
            }
            Integer[] array = scores.toArray(Integer[]::new);
            long id = before.map(Row::id).orElseGet(() -> jdbc.sql("insert into appraisal (person_id, agency_id, year, set_id, scores, state) values (?, ?, ?, ?, ?, 'filled') returning id")
                    .param(person).param(agency).param(year).param(set.id()).param(array).query(Long.class).single());
            jdbc.sql("update appraisal set set_id = ?, scores = ?, remark = ?, state = 'filled' where id = ?").param(set.id()).param(array).param(remark).param(id).update();
            write(id, "fill", "", scores, null);
            return id;
        });
    }

    private static void fit(Indicators.Set set, List<Integer> scores) {
        if (scores.size() != set.indicators().size()) {
            throw Refused.invalid("/scores", "应逐项打分，共 " + set.indicators().size() + " 项");
        }
        for (int i = 0; i < scores.size(); i++) {
            Integer s = scores.get(i);
            if (s == null || s < 0 || s > set.indicators().get(i).points()) {
                throw Refused.invalid("/scores", "“" + set.indicators().get(i).title() + "”应为 0 至 " + set.indicators().get(i).points() + " 分");
            }
        }
    }

    /** @param what check, return, see, object, answer; {@code scores} of an answer that mends them */
    public void step(long id, String what, String note, @Nullable List<Integer> scores) {
        keeping.change(() -> {
            Row r = find(id);
            if (!may(r).contains(what) || what.equals("fill")) {
                one(id);
                throw Refused.conflict("这份考核现在没有这一步，或者不由您办理");
            }
            if (Set.of("return", "object", "answer").contains(what) && note.isBlank()) {
                throw Refused.invalid("/note", "请写明理由");
            }
            if (what.equals("object")) {
                inTime(id);
            }
            if (scores != null && what.equals("answer")) {
                fit(indicators.one(r.set), scores);
                jdbc.sql("update appraisal set scores = ? where id = ?").param(scores.toArray(Integer[]::new)).param(id).update();
            }
            String state = switch (what) {
                case "check" -> "checked";
                case "return" -> "returned";
                case "see" -> "seen";
                case "object" -> "objected";
                default -> "answered";
            };
            jdbc.sql("update appraisal set state = ? where id = ?").params(state, id).update();
            boolean graded = Set.of("check", "answer").contains(what);
            write(id, what, note, what.equals("answer") ? scores : null, graded ? marks(r.year).grade(total(scores != null && what.equals("answer") ? scores : r.scores)) : null);
            return id;
        });
    }

    private void inTime(long id) {
        LocalDate today = parameters.today();
        LocalDate checked = jdbc.sql("select max(on_day) from appraisal_step where appraisal_id = ? and what = 'check'").param(id).query(LocalDate.class).single();
        LocalDate last = checked.plusDays(parameters.value("appraisal.objection-days", today).longValue());
        if (today.isAfter(last)) {
            throw Refused.conflict("提出异议的期限已于 " + last + " 届满");
        }
    }

    private void write(long id, String what, String note, @Nullable List<Integer> scores, @Nullable String grade) {
        jdbc.sql("""
                insert into appraisal_step (appraisal_id, ordinal, what, note, scores, grade, on_day, recorded_by)
                values (:id, (select count(*) + 1 from appraisal_step where appraisal_id = :id), :what, :note, :scores, :grade, :today, :by)""")
                .param("id", id).param("what", what).param("note", note).param("grade", grade).param("scores", scores == null ? null : scores.toArray(Integer[]::new), java.sql.Types.ARRAY)
                .param("today", parameters.today()).param("by", Caller.current().id()).update();
    }

    /** How far the bodies that the caller sees are, by id. */
    public List<Progress> progress(int year, long after, int limit) {
        Keeping.Reach reach = keeping.reach("service.read");
        return jdbc.sql("""
                        select b.id as agency, b.name, (select count(*) from person p join lateral (select * from post_on(p.id, :today)) q on q.officer and not q.ended
                                and q.agency_id = b.id where p.agency_id = b.id) as officers,
                            count(x.id) as filled, count(x.id) filter (where x.state not in ('filled', 'returned')) as checked, count(x.id) filter (where x.state = 'objected') as objected
                        from (select a.id, a.name from agency a where a.region_id = any (:regions) and (cast(:own as bigint) is null or a.id = :own) and a.id > :after order by a.id limit :limit) b
                        left join appraisal x on x.agency_id = b.id and x.year = :year group by b.id, b.name order by b.id""")
                .param("today", parameters.today()).param("regions", reach.regions().toArray(Integer[]::new)).param("own", reach.agency()).param("after", after)
                .param("limit", limit).param("year", year).query(Progress.class).list();
    }
}
