package org.mingfa.server.registry.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.mingfa.server.registry.counsel.Counsel;
import org.mingfa.server.sheet.Column;
import org.mingfa.server.sheet.Columns;
import org.mingfa.server.sheet.Sheet;
import org.mingfa.server.sheet.SheetOut;
import org.springframework.stereotype.Component;

/** Requests for a lawyer (律师调用) of the caller's body as a table; out with what became of them. */
@Component
public class CounselTable {

    public static final String TITLE = "律师调用申请";

    private static final String MATTER = "事项";
    private static final String FROM = "自何日起";
    private static final String TO = "至何日止";
    private static final Map<String, String> FIELDS = Map.of("/to", TO);
    private static final Map<String, String> STATES = Map.of("open", "等待指派", "assigned", "已指派", "declined", "未予指派", "withdrawn", "已撤回", "ended", "已结束");
    private static final Columns COLUMNS = new Columns(List.of(Column.text(MATTER, 200, "请求协助的事项", "重大复杂案件法制审核协助"), Column.date(FROM, "需要协助的首日", "2026-12-01"),
            Column.date(TO, "需要协助的末日，不早于今天", "2026-12-31")));

    private final Counsel counsel;
    private final RowByRow rows;

    CounselTable(Counsel counsel, RowByRow rows) {
        this.counsel = counsel;
        this.rows = rows;
    }

    public Columns columns() {
        return COLUMNS;
    }

    public ImportReport run(Sheet sheet, boolean dryRun) {
        return rows.run(sheet, dryRun, COLUMNS, FIELDS, (r, faults) -> counsel.ask(r.text(MATTER).strip(), Objects.requireNonNull(r.date(FROM)), Objects.requireNonNull(r.date(TO))));
    }

    /** Those that the caller sees, the newest first. */
    public void write(OutputStream out) throws IOException {
        Stream<List<String>> lines = Pages.all(Long.MAX_VALUE, before -> counsel.page(null, before, Pages.SIZE), r -> Long.parseLong(r.id()))
                .map(r -> List.of(r.agencyName(), r.matter(), r.fromDay().toString(), r.toDay().toString(), STATES.getOrDefault(r.state(), r.state()), Objects.toString(r.name(), ""),
                        Objects.toString(r.assignedFrom(), ""), Objects.toString(r.assignedTo(), ""), r.note()));
        SheetOut.xlsx(TITLE, List.of("单位", MATTER, FROM, TO, "状态", "指派", "指派自何日起", "指派至何日止", "说明"), lines, out);
    }
}
