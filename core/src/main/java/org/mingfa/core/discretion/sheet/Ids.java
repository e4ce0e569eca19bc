package org.mingfa.core.discretion.sheet;

import java.util.HashMap;
import java.util.Map;
import org.mingfa.core.discretion.Unreadable;

/** Ids of rows, which must be there and differ. */
final class Ids {
    private final Map<String, Long> seen = new HashMap<>();

    void see(SheetRow row) {
        String id = row.cell("row_id");
        if (id.isEmpty()) {
            throw new Unreadable("没有填写 row_id（行的编号），请补上");
        }
        Long first = seen.putIfAbsent(id, row.number());
        if (first != null) {
            throw new Unreadable("row_id 与第 " + first + " 行相同，请改成不同的编号");
        }
    }
}
