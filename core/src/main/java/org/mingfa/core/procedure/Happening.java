package org.mingfa.core.procedure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;

/** One happening of an act: recorded in an entry, or by law (依法自动发生), then without one. */
final class Happening {
    final ActSpec spec;
    final Map<String, String> on;
    final Moment at;
    final @Nullable Act act;
    final long seq;
    /** its place among all happenings of the case, from 1; 0 until it takes effect */
    int order;
    private @Nullable Map<String, Object> view;

    Happening(ActSpec spec, Map<String, String> on, Moment at, @Nullable Act act, long seq) {
        this.spec = spec;
        this.on = on;
        this.at = at;
        this.act = act;
        this.seq = seq;
    }

    /** True where this is about the objects asked for; kinds that one side does not name do not matter. */
    boolean about(Map<String, String> asked) {
        return Bindings.agree(on, asked);
    }

    /** Form and envelope as conditions see them. */
    Map<String, Object> view() {
        if (view == null) {
            view = view(spec, at, act);
        }
        return view;
    }

    static Map<String, Object> view(ActSpec spec, Moment at, @Nullable Act act) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (act != null) {
            out.putAll(FormTypes.readFields(spec.form(), act.form()));
            out.put("actor", act.actor());
            out.put("officers", act.officers());
        }
        out.put("date", FormTypes.instant(at.date()));
        out.put("at", at.from().toInstant(java.time.ZoneOffset.UTC));
        return out;
    }
}
