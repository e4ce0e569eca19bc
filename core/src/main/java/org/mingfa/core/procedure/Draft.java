package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A procedure while it is put together: the base file, its parts, then the layers that apply, from 国家 down. Nothing
 * is resolved yet; every piece keeps its place.
 */
final class Draft {

    final Doc base;
    final List<Doc> sources = new ArrayList<>();
    final Map<String, Doc> objects = new LinkedHashMap<>();
    final Map<String, Doc> pauses = new LinkedHashMap<>();
    final Map<String, Doc> figures = new LinkedHashMap<>();
    final Map<String, Parameter> parameters = new LinkedHashMap<>();
    final Map<String, List<Doc>> acts = new LinkedHashMap<>();
    final List<Doc> common = new ArrayList<>();
    final Map<String, String> titles = new LinkedHashMap<>();
    final Map<String, String> documents = new LinkedHashMap<>();
    private final Set<String> sharedActs = new HashSet<>();
    private final Set<String> ownActs = new HashSet<>();
    private final Map<String, String> setBy = new LinkedHashMap<>();
    private final Consumer<PackProblem> problems;

    Draft(Doc base, List<Doc> parts, Consumer<PackProblem> problems) {
        this.base = base;
        this.problems = problems;
        base.only("procedure", "title", "version", "in-force", "transition", "cite", "strict", "log-names", "stages", "objects", "pauses",
                "parameters", "figures", "common", "acts", "documents", "verified", "note");
        take(base, "国家");
        for (Doc part : parts) {
            part.only("part-of", "in-force", "objects", "pauses", "parameters", "figures", "common", "acts", "title", "note");
            take(part, "国家");
        }
    }

    private void take(Doc doc, String layer) {
        sources.add(doc);
        section(doc, "objects", objects);
        section(doc, "pauses", pauses);
        section(doc, "figures", figures);
        if (doc.has("parameters")) {
            doc.need("parameters").fields().forEach((name, d) -> guarded(() -> declare(name, d, layer)));
        }
        if (doc.has("acts")) {
            boolean shared = doc.has("part-of") && doc.need("part-of").isList();
            doc.need("acts").fields().forEach((code, d) -> act(code, d, shared));
        }
        common.addAll(doc.list("common"));
        words(doc, "documents", documents);
    }

    /** An act stands in one file of the procedure's own and in one that it shares with others: its own refines the shared one. */
    private void act(String code, Doc d, boolean shared) {
        if (!(shared ? sharedActs : ownActs).add(code)) {
            problems.accept(d.problem("act '" + code + "' is defined twice"));
            return;
        }
        List<Doc> all = acts.computeIfAbsent(code, c -> new ArrayList<>());
        all.add(shared ? 0 : all.size(), d);
    }

    private void section(Doc doc, String key, Map<String, Doc> into) {
        if (doc.has(key)) {
            doc.need(key).fields().forEach((name, d) -> {
                if (into.putIfAbsent(name, d) != null) {
                    problems.accept(d.problem(key + ": '" + name + "' is defined twice"));
                }
            });
        }
    }

    private static void words(Doc doc, String key, Map<String, String> into) {
        if (doc.has(key)) {
            doc.need(key).fields().forEach((code, d) -> into.put(code, d.text()));
        }
    }

    private void declare(String name, Doc d, String layer) {
        if (parameters.containsKey(name)) {
            problems.accept(d.problem("parameter '" + name + "' is defined twice"));
            return;
        }
        parameters.put(name, ParameterReader.read(name, d, layer));
    }

    /** Lays a layer on top: it may add, and set parameters within the bounds given above. */
    void layer(Doc doc) {
        doc.only("layer", "title", "level", "field", "region", "version", "in-force", "transition", "cite", "parameters", "add-parameters",
                "figures", "objects", "pauses", "common", "acts", "titles", "documents", "verified", "note");
        sources.add(doc);
        String title = doc.text("title", doc.file());
        if (doc.has("parameters")) {
            doc.need("parameters").fields().forEach((name, d) -> guarded(() -> set(name, d, doc, title)));
        }
        if (doc.has("add-parameters")) {
            doc.need("add-parameters").fields().forEach((name, d) -> guarded(() -> declare(name, d, title)));
        }
        section(doc, "objects", objects);
        section(doc, "pauses", pauses);
        section(doc, "figures", figures);
        common.addAll(doc.list("common"));
        if (doc.has("acts")) {
            doc.need("acts").fields().forEach((code, d) -> acts.computeIfAbsent(code, c -> new ArrayList<>()).add(d));
        }
        words(doc, "titles", titles);
        words(doc, "documents", documents);
    }

    private void set(String name, Doc d, Doc layer, String title) {
        Parameter above = parameters.get(name);
        if (above == null) {
            problems.accept(d.problem("no layer above declares the parameter '" + name + "'; declare it under add-parameters"));
            return;
        }
        Parameter mine = ParameterReader.refine(above, d, title);
        boolean region = layer.has("region");
        String earlier = setBy.put(name, region ? "region" : "field");
        if (earlier != null && !earlier.equals(region ? "region" : "field")) {
            mine = ParameterReader.merge(above, mine, d);
        }
        parameters.put(name, mine);
    }

    private void guarded(Runnable r) {
        try {
            r.run();
        } catch (Doc.Fault f) {
            problems.accept(f.problem);
        }
    }
}
