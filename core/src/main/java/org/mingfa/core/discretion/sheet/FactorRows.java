package org.mingfa.core.discretion.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingfa.core.discretion.Ratio;
import org.mingfa.core.discretion.Unreadable;
import org.mingfa.core.discretion.Words;

/** Guangdong's tables: weighted factors, direct tiers by several conditions, and remarks on the calculation. */
final class FactorRows implements RowReader {
    private static final String CONDITION = "违法程度或适用条件";
    private static final String STANDARD = "权重或处罚标准";

    private final Sheet sheet;
    private final Inherited inherited = new Inherited(List.of("领域", "表号", "违法行为", "处罚依据", "模型", "裁量要素"));
    private final Cuts cuts = new Cuts();

    FactorRows(Sheet sheet) {
        this.sheet = sheet;
    }

    @Override
    public void read(SheetRow row) {
        Map<String, String> wide = inherited.of(row);
        String number = Damage.need("表号", wide.get("表号"));
        String conduct = Damage.need("违法行为", wide.get("违法行为"));
        String basis = Damage.need("处罚依据", wide.get("处罚依据").replaceAll("[（()）]", "")); // quoted law: its brackets are often torn
        Draft draft = sheet.draft(List.of(number, conduct), number);
        boolean missing = draft.rowsMissing;
        draft.rowsMissing = true; // until this row is read
        if (draft.head.isEmpty()) {
            head(draft, row, wide, conduct, basis);
        }
        switch (wide.get("模型")) {
            case "多因素权重" -> factor(draft, row, wide.get("裁量要素"));
            case "直接档次" -> tier(draft, row);
            case "计算说明" -> remark(draft, row);
            default -> throw new Unreadable("模型写的是“" + wide.get("模型") + "”，请改成多因素权重、直接档次或者计算说明");
        }
        draft.rowsMissing = missing;
    }

    private static void head(Draft draft, SheetRow row, Map<String, String> wide, String conduct, String basis) {
        draft.head.put("title", Words.line(conduct));
        draft.head.put("field", wide.get("领域"));
        draft.head.put("item", wide.get("表号"));
        draft.head.put("benchmark", Basis.benchmark(row.cell("source")));
        draft.head.put("cite", Basis.cite("", Words.line(basis)));
        String violated = Words.line(row.cell("违反条款"));
        draft.head.put("violated", violated.isEmpty() ? "" : Basis.cite("", violated));
        draft.basis = basis;
        draft.statute = Basis.onlyFine(basis).orElse(null);
    }

    private void factor(Draft draft, SheetRow row, String name) {
        draft.weighed = true;
        draft.answers.merge(name, 1, Integer::sum);
        String standard = row.cell(STANDARD);
        if (standard.contains("|")) {
            throw new Unreadable(STANDARD + "里写了几项“" + Unreadable.shown(standard) + "”，请对照原件分成几张表（各有表号），每行一个权重");
        }
        Ratio weight = weight(standard);
        String condition = row.cell(CONDITION);
        if (Damage.need("裁量要素", name).equals("裁量起点")) {
            if (!condition.isEmpty() || draft.start != null) {
                throw new Unreadable(condition.isEmpty() ? "本表已有一个裁量起点，请对照原件只留一个"
                        : "裁量起点不附条件，这里却写了“" + Unreadable.shown(condition) + "”，请对照原件删去或者另写裁量要素");
            }
            draft.start = weight;
            return;
        }
        Cuts.beginning(name);
        String option = Words.line(Damage.need(CONDITION, condition));
        draft.factors.computeIfAbsent(name, n -> new ArrayList<>()).add(new Draft.Option(row, option, weight));
        cuts.see(draft, name, option, row);
    }

    private static Ratio weight(String text) {
        Damage.filled(STANDARD, text);
        try {
            Ratio weight = Ratio.share(text);
            if (weight.compareTo(Ratio.ONE) > 0 || text.equals("0")) {
                throw noWeight(text);
            }
            return weight;
        } catch (IllegalArgumentException e) {
            throw noWeight(text);
        }
    }

    private static Unreadable noWeight(String text) {
        return new Unreadable("权重“" + Unreadable.shown(text) + "”应是百分之百以内的百分数或者分数，请对照原件写成20%或者1/8的样子");
    }

    private void tier(Draft draft, SheetRow row) {
        String standard = row.cell(STANDARD);
        Map<String, String> when = conditions(Damage.need(CONDITION, row.cell(CONDITION)), row.cell("裁量要素"));
        Damage.sanction(STANDARD, standard);
        draft.tiers.add(new Draft.Tier(row, row.cell("row_id"), "", "", when, Words.line(standard), Words.line(row.cell("备注"))));
        when.forEach((name, value) -> cuts.see(draft, name, value, row));
    }

    /** 违法程度:…；整改情况:… as question and answer; a dash for an answer means that it is not asked. */
    private static Map<String, String> conditions(String text, String factor) {
        var when = new LinkedHashMap<String, String>();
        String[] parts = text.split("[；;]");
        for (String part : parts) {
            String[] pair = part.split("[:：]", 2);
            if (pair.length == 1 ? parts.length > 1 : !factor.isEmpty()) {
                throw new Unreadable(pair.length == 1 ? "条件“" + part + "”没有名称，请对照原件写成“名称:内容”"
                        : "裁量要素“" + factor + "”与写明名称的条件重复，请对照原件只留一种写法");
            }
            String name = pair.length == 1 ? factor.isEmpty() ? "适用情形" : factor : Words.line(pair[0]);
            String value = Words.line(pair[pair.length - 1]);
            if (name.contains("罚款")) {
                throw new Unreadable("条件里的“" + name + "”是罚款，另一列的罚款对谁就看不出来了，请把罚款都写进" + STANDARD + "并写明各对谁");
            }
            if (name.isEmpty() || value.isEmpty()) {
                throw new Unreadable("条件“" + Unreadable.shown(part) + "”没有" + (name.isEmpty() ? "名称" : "内容") + "，请对照原件写成“名称:内容”");
            }
            Cuts.beginning(name);
            if (!value.matches("[-—–/、]+") && when.put(name, value) != null) {
                throw new Unreadable("条件“" + name + "”写了两次，请对照原件改正");
            }
        }
        if (when.isEmpty()) {
            throw new Unreadable(CONDITION + "里没有一项有内容，请对照原件补上");
        }
        return when;
    }

    private static void remark(Draft draft, SheetRow row) {
        String text = row.cell("备注").isEmpty() ? row.cell(STANDARD) : row.cell("备注");
        if (text.isEmpty()) {
            throw new Unreadable("计算说明没有内容，请对照原件补上");
        }
        Damage.whole("备注", text);
        Formula.read(text).ifPresent(f -> {
            if (draft.formula != null) {
                throw new Unreadable("本表已有一种计算方法，请对照原件只留一种，或者分成两张表（各有表号）");
            }
            f.floor(draft.basis);
            draft.formula = f;
        });
        draft.notes.add(Words.line(text));
    }

    @Override
    public void finish() {
        Conflicts.report(sheet);
        cuts.report(sheet);
        sheet.drafts().forEach(this::options);
    }

    /** A factor with one answer lost the others, or its name was cut; two weights for one answer cannot both be right. */
    private void options(Draft draft) {
        draft.factors.forEach((name, options) -> {
            if (draft.answers.getOrDefault(name, 0) == 1) {
                lost(draft, options, "裁量要素“" + name + "”只有这一种情形，其余的情形或者名称的一部分丢了，请对照原件补上");
            }
            for (Draft.Option o : options) {
                List<Draft.Option> same = options.stream().filter(x -> x.text().equals(o.text())).toList();
                if (same.size() > 1) {
                    lost(draft, same, "裁量要素“" + name + "”的情形“" + o.text() + "”写了两次，请对照原件改正");
                }
            }
        });
    }

    private void lost(Draft draft, List<Draft.Option> options, String reason) {
        options.forEach(o -> sheet.report(o.row(), reason));
        draft.rowsMissing = true;
    }
}
