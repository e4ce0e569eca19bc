package org.mingfa.core.discretion.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was read so far: drafts of tables in the order of the sheet, and rows reported. */
final class Sheet {
    private final Sheets.Origin origin;
    private final Map<List<String>, Draft> drafts = new LinkedHashMap<>();
    private final Map<Long, Imported.Reported> reported = new LinkedHashMap<>();
    private final Map<String, Integer> codes = new LinkedHashMap<>();

    Sheet(Sheets.Origin origin) {
        this.origin = origin;
    }

    /** @param reason ends with how to mend it: 请… */
    void report(SheetRow row, String reason) {
        reported.putIfAbsent(row.number(), new Imported.Reported(row.number(), row.cell("row_id").isEmpty() ? "-" : row.cell("row_id"),
                reason + "后重新导入"));
    }

    boolean isReported(SheetRow row) {
        return reported.containsKey(row.number());
    }

    List<Imported.Reported> reported() {
        return List.copyOf(reported.values());
    }

    /** The table of these words, made where there is none yet. */
    Draft draft(List<String> key, String item) {
        return drafts.computeIfAbsent(key, k -> new Draft(code(item)));
    }

    java.util.Collection<Draft> drafts() {
        return drafts.values();
    }

    private String code(String item) {
        String part = item.replaceAll("[^0-9A-Za-z.-]", "");
        String code = origin.prefix() + "-" + (part.isEmpty() ? "x" : part);
        int times = codes.merge(code, 1, Integer::sum);
        return times == 1 && !part.isEmpty() ? code : code + "-" + times;
    }

    List<Map<String, Object>> tables() {
        var tables = new ArrayList<Map<String, Object>>();
        for (Draft d : drafts.values()) {
            Map<String, Object> table = d.table(origin, this);
            if (!table.isEmpty()) {
                tables.add(table);
            }
        }
        return tables;
    }
}
