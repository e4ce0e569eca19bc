package org.mingfa.server.registry.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.applying.ApplicationBook;
import org.mingfa.server.registry.applying.CertificateApplications;
import org.mingfa.server.sheet.Column;
import org.mingfa.server.sheet.Columns;
import org.mingfa.server.sheet.Sheet;
import org.mingfa.server.sheet.SheetOut;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Applications for certificates (领证申请) that a unit files for its people, as a table; out with their states. */
@Component
public class ApplicationTable {

    public static final String TITLE = "领证申请";

    private static final String NAME = "姓名";
    private static final String BODY = "单位";
    private static final String NUMBER = "原证件编号";
    private static final String FIELD = "执法类别";
    private static final String REGION = "执法区域代码";
    private static final String STATEMENT = "申请理由";
    private static final KnownPeople.Named PERSON = new KnownPeople.Named(NAME, NUMBER);
    private static final Map<String, String> FIELDS = Map.of("/field", FIELD);
    private static final Map<String, String> STATES = Map.of("filed", "待单位审查", "checked", "待考试和培训", "notice", "公示中", "issued", "已发证", "returned", "已退回", "withdrawn", "已撤回", "refused", "不予发证");
    private static final Columns COLUMNS = new Columns(List.of(Column.text(NAME, 20, "姓名", "林予安"), Column.text(BODY, 100, "执法主体名录中的全称", "云岭市市场监督管理局"),
            Column.text(NUMBER, 30, "有同名人员时必填", "14991234567").optional(), Column.text(FIELD, 20, "执法类别", "市场监管"),
            Column.text(REGION, 12, "六位以上行政区划代码；不填则为单位所在地区", "149901").optional(), Column.text(STATEMENT, 500, "为什么申请", "新录用到行政执法岗位")));

    private final CertificateApplications applications;
    private final ApplicationBook book;
    private final RowByRow rows;
    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    ApplicationTable(CertificateApplications applications, ApplicationBook book, RowByRow rows, JdbcClient jdbc, Keeping keeping, RegisterParameters parameters) {
        this.applications = applications;
        this.book = book;
        this.rows = rows;
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    public Columns columns() {
        return COLUMNS;
    }

    public ImportReport run(Sheet sheet, boolean dryRun) {
        Places places = new Places(jdbc, keeping.regions(), parameters.today());
        KnownPeople people = new KnownPeople(jdbc, keeping.regions());
        return rows.run(sheet, dryRun, COLUMNS, FIELDS, (r, faults) -> {
            Places.@Nullable Body body = places.body(r.text(BODY)).orElse(null);
            if (body == null) {
                faults.add(r.row(), BODY, r.text(BODY), "登记册中没有这个单位，或者不在本地区", places.like(r.text(BODY)));
                return;
            }
            KnownPeople.@Nullable Person person = people.of(r, body, PERSON, faults);
            if (person != null) {
                applications.file(person.id(), r.text(FIELD), r.text(REGION).isEmpty() ? null : r.text(REGION), r.text(STATEMENT).strip());
            }
        });
    }

    /** Those that the caller sees, the newest first. */
    public void write(OutputStream out) throws IOException {
        Stream<List<String>> lines = Pages.all(Long.MAX_VALUE, before -> book.page(keeping.regions(), applications.only(), null, before, Pages.SIZE), ApplicationBook.Application::id)
                .map(a -> List.of(a.name(), a.agencyName(), a.field(), a.regionCode(), a.statement(), a.filedOn().toString(), STATES.getOrDefault(a.state(), a.state()),
                        Objects.toString(a.number(), "")));
        SheetOut.xlsx(TITLE, List.of(NAME, BODY, FIELD, REGION, STATEMENT, "提出日期", "状态", "证件编号"), lines, out);
    }
}
