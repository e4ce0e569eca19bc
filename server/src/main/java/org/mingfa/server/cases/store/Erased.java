package org.mingfa.server.cases.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.Entry;

/** What is shown where a party's key was destroyed and their data can never be read again. */
public final class Erased {

    /** Stands in the place of the value. */
    public static final String SHOWN = "〔个人信息已销毁〕";

    private static final String MARK = "$destroyed";

    private Erased() {}

    public static Entry shown(Entry e) {
        Act a = e.act();
        Act readable = new Act(a.code(), a.at(), a.on(), a.actor(), a.roles(), a.officers(), shown(a.form()));
        return new Entry(e.seq(), readable, e.registry(), e.recordedAt(), e.mode(), e.corrects());
    }

    public static Map<String, Object> shown(Map<?, ?> form) {
        Map<String, Object> out = new LinkedHashMap<>();
        form.forEach((name, value) -> out.put((String) name, value(value)));
        return out;
    }

    private static Object value(Object value) {
        return switch (value) {
            case Map<?, ?> m when m.size() == 1 && m.containsKey(MARK) -> SHOWN;
            case Map<?, ?> m -> shown(m);
            case List<?> l -> l.stream().map(Erased::value).toList();
            default -> value;
        };
    }
}
