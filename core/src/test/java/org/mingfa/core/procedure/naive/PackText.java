package org.mingfa.core.procedure.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a pack as YAML, so that the real loader reads it. */
final class PackText {

    private PackText() {}

    static String of(Pack p) {
        StringBuilder out = new StringBuilder("procedure: drawn\ntitle: 抽取\nversion: \"1\"\nin-force: {from: 2021-01-01}\n");
        out.append("strict: ").append(p.strict()).append("\nstages: [一, 二, 三]\n");
        if (!p.kinds().isEmpty()) {
            out.append("objects:\n");
            p.kinds().forEach(k -> out.append("  ").append(k).append(": {title: ").append(k).append(", plural: ").append(k)
                    .append("s, fields: {properties: {v: {type: integer}}}}\n"));
        }
        if (!p.figures().isEmpty()) {
            out.append("figures:\n");
            p.figures().forEach(f -> out.append("  ").append(f.name()).append(": {title: 数, type: bool, cite: 法 第一条").append(f.kind() == null ? "" : ", on: " + f.kind())
                    .append(", value: \"").append(f.value().cel()).append("\"}\n"));
        }
        out.append("pauses: {rest: {title: 休, cite: 法 第一条}, test: {title: 检, cite: 法 第一条}}\nacts:\n");
        p.acts().forEach(a -> act(out, a));
        return out.toString();
    }

    private static void act(StringBuilder out, Pack.A a) {
        List<String> f = new ArrayList<>(List.of("title: " + a.code(), "cite: 法 第一条", "stage: " + Pack.STAGES.get(a.stage())));
        flag(f, "kind: fact", a.fact());
        flag(f, "by: " + a.by(), !a.by().isEmpty());
        flag(f, "on: " + a.on(), !a.on().isEmpty());
        if (a.creates() != null) {
            f.add("creates: " + (a.rows() ? "{kind: " + a.creates() + ", from: rows}" : a.creates()));
        }
        flag(f, "ends: " + a.ends(), a.ends() != null);
        flag(f, "starts: " + a.starts(), !a.starts().equals("open"));
        flag(f, "times: " + a.times(), a.times() > 0);
        flag(f, "final: true", a.isFinal());
        flag(f, "after-end: true", a.afterEnd());
        String rows = a.creates() != null && a.rows() ? ", rows: {type: array, items: {$ref: \"#/objects/" + a.creates() + "\"}}" : "";
        f.add("form: {properties: {id: {type: string}, n: {type: integer}, ok: {type: boolean}, d: {type: string, format: date}" + rows + "}}");
        out.append("  ").append(a.code()).append(": {").append(String.join(", ", f));
        list(out, "needs", a.needs(), PackText::need);
        list(out, "waits-for", a.waits(), w -> "{act: " + w.act() + when("when", w.when()) + severity(w.severity(), "bar") + "}");
        list(out, "obliges", a.gives().stream().filter(Pack.Gives::duty).toList(), g -> gives(a, g));
        list(out, "opens", a.gives().stream().filter(g -> !g.duty()).toList(), g -> gives(a, g));
        list(out, "closes", a.closes(), c -> "{act: " + c.act() + when("when", c.when()) + on("when-each", c.whenEach()) + "}");
        list(out, "undoes", a.undoes(), u -> u);
        list(out, "counts-as", a.countsAs(), c -> c);
        list(out, "begins-pause", a.begins(), b -> "{pause: " + b.pause() + (b.document() ? ", document: id" : "") + "}");
        list(out, "ends-pause", a.resumes(), e -> "{pause: " + e.pause() + (e.through() ? ", through: d" : "") + "}");
        list(out, "extends", a.extensions(), x -> "{duty: " + x.duty() + ", by: " + x.by().yaml()
                + (x.times() > 0 ? ", times: " + x.times() : "") + severity(x.severity(), "bar") + "}");
        list(out, "rules", a.rules(), r -> "{id: " + r.id() + ", title: " + r.id() + ", require: \"" + r.require().cel() + "\""
                + when("when", r.when()) + severity(r.severity(), "bar") + "}");
        out.append("}\n");
    }

    private static String need(Pack.Need n) {
        return "{act: " + n.act() + (n.delay() == null ? "" : ", delay: " + n.delay().yaml())
                + (n.after() == null ? "" : ", after: " + n.after().yaml()) + on("strict", n.strict())
                + (n.each() == null ? "" : ", each: " + n.each()) + on("or-none", n.orNone()) + when("where", n.where())
                + when("when", n.when()) + (n.endsEarly() == null ? "" : ", ends-early: " + n.endsEarly())
                + on("even-if-closed", n.evenIfClosed()) + paused(n.pausedBy()) + severity(n.severity(), "bar") + "}";
    }

    private static String gives(Pack.A a, Pack.Gives g) {
        return "{act: " + g.act() + ", id: " + Pack.id(a.code(), g)
                + (g.length() == null ? "" : (g.duty() ? ", within: " : ", until: ") + g.length().yaml()) + on("strict", g.strict())
                + paused(g.pausedBy()) + when("when", g.when()) + (g.duty() && !g.owedBy().equals("agency") ? ", owed-by: " + g.owedBy() : "")
                + on("one-for-one", g.oneForOne()) + when("fulfilled-when", g.fulfilledWhen())
                + (g.onExpiry() == null ? "" : ", on-expiry: " + g.onExpiry()) + on("also-later", g.alsoLater())
                + on("outlives-case", g.outlives()) + (g.fromForm() ? ", from: d" : "") + (g.dated() ? ", dated: act.d" : "")
                + (g.warnAfter() == null ? "" : ", warn-after: " + g.warnAfter().yaml()) + "}";
    }

    private static <T> void list(StringBuilder out, String key, List<T> items, Function<T, String> write) {
        if (!items.isEmpty()) {
            out.append(",\n    ").append(key).append(": [").append(String.join(", ", items.stream().map(write).toList())).append("]");
        }
    }

    private static void flag(List<String> out, String text, boolean on) {
        if (on) {
            out.add(text);
        }
    }

    private static String on(String key, boolean on) {
        return on ? ", " + key + ": true" : "";
    }

    private static String when(String key, @Nullable Cond c) {
        return c == null ? "" : ", " + key + ": \"" + c.cel() + "\"";
    }

    private static String paused(List<String> names) {
        return names.isEmpty() ? "" : ", paused-by: " + names;
    }

    private static String severity(String s, String usual) {
        return s.equals(usual) ? "" : ", severity: " + s;
    }
}
