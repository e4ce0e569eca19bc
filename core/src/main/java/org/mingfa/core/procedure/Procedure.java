package org.mingfa.core.procedure;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A procedure as its law packs make it (法定程序): acts and the relations between them, compiled and ready to examine. */
public final class Procedure {

    /** A kind of object that a case may have: a party, a measure, a document. */
    public record ObjectSpec(String kind, String title, String plural, String label, Map<String, Object> schema) {}

    /**
     * A value computed from the record, that conditions and people read.
     *
     * @param on the kind of object it belongs to; null: the case
     * @param type bool, date, money, int or text
     */
    public record Figure(
            String name, String title, String type, @Nullable String on, String cite, String text, String file, int line) {}

    /**
     * A pack file's part in this procedure: title and version of the base or a layer.
     *
     * @param transition what this version says of pending cases; null: they keep their version
     */
    public record Source(String code, String title, String version, String digest, @Nullable Transition transition) {}

    final ActSpec[] acts;
    private final Map<String, ActSpec> byCode = new LinkedHashMap<>();
    private final Map<String, ActSpec> byLogName = new LinkedHashMap<>();
    final Map<String, ObjectSpec> objects;
    final Map<String, String> pauses;
    final Map<String, Parameter> parameters;
    final Map<String, Figure> figures;
    final Map<String, Condition> figureConditions;
    final Map<String, Map<String, Object>> lists;
    final Map<String, Object> noLists = new LinkedHashMap<>();
    final Map<String, Object> params = new LinkedHashMap<>();
    final boolean timed;
    private final Header header;

    record Header(
            String code,
            String title,
            String version,
            LocalDate from,
            @Nullable LocalDate to,
            String cite,
            List<String> stages,
            List<Source> sources,
            Map<String, String> roles,
            String digest,
            String file) {}

    Procedure(
            Header header,
            ActSpec[] acts,
            Map<String, ObjectSpec> objects,
            Map<String, String> pauses,
            Map<String, Parameter> parameters,
            Map<String, Figure> figures,
            Map<String, Condition> figureConditions,
            Map<String, Map<String, Object>> lists) {
        this.header = header;
        this.acts = acts;
        this.objects = objects;
        this.pauses = pauses;
        this.parameters = parameters;
        this.figures = figures;
        this.figureConditions = figureConditions;
        this.lists = lists;
        lists.keySet().forEach(kind -> noLists.put(kind, List.of()));
        parameters.forEach((k, v) -> params.put(k, v.celValue()));
        boolean expires = false;
        for (ActSpec a : acts) {
            byCode.put(a.code(), a);
            byLogName.put(a.logName(), a);
            expires |= a.effects.stream().anyMatch(e -> e.onExpiry() >= 0);
            a.effects.stream().filter(e -> !e.duty()).map(e -> acts[e.act()]).filter(t -> t.closedAtStart).distinct()
                    .forEach(t -> t.openedBy.add(a));
        }
        this.timed = expires;
    }

    public String code() {
        return header.code();
    }

    public String title() {
        return header.title();
    }

    /** The pack file of its base. */
    public String file() {
        return header.file();
    }

    public String version() {
        return header.version();
    }

    public String cite() {
        return header.cite();
    }

    /** The day it came into force, and the last day it was. */
    public LocalDate from() {
        return header.from();
    }

    public @Nullable LocalDate to() {
        return header.to();
    }

    /** The stages (环节), in order. */
    public List<String> stages() {
        return header.stages();
    }

    /** Base and layers it is made of. */
    public List<Source> sources() {
        return header.sources();
    }

    /** SM3 over all its sources: what a case is pinned to. */
    public String digest() {
        return header.digest();
    }

    /** The titles of these roles, joined for a sentence; a role without a title stands as its code. */
    public String roleTitles(List<String> codes) {
        return String.join("或", codes.stream().map(c -> header.roles().getOrDefault(c, c)).toList());
    }

    public List<ActSpec> acts() {
        return List.of(acts);
    }

    /** The relations between its acts, in pack order. */
    public List<Relation> relations() {
        return RelationList.of(acts);
    }

    public @Nullable ActSpec act(String code) {
        return byCode.get(code);
    }

    /** Index of the act with this name in an event log, or -1. */
    public int actIndexByLogName(String name) {
        ActSpec a = byLogName.get(name);
        return a == null ? -1 : a.index;
    }

    public List<ObjectSpec> objects() {
        return List.copyOf(objects.values());
    }

    /** Titles of the pauses (扣除期间) by name. */
    public Map<String, String> pauseTitles() {
        return java.util.Collections.unmodifiableMap(pauses);
    }

    public List<Parameter> parameters() {
        return List.copyOf(parameters.values());
    }

    /** Kind of list to the JSON Schema of what conditions read of its rows, with titles. */
    public Map<String, Map<String, Object>> listSchemas() {
        return java.util.Collections.unmodifiableMap(lists);
    }

    public List<Figure> figures() {
        return List.copyOf(figures.values());
    }

    /** Every rule and clock, in pack order; shared ids appear once. A duty without a date (及时) is never late and no clock. */
    public List<Clause> clauses() {
        Map<String, Clause> out = new LinkedHashMap<>();
        for (ActSpec a : acts) {
            a.needs.forEach(n -> out.putIfAbsent(n.clause().id(), n.clause()));
            a.waitsFor.forEach(w -> out.putIfAbsent(w.clause().id(), w.clause()));
            a.rules.forEach(r -> out.putIfAbsent(r.clause().id(), r.clause()));
            a.effects.stream()
                    .filter(e -> e.period() != null)
                    .forEach(e -> out.putIfAbsent(e.clause().id(), e.clause()));
            a.extensions.forEach(e -> out.putIfAbsent(e.clause().id(), e.clause()));
        }
        return List.copyOf(out.values());
    }

    /** What can be found in a case that is taken as complete: every rule and clock, and every duty without a date too. */
    public List<Clause> clausesOfCompleteCase() {
        Map<String, Clause> out = new LinkedHashMap<>();
        clauses().forEach(c -> out.put(c.id(), c));
        for (ActSpec a : acts) {
            a.effects.stream()
                    .filter(e -> e.duty() && e.owedBy() == Relations.OwedBy.AGENCY)
                    .forEach(e -> out.putIfAbsent(e.clause().id(), e.clause()));
        }
        return List.copyOf(out.values());
    }
}
