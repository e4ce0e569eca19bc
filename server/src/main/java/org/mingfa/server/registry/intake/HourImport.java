package org.mingfa.server.registry.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mingfa.server.access.Caller;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.sheet.Column;
import org.mingfa.server.sheet.Columns;
import org.mingfa.server.sheet.Faults;
import org.mingfa.server.sheet.Sheet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of training hours: whose by certificate number, or by body and name where only one has it. */
@Component
public class HourImport {

    private static final String NAME = "姓名";
    private static final String BODY = "单位";
    private static final String NUMBER = "证件编号";
    private static final String TITLE = "培训名称";
    private static final String KIND = "培训类别";
    private static final String HOURS = "学时";
    private static final String DAY = "培训日期";
    private static final String ORGANISER = "主办单位";
    private static final Map<String, String> KINDS = Map.of("公共法律知识", "public", "专业知识和技能", "special");

    public static final Columns COLUMNS = new Columns(List.of(
            Column.text(NAME, 20, "姓名", "林予安"), Column.text(BODY, 100, "执法主体名录中的全称", "云岭市市场监督管理局"),
            Column.text(NUMBER, 30, "有同名人员时必填", "14991234567").optional(), Column.text(TITLE, 100, "课程名称", "行政处罚法专题培训"),
            Column.choice(KIND, List.of("公共法律知识", "专业知识和技能"), "培训类别", "公共法律知识"), Column.integer(HOURS, "1 至 200 的整数", "8"),
            Column.date(DAY, "培训结束之日", "2026-03-05"), Column.text(ORGANISER, 100, "主办单位", "云岭市司法局").optional()));

    private static final KnownPeople.Named PERSON = new KnownPeople.Named(NAME, NUMBER);

    private record Hours(long person, String kind, BigDecimal hours, LocalDate day, String title, String organiser) {}

    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    HourImport(JdbcClient jdbc, Keeping keeping, RegisterParameters parameters) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    public ImportReport run(Sheet sheet, boolean dryRun) {
        return keeping.change(() -> {
            Faults faults = new Faults();
            List<Columns.Record> rows = COLUMNS.read(sheet, faults);
            Places places = new Places(jdbc, keeping.regions(), parameters.today());
            KnownPeople people = new KnownPeople(jdbc, keeping.regions());
            Map<Long, Boolean> kept = new HashMap<>();
            Set<Hours> seen = new HashSet<>(known(rows, people));
            List<Hours> taken = new ArrayList<>();
            for (Columns.Record r : rows) {
                Places.Body body = places.body(r.text(BODY)).orElse(null);
                if (body == null) {
                    faults.add(r.row(), BODY, r.text(BODY), "登记册中没有这个单位，或者不在本地区", places.like(r.text(BODY)));
                } else if (!kept.computeIfAbsent(body.id(), a -> keeping.may("training.write", a))) {
                    faults.add(r.row(), BODY, r.text(BODY), "您只管理本单位的培训", "请删去其他单位的行");
                } else {
                    hours(r, body, people, seen, faults, taken);
                }
            }
            if (!faults.any() && !dryRun) {
                write(taken);
                return ImportReport.of(faults, sheet.rows().size(), taken.size());
            }
            return ImportReport.of(faults, sheet.rows().size(), 0);
        });
    }

    private void hours(Columns.Record r, Places.Body body, KnownPeople people, Set<Hours> seen, Faults faults, List<Hours> taken) {
        KnownPeople.Person person = people.of(r, body, PERSON, faults);
        long hours = Objects.requireNonNull(r.integer(HOURS));
        LocalDate day = Objects.requireNonNull(r.date(DAY));
        if (hours < 1 || hours > 200) {
            faults.add(r.row(), HOURS, r.text(HOURS), "不在 1 至 200 之间", "请核对学时");
        }
        if (day.isAfter(parameters.today())) {
            faults.add(r.row(), DAY, day.toString(), "培训日期晚于今天", "培训结束后再登记");
        }
        if (person != null && !faults.in(r.row())) {
            Hours h = new Hours(person.id(), Objects.requireNonNull(KINDS.get(r.text(KIND))), BigDecimal.valueOf(hours), day, r.text(TITLE), r.text(ORGANISER));
            if (seen.add(new Hours(h.person, h.kind, BigDecimal.ZERO, day, h.title, ""))) {
                taken.add(h);
            } else {
                faults.add(r.row(), TITLE, h.title, "此人当日的这次培训已经登记，或者在本表中出现两次", "请删去重复的行");
            }
        }
    }

    /** What is registered already of the years in the table, of the people whom it can mean. */
    private List<Hours> known(List<Columns.Record> rows, KnownPeople people) {
        Long[] ids = people.ids().toArray(Long[]::new);
        Integer[] years = rows.stream().map(r -> Objects.requireNonNull(r.date(DAY)).getYear()).distinct().toArray(Integer[]::new);
        return jdbc.sql("select person_id, kind, held_on, title from training_record where person_id = any (?) and year = any (?)").params(ids, years)
                .query((rs, n) -> new Hours(rs.getLong(1), rs.getString(2), BigDecimal.ZERO, rs.getObject(3, LocalDate.class), rs.getString(4), "")).list();
    }

    private void write(List<Hours> taken) {
        jdbc.sql("""
                insert into training_record (person_id, year, kind, hours, held_on, title, organiser, recorded_by)
                select p, extract(year from d), k, h, d, t, o, ? from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as numeric[]), cast(? as date[]), cast(? as text[]), cast(? as text[]))
                    as x (p, k, h, d, t, o)""")
                .param(Caller.current().id()).param(taken.stream().map(Hours::person).toArray(Long[]::new)).param(taken.stream().map(Hours::kind).toArray(String[]::new))
                .param(taken.stream().map(Hours::hours).toArray(BigDecimal[]::new)).param(taken.stream().map(h -> h.day.toString()).toArray(String[]::new))
                .param(taken.stream().map(Hours::title).toArray(String[]::new)).param(taken.stream().map(Hours::organiser).toArray(String[]::new))
                .update();
    }
}
