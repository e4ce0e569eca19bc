package org.mingfa.core.discretion.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cells that are empty because they were merged with the one above (or say 同上). The columns go from the widest to the narrowest:
 * where a wider one changes, nothing narrower is inherited.
 */
final class Inherited {
    private final List<String> columns;
    private final Map<String, String> last = new HashMap<>();

    Inherited(List<String> columns) {
        this.columns = columns;
    }

    /** The row's values of the columns; empty where there is nothing to inherit. */
    Map<String, String> of(SheetRow row) {
        var values = new HashMap<String, String>();
        boolean changed = false;
        for (String column : columns) {
            String cell = row.cell(column);
            boolean above = cell.isEmpty() || cell.equals("同上");
            String value = !above ? cell : changed ? "" : last.getOrDefault(column, "");
            changed |= !above && !cell.equals(last.get(column));
            values.put(column, value);
        }
        last.clear();
        last.putAll(values);
        return values;
    }
}
