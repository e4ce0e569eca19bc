package org.mingfa.server.cases.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Entry;

/**
 * Where the case stands in its procedure.
 *
 * @param state done, current, todo, skipped (an earlier stage without an act), or returned: the case was there and what was done there is undone
 * @param date day of the latest act in that stage
 */
public record StageView(String name, String state, @Nullable LocalDate date) {

    public static List<StageView> all(CaseFile file) {
        Map<String, LocalDate> dates = new LinkedHashMap<>();
        for (Entry e : file.entries()) {
            ActSpec act = file.procedure().act(e.act().code());
            if (act != null) {
                dates.put(act.stage(), e.act().at().date());
            }
        }
        List<String> names = file.procedure().stages();
        int current = names.indexOf(file.stage());
        List<StageView> out = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            LocalDate date = dates.get(names.get(i));
            out.add(new StageView(names.get(i), state(i, current, date, file.ended()), date));
        }
        return out;
    }

    private static String state(int i, int current, @Nullable LocalDate date, boolean ended) {
        if (i == current) {
            return ended ? "done" : "current";
        }
        if (i < current) {
            return date == null ? "skipped" : "done";
        }
        return date == null ? "todo" : "returned";
    }
}
