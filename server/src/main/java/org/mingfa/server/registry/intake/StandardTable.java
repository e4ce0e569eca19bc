package org.mingfa.server.registry.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.equipment.Standards;
import org.mingfa.server.sheet.Column;
import org.mingfa.server.sheet.Columns;
import org.mingfa.server.sheet.Faults;
import org.mingfa.server.sheet.Sheet;
import org.mingfa.server.sheet.SheetOut;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The standards of equipment (配备标准) of the caller's region as a table, in and out. */
@Component
public class StandardTable {

    public static final String TITLE = "配备标准";

    private static final String KIND = "装备类别";
    private static final String FIELD = "执法领域";
    private static final String FROM = "自何日起";
    private static final String QUANTITY = "数量";
    private static final String OFFICERS = "每几名执法人员";
    private static final String CITE = "依据";
    private static final String VERIFIED = "已核对原文";
    private static final Map<String, String> FIELDS = Map.of("/kind", KIND, "/from", FROM);
    private static final int MOST = 1_000;

    private record Kind(String code, String title) {}

    private final Standards standards;
    private final RowByRow rows;
    private final JdbcClient jdbc;

    StandardTable(Standards standards, RowByRow rows, JdbcClient jdbc) {
        this.standards = standards;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    private List<Kind> kinds() {
        return jdbc.sql("select code, title from equipment_kind order by ordinal").query(Kind.class).list();
    }

    public Columns columns() {
        List<String> titles = kinds().stream().map(Kind::title).toList();
        return new Columns(List.of(Column.choice(KIND, titles, "装备类别", titles.getFirst()), Column.text(FIELD, 20, "不填则适用于各领域", "市场监管").optional(),
                Column.date(FROM, "应晚于本地区同类现有标准的施行日期", "2026-01-01"), Column.integer(QUANTITY, "0 至 1000", "1"),
                Column.integer(OFFICERS, "每几名执法人员配备；0 表示每个单位", "2"), Column.text(CITE, 200, "依据的文件和条款", "本市行政执法装备配备办法"),
                Column.yesNo(VERIFIED, "依据已经对照原文核对的填“是”", "是").optional()));
    }

    public ImportReport run(Sheet sheet, boolean dryRun) {
        Map<String, String> codes = kinds().stream().collect(java.util.stream.Collectors.toMap(Kind::title, Kind::code));
        return rows.run(sheet, dryRun, columns(), FIELDS, (r, faults) -> {
            int quantity = number(r, QUANTITY, faults);
            int officers = number(r, OFFICERS, faults);
            if (!faults.in(r.row())) {
                standards.set(new Standards.NewStandard(Objects.requireNonNull(codes.get(r.text(KIND))), r.text(FIELD), Objects.requireNonNull(r.date(FROM)), quantity, officers,
                        r.text(CITE), Boolean.TRUE.equals(r.yes(VERIFIED))));
            }
        });
    }

    private static int number(Columns.Record r, String column, Faults faults) {
        long n = Objects.requireNonNull(r.integer(column));
        if (n < 0 || n > Standards.MOST) {
            faults.add(r.row(), column, r.text(column), "超出范围", "应为 0 至 " + Standards.MOST);
            return 0;
        }
        return (int) n;
    }

    /** Those of the caller's own region, in the order in which they can be taken in. */
    public void write(OutputStream out) throws IOException {
        Stream<List<String>> lines = jdbc.sql("""
                        select k.title, s.field, s.valid_from, s.quantity, s.per_officers, s.cite, s.verified from equipment_standard s join equipment_kind k on k.code = s.kind
                        where s.region_id = ? order by k.ordinal, s.field, s.valid_from, s.id limit ?""")
                .params(Caller.current().agency().region(), MOST)
                .query((rs, n) -> List.of(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getString(5), rs.getString(6), rs.getBoolean(7) ? "是" : "否")).list().stream();
        SheetOut.xlsx(TITLE, columns().all().stream().map(Column::title).toList(), lines, out);
    }
}
