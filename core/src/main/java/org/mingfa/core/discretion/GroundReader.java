package org.mingfa.core.discretion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads grounds (法定裁量情节) and families (从轻从重的数值). */
final class GroundReader {
    private static final Pattern TERM = Pattern.compile("([+-]?)(\\d*(?:\\.\\d+)?)([abx])");

    private GroundReader() {}

    static Ground ground(Given g) {
        g.only("code", "title", "effect", "must", "cite");
        Given effect = g.need("effect");
        return new Ground(g.need("code").text(), g.need("title").text(), switch (effect.text()) {
            case "none" -> Ground.Effect.NONE;
            case "lighter" -> Ground.Effect.LIGHTER;
            case "heavier" -> Ground.Effect.HEAVIER;
            default -> throw effect.fault("effect is none, lighter or heavier");
        }, g.flag("must"), g.need("cite").text());
    }

    static Family family(Given g) {
        g.only("code", "title", "cite", "fields", "regions", "rules", "two-grounds", "notes");
        var rules = new LinkedHashMap<String, Map<Choice, Family.Part>>();
        g.fields("rules").forEach((kind, parts) -> {
            if (!Kind.known(kind)) {
                throw parts.fault("a kind of range is one of " + Kind.names());
            }
            var byChoice = new EnumMap<Choice, Family.Part>(Choice.class);
            parts.fields().forEach((choice, part) -> byChoice.put(choice(part, choice), part(part)));
            rules.put(kind, byChoice);
        });
        return new Family(g.need("code").text(), g.need("title").text(), g.need("cite").text(), texts(g, "fields"), texts(g, "regions"), rules,
                g.flag("two-grounds"), texts(g, "notes"));
    }

    private static Choice choice(Given at, String title) {
        try {
            return Choice.of(title);
        } catch (IllegalArgumentException e) {
            throw at.fault(String.valueOf(e.getMessage()));
        }
    }

    private static Family.Part part(Given g) {
        g.only("from", "above", "to", "below", "text");
        return new Family.Part(bound(g, "from", "above"), bound(g, "to", "below"), g.need("text").text());
    }

    private static Family.@Nullable Bound bound(Given g, String closed, String open) {
        Given c = g.get(closed);
        Given o = g.get(open);
        if (c != null && o != null) {
            throw o.fault(closed + " or " + open + ", not both");
        }
        return c != null ? c.as(t -> sum(t, false)) : o == null ? null : o.as(t -> sum(t, true));
    }

    private static Family.Bound sum(String text, boolean open) {
        String plain = text.replace(" ", "").toLowerCase(Locale.ROOT);
        var shares = new LinkedHashMap<String, Ratio>(Map.of("a", Ratio.ZERO, "b", Ratio.ZERO, "x", Ratio.ZERO));
        Matcher m = TERM.matcher(plain);
        int end = 0;
        while (m.lookingAt()) {
            Ratio share = m.group(2).isEmpty() ? Ratio.ONE : Ratio.of(new java.math.BigDecimal(m.group(2)));
            shares.merge(m.group(3), m.group(1).equals("-") ? Ratio.ZERO.minus(share) : share, Ratio::plus);
            end = m.end();
            m.region(end, plain.length());
        }
        if (end == 0 || end < plain.length()) {
            throw new IllegalArgumentException("not a sum such as 0.7a + 0.3b: '" + text + "'");
        }
        return new Family.Bound(shares.getOrDefault("a", Ratio.ZERO), shares.getOrDefault("b", Ratio.ZERO), shares.getOrDefault("x", Ratio.ZERO),
                open);
    }

    private static List<String> texts(Given g, String key) {
        return new ArrayList<>(g.list(key).stream().map(Given::text).toList());
    }
}
