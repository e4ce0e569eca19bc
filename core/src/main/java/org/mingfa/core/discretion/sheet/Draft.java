package org.mingfa.core.discretion.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingfa.core.discretion.Amount;
import org.mingfa.core.discretion.Ratio;
import org.mingfa.core.discretion.Sanction;
import org.mingfa.core.discretion.SanctionText;
import org.jspecify.annotations.Nullable;

/** A table in the making. */
final class Draft {
    /** A tier: where it applies, what follows. */
    record Tier(SheetRow row, String id, String grade, String condition, Map<String, String> when, String text, String note) {}

    record Option(SheetRow row, String text, Ratio weight) {}

    final String code;
    final Map<String, String> head = new LinkedHashMap<>();
    final List<Tier> tiers = new ArrayList<>();
    final Map<String, List<Option>> factors = new LinkedHashMap<>();
    /** Factor to how many rows speak of it, read or not. */
    final Map<String, Integer> answers = new LinkedHashMap<>();
    final List<String> notes = new ArrayList<>();
    String basis = "";
    @Nullable String statute;
    @Nullable Ratio start;
    @Nullable Formula formula;
    boolean rowsMissing;
    boolean weighed;

    Draft(String code) {
        this.code = code;
    }

    /** Empty where nothing of it was read. */
    Map<String, Object> table(Sheets.Origin origin, Sheet sheet) {
        List<Tier> good = tiers.stream().filter(t -> !sheet.isReported(t.row())).toList();
        if (good.isEmpty() && factors.isEmpty() && start == null && formula == null && notes.isEmpty()) {
            return Map.of();
        }
        var table = new LinkedHashMap<String, Object>();
        table.put("code", code);
        head.forEach((key, text) -> {
            if (!text.isEmpty()) {
                table.put(key, text);
            }
        });
        put(table, "level", origin.level());
        put(table, "region", origin.region());
        if (statute != null && comparable(statute, good)) {
            table.put("statute", List.of(Map.of("do", statute)));
        }
        if (!good.isEmpty()) {
            table.put("rows", good.stream().map(Draft::row).toList());
        }
        List<String> incomplete = new ArrayList<>();
        if (weighed) {
            weights(table, incomplete, sheet);
        }
        if (!weighed && good.isEmpty()) {
            incomplete.add("没有读出任何档次，请按导入报告改正后重新导入");
        }
        if (!incomplete.isEmpty()) {
            table.put("incomplete", incomplete);
        }
        var remarks = new ArrayList<>(notes);
        if (rowsMissing && !weighed) {
            remarks.add("导入时本表有没有读出的行，见导入报告");
        }
        if (!remarks.isEmpty()) {
            table.put("notes", remarks);
        }
        return table;
    }

    /** Measured in the same way as every tier (每次 is not), so that it can bound them. */
    private static boolean comparable(String statute, List<Tier> tiers) {
        List<Amount> law = fines(statute);
        return tiers.stream().flatMap(t -> fines(t.text()).stream()).allMatch(f -> law.stream().anyMatch(l -> l.getClass() == f.getClass()
                && l.base().equals(f.base())));
    }

    private static List<Amount> fines(String text) {
        return SanctionText.read(text).stream().map(Sanction::fine).filter(java.util.Objects::nonNull).map(java.util.Objects::requireNonNull)
                .toList();
    }

    private static void put(Map<String, Object> table, String key, String text) {
        if (!text.isEmpty()) {
            table.put(key, text);
        }
    }

    private static Map<String, Object> row(Tier t) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", t.id());
        put(row, "grade", t.grade());
        put(row, "condition", t.condition());
        if (!t.when().isEmpty()) {
            row.put("when", t.when());
        }
        row.put("do", t.text());
        put(row, "note", t.note());
        return row;
    }

    private static Map<String, Object> named(String first, Object one, String second, Object other) {
        var map = new LinkedHashMap<String, Object>();
        map.put(first, one);
        map.put(second, other);
        return map;
    }

    private void weights(Map<String, Object> table, List<String> incomplete, Sheet sheet) {
        if (start == null) {
            incomplete.add("没有读出裁量起点，请补上后重新导入");
        }
        if (formula == null) {
            incomplete.add("没有读出计算方法，请补上后重新导入");
        }
        if (rowsMissing) {
            incomplete.add("有的行没有读出，权重不全，请按导入报告改正后重新导入");
        }
        var weights = new LinkedHashMap<String, Object>();
        weights.put("start", start == null ? "0%" : start.percent());
        (formula == null ? new Formula("", "1元", "1", "", "") : formula).put(weights, basis);
        var list = new ArrayList<Object>();
        factors.forEach((name, options) -> {
            List<Object> good = new ArrayList<>();
            options.stream().filter(o -> !sheet.isReported(o.row())).forEach(o -> good.add(named("text", o.text(), "weight", o.weight().percent())));
            if (!good.isEmpty()) {
                list.add(named("name", name, "options", good));
            }
        });
        weights.put("factors", list);
        table.put("weights", weights);
    }
}
