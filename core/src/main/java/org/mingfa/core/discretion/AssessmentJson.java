package org.mingfa.core.discretion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assessments as plain JSON values: sums in 分 as whole numbers, shares as text. */
public final class AssessmentJson {
    private AssessmentJson() {}

    public static Map<String, @Nullable Object> of(Assessment a) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("name", a.situation().name());
        map.put("table", a.table().code());
        map.put("violation", a.table().title());
        map.put("benchmark", a.table().benchmark());
        map.put("cite", a.table().cite());
        map.put("grade", a.row() == null ? "" : a.row().grade());
        map.put("row", a.row() == null ? "" : a.row().id());
        map.put("condition", a.row() == null ? "" : a.row().described());
        map.put("note", a.row() == null ? "" : a.row().note());
        map.put("weights", a.weighed() == null ? null : weights(a.weighed()));
        map.put("grounds", a.grounds().stream().map(g -> Map.of("code", g.code(), "title", g.title(), "effect", g.effect().title(), "must",
                g.must(), "cite", g.cite())).toList());
        map.put("choice", a.choice().title());
        map.put("family", a.family() == null ? "" : a.family().code());
        map.put("spared", a.spared());
        map.put("parties", a.parties().stream().map(AssessmentJson::party).toList());
        map.put("evidence", a.situation().evidence());
        map.put("flags", a.flags());
        map.put("departs", a.departs());
        map.put("explanation", a.explanation());
        return map;
    }

    /** The assessment that applies, with {@code change}: which law was lighter; its explanation stands first. */
    public static Map<String, @Nullable Object> of(LighterLaw l) {
        Map<String, @Nullable Object> map = of(l.applies());
        if (l.later() != null) {
            map.put("change", Map.of("lighter", l.lighter(), "undecided", l.undecided(), "old", l.old().table().code(), "later", l.later().table().code(),
                    "explanation", l.explanation()));
            map.put("explanation", l.explanation() + l.applies().explanation());
        }
        return map;
    }

    public static Map<String, @Nullable Object> of(Several s) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("several", s.norms() ? "norms" : "acts");
        map.put("of", s.each().stream().map(AssessmentJson::of).toList());
        map.put("lowest", s.lowest());
        map.put("highest", s.highest());
        map.put("proposed", s.proposed());
        map.put("applied", s.applied() == null ? null : s.applied().table().code());
        map.put("explanation", s.explanation());
        return map;
    }

    private static Map<String, @Nullable Object> party(Assessment.Party p) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("party", p.name());
        map.put("statutory", range(p.law()));
        map.put("benchmark", range(p.benchmark()));
        map.put("result", range(p.result()));
        map.put("proposed", p.result() == null ? null : p.proposed());
        map.put("decided", p.decided());
        map.put("clamped", p.clamped());
        map.put("rule", p.rule());
        map.put("measures", p.measures());
        return map;
    }

    private static @Nullable Object range(@Nullable Range r) {
        if (r == null) {
            return null;
        }
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("min", r.min());
        map.put("max", r.max());
        map.put("minOpen", r.minOpen());
        map.put("maxOpen", r.maxOpen());
        map.put("text", r.text());
        return map;
    }

    private static Map<String, @Nullable Object> weights(Assessment.Weighed w) {
        List<Object> answers = new ArrayList<>();
        w.answers().forEach(a -> answers.add(Map.of("factor", a.factor(), "option", a.option(), "weight", a.weight().percent())));
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("start", w.start().percent());
        map.put("answers", answers);
        map.put("total", w.total().percent());
        map.put("base", w.base());
        map.put("fine", w.fine().min());
        return map;
    }
}
