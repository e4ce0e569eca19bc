package org.mingfa.core.discretion;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.sealing.Canonical;
import org.mingfa.core.sealing.Digests;

/**
 * What a table says, as SHA-256: two tables with one digest answer alike. Where it stands (file and line) does not count, nor its
 * days in force: the rest of a table after another, and one that is published again, say the same. What was sealed before that counted
 * the first day too: {@link #is}.
 */
public final class TableDigest {
    private TableDigest() {}

    public static String of(Table t) {
        return digest(t, null);
    }

    /** Whether a kept digest is this table's, as it is made now or as it was made with the first day, which is kept beside it. */
    public static boolean is(@Nullable Object kept, Table t, String from) {
        return of(t).equals(kept) || digest(t, from.isEmpty() ? LocalDate.MIN.toString() : from).equals(kept);
    }

    /** As it was made before the first day was left out. */
    static String withFirstDay(Table t) {
        return digest(t, t.from().toString());
    }

    private static String digest(Table t, @Nullable String from) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("code", t.code());
        map.put("title", t.title());
        map.put("place", List.of(t.field(), t.region(), t.level().name()));
        map.put("benchmark", List.of(t.benchmark(), t.item(), t.cite(), t.violated(), t.family(), t.upper()));
        if (from != null) {
            map.put("from", from);
        }
        map.put("questions", t.questions().values().stream().map(q -> List.of(q.name(), q.options(), q.otherwise())).toList());
        map.put("units", new TreeMap<>(t.units()));
        map.put("statute", t.statute().stream().map(TableDigest::row).toList());
        map.put("rows", t.rows().stream().map(TableDigest::row).toList());
        map.put("weights", t.weights() == null ? null : weights(t.weights()));
        map.put("rounding", t.rounding());
        map.put("replaces", t.replaces());
        map.put("incomplete", t.incomplete());
        return Digests.sha256(Canonical.text(map).getBytes(StandardCharsets.UTF_8));
    }

    private static Object row(Row r) {
        return List.of(r.id(), r.grade(), r.condition(), new TreeMap<>(r.when()), guards(r.guards()),
                r.sanctions().stream().map(s -> List.of(s.party(), s.text(), s.with(), s.may(), s.note())).toList(), r.adds());
    }

    private static Map<String, String> guards(Map<String, Guard> guards) {
        var map = new TreeMap<String, String>();
        guards.forEach((quantity, g) -> map.put(quantity, g.min() + (g.minOpen() ? "(" : "[") + (g.maxOpen() ? ")" : "]") + g.max()));
        return map;
    }

    private static Object weights(Weights w) {
        var list = new ArrayList<@Nullable Object>(List.of(w.start().toString(), w.multiple().toString(), w.floor()));
        list.add(w.base());
        list.add(w.sum());
        list.add(w.least() == null ? null : w.least().toString());
        list.add(w.most() == null ? null : w.most().toString());
        w.factors().forEach(f -> list.add(List.of(f.name(),
                f.options().stream().map(o -> List.of(o.text(), o.weight().toString(), guards(o.guards()))).toList())));
        return list;
    }
}
