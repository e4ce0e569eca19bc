package org.mingfa.server.registry.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.appraisal.Appraisals;
import org.mingfa.server.registry.appraisal.Indicators;
import org.mingfa.server.sheet.Column;
import org.mingfa.server.sheet.Columns;
import org.mingfa.server.sheet.Sheet;
import org.mingfa.server.sheet.SheetOut;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A year's appraisals (年度考核) of the caller's body as a table: one column an indicator of that year. */
@Component
public class AppraisalTable {

    public static final String TITLE = "年度考核";

    private static final String NAME = "姓名";
    private static final String NUMBER = "证件编号";
    private static final String REMARK = "评语";
    private static final KnownPeople.Named PERSON = new KnownPeople.Named(NAME, NUMBER);
    private static final Map<String, String> FIELDS = Map.of("/person", NAME);
    private static final Map<String, String> STATES = Map.of("filled", "待审核", "returned", "已退回", "checked", "已审核", "seen", "本人已阅", "objected", "有异议", "answered", "异议已答复");

    private final Appraisals appraisals;
    private final Indicators indicators;
    private final RowByRow rows;
    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    AppraisalTable(Appraisals appraisals, Indicators indicators, RowByRow rows, JdbcClient jdbc, Keeping keeping, RegisterParameters parameters) {
        this.appraisals = appraisals;
        this.indicators = indicators;
        this.rows = rows;
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    private List<Indicators.Indicator> of(int year) {
        return indicators.of(Caller.current().agency().id(), year).indicators();
    }

    /** Each with its number before it, so that no two are called alike, nor like another column. */
    private static Map<String, Indicators.Indicator> titles(List<Indicators.Indicator> of) {
        Map<String, Indicators.Indicator> out = new LinkedHashMap<>();
        of.forEach(i -> out.put(out.size() + 1 + " " + i.title(), i));
        return out;
    }

    private static long score(Columns.Record r, String title) {
        return Objects.requireNonNull(r.integer(title));
    }

    public Columns columns(int year) {
        List<Column> all = new ArrayList<>(List.of(Column.text(NAME, 20, "本单位执法人员的姓名", "林予安"), Column.text(NUMBER, 30, "有同名人员时必填", "14991234567").optional()));
        titles(of(year)).forEach((title, i) -> all.add(Column.integer(title, i.standard() + "；0 至 " + i.points() + " 分", Integer.toString(i.points()))));
        all.add(Column.text(REMARK, 500, "可以不填", "").optional());
        return new Columns(all);
    }

    public ImportReport run(int year, Sheet sheet, boolean dryRun) {
        Caller.Body own = Caller.current().agency();
        Places.@Nullable Body body = new Places(jdbc, keeping.regions(), parameters.today()).body(own.name()).orElse(null);
        KnownPeople people = new KnownPeople(jdbc, keeping.regions());
        Map<String, Indicators.Indicator> asked = titles(of(year));
        return rows.run(sheet, dryRun, columns(year), FIELDS, (r, faults) -> {
            if (body == null || body.id() != own.id()) {
                faults.add(r.row(), NAME, "", "名录中有几个单位与本单位同名", "请在页面上逐人填写");
                return;
            }
            asked.forEach((title, i) -> {
                if (score(r, title) < 0 || score(r, title) > i.points()) {
                    faults.add(r.row(), title, r.text(title), "超出范围", "应为 0 至 " + i.points() + " 分");
                }
            });
            KnownPeople.@Nullable Person person = people.of(r, body, PERSON, faults);
            if (person != null && !faults.in(r.row())) {
                appraisals.fill(person.id(), year, asked.keySet().stream().map(title -> (int) score(r, title)).toList(), r.text(REMARK));
            }
        });
    }

    /** Those of the caller's body that the caller sees. Of a set of indicators that was replaced during the year only the sum is told. */
    public void write(int year, OutputStream out) throws IOException {
        List<Indicators.Indicator> asked = of(year);
        List<String> header = new ArrayList<>(List.of(NAME));
        header.addAll(titles(asked).keySet());
        header.addAll(List.of(REMARK, "得分", "等次", "状态"));
        Stream<List<String>> lines = Pages.all(0, after -> appraisals.of(Caller.current().agency().id(), year, after, Pages.SIZE), a -> Long.parseLong(a.id()))
                .map(a -> line(a, asked.size()));
        SheetOut.xlsx(TITLE, header, lines, out);
    }

    private static List<String> line(Appraisals.Appraisal a, int asked) {
        List<String> cells = new ArrayList<>(List.of(a.name()));
        for (int i = 0; i < asked; i++) {
            cells.add(a.scores().size() == asked ? a.scores().get(i).toString() : "");
        }
        cells.addAll(List.of(a.remark(), Integer.toString(a.total()), a.grade(), STATES.getOrDefault(a.state(), a.state())));
        return cells;
    }
}
