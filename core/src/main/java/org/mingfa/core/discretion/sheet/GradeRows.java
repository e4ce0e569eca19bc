package org.mingfa.core.discretion.sheet;

import java.util.List;
import java.util.Map;
import org.mingfa.core.discretion.SanctionText;
import org.mingfa.core.discretion.Unreadable;
import org.mingfa.core.discretion.Words;

/** Tables of tiers: 违法行为, 裁量阶次, 适用情形, 处罚标准 (Jiangmen, Shenzhen, and rows from elsewhere). */
final class GradeRows implements RowReader {
    private final Sheet sheet;
    private final Layout layout;
    private final Inherited inherited;

    GradeRows(Sheet sheet, Layout layout) {
        this.sheet = sheet;
        this.layout = layout;
        this.inherited = new Inherited(layout == Layout.ROWS ? List.of("领域", "地区", "违法行为", "法律依据", "裁量阶次")
                : layout == Layout.GRADES ? List.of("领域", "法律文件", "项目编号", "违法行为", "法律依据", "裁量阶次")
                        : List.of("领域", "法律文件", "项目编号", "违法行为", "法律依据", "法定幅度", "裁量阶次"));
    }

    @Override
    public void read(SheetRow row) {
        Map<String, String> wide = inherited.of(row);
        String conduct = Damage.need("违法行为", wide.get("违法行为"));
        String basis = Damage.need("法律依据", wide.get("法律依据"));
        Draft draft = sheet.draft(List.of(wide.getOrDefault("地区", ""), wide.getOrDefault("法律文件", ""), wide.getOrDefault("项目编号", ""), conduct,
                basis), wide.getOrDefault("项目编号", ""));
        draft.rowsMissing = true; // until this row is read
        String grade = Damage.need("裁量阶次", wide.get("裁量阶次"));
        String condition = Damage.need("适用情形", row.cell("适用情形"));
        if (condition.equals("同上")) {
            throw new Unreadable("适用情形写的是“同上”，请写出完整的情形");
        }
        String standard = row.cell("处罚标准");
        Damage.sanction("处罚标准", standard.equals("同上") ? "" : standard);
        Damage.whole("备注", row.cell("备注"));
        head(draft, wide, row, conduct, basis);
        draft.tiers.add(new Draft.Tier(row, row.cell("row_id"), grade, Words.line(condition), Map.of(), Words.line(standard),
                Words.line(row.cell("备注"))));
        draft.rowsMissing = false;
    }

    private void head(Draft draft, Map<String, String> wide, SheetRow row, String conduct, String basis) {
        if (!draft.head.isEmpty()) {
            return;
        }
        draft.head.put("title", Words.line(conduct));
        draft.head.put("field", wide.getOrDefault("领域", ""));
        draft.head.put("item", wide.getOrDefault("项目编号", ""));
        draft.head.put("benchmark", Basis.benchmark(row.cell("source")));
        draft.head.put("cite", Basis.cite(wide.getOrDefault("法律文件", ""), Words.line(basis)));
        draft.statute = layout == Layout.GRADES_WITH_STATUTE ? statute(wide.getOrDefault("法定幅度", "")) : Basis.onlyFine(basis).orElse(null);
    }

    /** The range of the column 法定幅度, where it is one that is understood. */
    private static @org.jspecify.annotations.Nullable String statute(String text) {
        try {
            return text.isEmpty() || SanctionText.read(text).stream().allMatch(s -> s.fine() == null) ? null : Words.line(text);
        } catch (Unreadable e) {
            return null; // the tiers stand without it; the calculator says that there is no statutory range to check against
        }
    }

    @Override
    public void finish() {
        Conflicts.report(sheet);
    }
}
