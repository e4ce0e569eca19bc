package org.mingfa.server.registry.applying;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.applying.ApplicationBook.Application;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What must be met before a certificate is issued on an application, and what is. */
@Component
public class Requirements {

    /** @param text what is met, or what stands in the way and how it is mended */
    public record Requirement(String name, String title, boolean met, String text, String cite) {}

    private record Needed(String name, String title, String cite) {}

    private record Said(boolean met, String text) {}

    private final JdbcClient jdbc;
    private final RegisterParameters parameters;
    private final ApplicationBook store;

    Requirements(JdbcClient jdbc, RegisterParameters parameters, ApplicationBook store) {
        this.jdbc = jdbc;
        this.parameters = parameters;
        this.store = store;
    }

    /** In the order in which they are dealt with, as of a day. */
    public List<Requirement> of(Application a, LocalDate day) {
        return jdbc.sql("""
                        select name, title, cite from (select distinct on (name) * from application_requirement where valid_from <= ? order by name, valid_from desc) r
                        where not ended order by ordinal""").param(day).query(Needed.class).list().stream().map(n -> {
            Said said = said(n.name, a, day);
            return new Requirement(n.name, n.title, said.met, said.text, n.cite);
        }).toList();
    }

    private Said said(String name, Application a, LocalDate day) {
        return switch (name) {
            case "post" -> post(a, day);
            case "check" -> new Said(!a.state().equals("filed"), a.state().equals("filed") ? "所在单位还没有审查" : "所在单位已经审查同意");
            case "hours" -> hours(a, day);
            case "exam" -> exam(a, day);
            case "notice" -> notice(a, day);
            default -> throw new IllegalStateException("no requirement " + name);
        };
    }

    private Said post(Application a, LocalDate day) {
        record Now(String agency, boolean officer, boolean ended) {}
        Now now = jdbc.sql("select cast(agency_id as text) as agency, officer, ended from post_on(?, ?)").params(a.personId(), day).query(Now.class).optional().orElse(null);
        if (now == null || now.ended) {
            return new Said(false, "没有登记岗位，或者已经离岗");
        }
        if (!now.agency.equals(a.agency())) {
            return new Said(false, "已经调离申请时的单位，请撤回后由现单位重新申请");
        }
        return new Said(now.officer, now.officer ? "岗位登记为执法人员" : "岗位登记的不是执法人员；辅助人员不能申领，转任的先变更岗位");
    }

    /** Hours of training in the months before. */
    private Said hours(Application a, LocalDate day) {
        BigDecimal needed = parameters.value("certificate.training-hours", day);
        int months = parameters.value("certificate.training-months", day).intValue();
        BigDecimal had = jdbc.sql("select coalesce(sum(hours), 0) from training_record where person_id = ? and held_on > ? and held_on <= ?")
                .params(a.personId(), day.minusMonths(months), day).query(BigDecimal.class).single();
        boolean met = had.compareTo(needed) >= 0;
        return new Said(met, "最近 %d 个月培训 %s 学时，要求 %s 学时%s".formatted(months, plain(had), plain(needed), met ? "" : "，还差 " + plain(needed.subtract(had)) + " 学时"));
    }

    private static String plain(BigDecimal n) {
        return n.stripTrailingZeros().toPlainString();
    }

    private Said exam(Application a, LocalDate day) {
        int years = parameters.value("exam.valid-years", day).intValue();
        boolean needsField = parameters.value("exam.needs-field", day).signum() > 0;
        record Passed(boolean open, boolean field, String title, LocalDate on) {}
        List<Passed> passed = jdbc.sql("""
                        select exists (select from exam_part t where t.session_id = s.id and t.category = 'public') as open, s.field = ? as field, s.title,
                               cast(c.handed_in_at at time zone ? as date) as on
                        from exam_candidate c join exam_session s on s.id = c.session_id
                        where c.person_id = ? and c.passed and cast(c.handed_in_at at time zone ? as date) > ? order by c.handed_in_at desc limit 20""")
                .params(a.field(), parameters.zone().getId(), a.personId(), parameters.zone().getId(), day.minusYears(years)).query(Passed.class).list();
        boolean open = passed.stream().anyMatch(Passed::open);
        boolean field = passed.stream().anyMatch(Passed::field);
        if (open && (field || !needsField)) {
            return new Said(true, "已经合格：" + passed.getFirst().title + "（" + passed.getFirst().on + "），成绩保留 " + years + " 年");
        }
        return new Said(false, (!open ? "还没有合格的公共法律知识考试成绩" : "还没有合格的" + a.field() + "专业法律知识考试成绩") + removed(a.id()));
    }

    /** That they were removed from an exam, and why. */
    private String removed(long application) {
        return jdbc.sql("select s.title, m.reason from exam_removal m join exam_session s on s.id = m.session_id where m.application_id = ? order by m.id desc limit 1").param(application)
                .query((rs, n) -> "；曾从考试“" + rs.getString(1) + "”的名单撤下：" + rs.getString(2)).optional().orElse("");
    }

    private Said notice(Application a, LocalDate day) {
        if (a.noticeTo() == null) {
            return new Said(false, "还没有公示");
        }
        int open = store.unanswered(a.id());
        if (open > 0) {
            return new Said(false, "有 " + open + " 件异议还没有答复");
        }
        return day.isAfter(a.noticeTo()) ? new Said(true, "已经公示：" + a.noticeFrom() + " 至 " + a.noticeTo()) : new Said(false, "公示到 " + a.noticeTo() + "，期满次日起可以发证");
    }
}
