package org.mingfa.core.procedure.naive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Mode;
import org.mingfa.core.procedure.Registry;

/** What is recorded, in the order of recording. */
record Run(List<Step> steps) {

    /** One entry; {@code corrects} is the index of an earlier step that it corrects. */
    record Step(String act, Map<String, String> on, Moment at, Map<String, Object> form, List<String> roles, Mode mode, @Nullable Integer corrects) {
        Act toAct() {
            return new Act(act, at, on, "someone", roles, List.of(), form);
        }

        @Override
        public String toString() {
            return act + on + " " + at + " " + form + " " + roles + (corrects == null ? "" : " corrects " + (corrects + 1));
        }
    }

    List<Entry> entries() {
        List<Entry> out = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step s = steps.get(i);
            out.add(new Entry(i + 1, s.toAct(), Registry.EMPTY, Instant.EPOCH, s.mode(), s.corrects() == null ? null : s.corrects() + 1L));
        }
        return out;
    }

    /** Without one step; null where another corrects it. */
    @Nullable Run without(int gone) {
        List<Step> out = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step s = steps.get(i);
            Integer c = s.corrects();
            if (i == gone) {
                continue;
            }
            if (c != null && c == gone) {
                return null;
            }
            out.add(c != null && c > gone ? new Step(s.act(), s.on(), s.at(), s.form(), s.roles(), s.mode(), c - 1) : s);
        }
        return new Run(out);
    }
}
