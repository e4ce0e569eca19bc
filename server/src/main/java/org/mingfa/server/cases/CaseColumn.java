package org.mingfa.server.cases;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.mingfa.server.cases.view.CaseRow;

/** A column of the list of cases, which shows no more of a case than the list's rows hold. */
public enum CaseColumn {
    NUMBER("立案号", (r, zone) -> Objects.requireNonNullElse(r.number(), "")),
    PARTY("当事人", (r, zone) -> r.party()),
    VIOLATION("案由", (r, zone) -> r.violation()),
    PROCEDURE("程序", (r, zone) -> r.procedure().title()),
    STAGE("当前环节", (r, zone) -> r.ended() ? "已结案" : r.stage()),
    LEAD("主办人", (r, zone) -> r.lead() == null ? "" : r.lead().name()),
    OFFICERS("承办人", (r, zone) -> officers(r)),
    AGENCY("办案机关", (r, zone) -> r.agency()),
    FILED("登记日期", (r, zone) -> r.filedOn().toString()),
    LIMIT("办理期限", (r, zone) -> limit(r)),
    UPDATED("最近办理", (r, zone) -> r.updatedAt().atZone(zone).toLocalDate().toString());

    /** What the list shows until one chooses. */
    public static final List<CaseColumn> USUAL = List.of(NUMBER, PARTY, STAGE, OFFICERS, FILED, LIMIT);

    private final String title;
    private final BiFunction<CaseRow, ZoneId, String> cell;

    CaseColumn(String title, BiFunction<CaseRow, ZoneId, String> cell) {
        this.title = title;
        this.cell = cell;
    }

    public String title() {
        return title;
    }

    /** As clients name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CaseColumn> of(String code) {
        return Stream.of(values()).filter(c -> c.code().equals(code)).findFirst();
    }

    String cell(CaseRow row, ZoneId zone) {
        return cell.apply(row, zone);
    }

    private static String officers(CaseRow row) {
        Stream<String> lead = row.lead() == null ? Stream.of() : Stream.of(row.lead().name());
        return String.join("、", Stream.concat(lead, row.officers().stream()).distinct().toList());
    }

    private static String limit(CaseRow row) {
        CaseRow.DueRow due = row.due();
        return due == null ? "" : due.stopped() ? due.title() + "（中止）" : due.date() == null ? due.title() : due.title() + " " + due.date();
    }
}
