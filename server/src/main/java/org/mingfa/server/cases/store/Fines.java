package org.mingfa.server.cases.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.cases.store.Rows.FineRow;

/**
 * The fines that a case decides, for similar cases (类案). An act decides where its pack's hint {@code x-discretion} names both the
 * fine and the degree (裁量情节); what it kept of the calculator ({@code x-assessment}) says table, grade and range. A decision of an older pack, or without
 * the calculator, has its fine alone, under the words of the case's cause (案由).
 */
public final class Fines {

    private Fines() {}

    /** The fields of an act that keep an assessment. */
    public static List<String> keepers(ActSpec spec) {
        List<String> out = new ArrayList<>();
        if (spec.form().get("properties") instanceof Map<?, ?> fields) {
            fields.forEach((name, f) -> {
                if (f instanceof Map<?, ?> field && Boolean.TRUE.equals(field.get("x-assessment"))) {
                    out.add(String.valueOf(name));
                }
            });
        }
        return out;
    }

    /** Whether a case under this procedure may end in a fine. */
    public static boolean may(Procedure procedure) {
        return procedure.acts().stream().anyMatch(Fines::decides);
    }

    /** Whether an act decides a fine. */
    public static boolean decides(ActSpec spec) {
        return hint(spec).isPresent();
    }

    static List<FineRow> of(CaseFile file, String violation) {
        List<FineRow> out = new ArrayList<>();
        for (Entry e : file.entries()) {
            ActSpec spec = file.procedure().act(e.act().code());
            if (spec != null && file.stands(e.seq())) {
                hint(spec).ifPresent(h -> fine(e, spec, h, violation, out));
            }
        }
        return out;
    }

    private static Optional<Map<?, ?>> hint(ActSpec spec) {
        if (!(spec.form().get("properties") instanceof Map<?, ?> fields)) {
            return Optional.empty();
        }
        for (Object f : fields.values()) {
            if (f instanceof Map<?, ?> field && field.get("x-discretion") instanceof Map<?, ?> h && h.get("fine") != null && h.get("degree") != null) {
                return Optional.of(h);
            }
        }
        return Optional.empty();
    }

    private static void fine(Entry e, ActSpec spec, Map<?, ?> hint, String violation, List<FineRow> out) {
        Map<String, Object> form = e.act().form();
        if (!(form.get(String.valueOf(hint.get("fine"))) instanceof Number fine)) {
            return;
        }
        Map<?, ?> kept = keepers(spec).stream().map(form::get).filter(Map.class::isInstance).map(m -> (Map<?, ?>) m).findFirst().orElse(Map.of());
        Map<?, ?> range = kept.get("ranges") instanceof List<?> l && !l.isEmpty() && l.getFirst() instanceof Map<?, ?> r ? r : Map.of();
        boolean departs = Boolean.TRUE.equals(form.get(String.valueOf(hint.get("departs"))));
        String conduct = kept.isEmpty() ? violation : text(kept, "violation");
        out.add(new FineRow(e.seq(), e.act().on().getOrDefault("party", ""), kept.isEmpty() ? null : text(kept, "table"), conduct, text(kept, "grade"),
                fine.longValue(), number(range, "min"), number(range, "max"), departs, e.act().at().date()));
    }

    private static String text(Map<?, ?> kept, String part) {
        return kept.get(part) instanceof String s ? s : "";
    }

    private static @Nullable Long number(Map<?, ?> range, String part) {
        return range.get(part) instanceof Number n ? n.longValue() : null;
    }
}
