package org.mingfa.core.procedure;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Period;
import org.mingfa.core.calendar.Unit;

/** Reads the relations and rules of one act, each with its title, severity and citation. */
final class RelationReader {

    private final Assembler a;
    private final ActSpec spec;
    private final String owner;

    /** @param owner the act's code, or {@code common} for what many acts share */
    RelationReader(Assembler assembler, ActSpec spec, String owner) {
        this.a = assembler;
        this.spec = spec;
        this.owner = owner;
    }

    void read(Doc d) {
        each(d, "needs", this::need);
        each(d, "waits-for", this::waitsFor);
        each(d, "opens", r -> effect(r, false));
        each(d, "obliges", r -> effect(r, true));
        each(d, "closes", this::closing);
        each(d, "undoes", r -> spec.undoes.add(a.resolve(r, r.text()).index));
        each(d, "counts-as", r -> spec.countsAs.add(a.resolve(r, r.text()).index));
        each(d, "begins-pause", this::pauseStart);
        each(d, "ends-pause", this::pauseEnd);
        each(d, "extends", this::extension);
        each(d, "rules", this::rule);
    }

    private void each(Doc d, String key, java.util.function.Consumer<Doc> reader) {
        d.list(key).forEach(r -> a.guarded(() -> reader.accept(r)));
    }

    private ActSpec target(Doc d) {
        return d.isText() ? a.resolve(d, d.text()) : a.resolve(d.need("act"), d.need("act").text());
    }

    private Clause clause(Doc d, String relation, String name, String title, Severity severity) {
        boolean map = d.isMap();
        String given = map ? d.text("id") : null;
        String id = given == null ? spec.code() + "." + relation + "." + name : relation.isEmpty() ? RuleText.clause(owner, given) : given;
        String cite = map && d.has("cite") ? d.need("cite").text() : spec.cite;
        if (cite.isBlank()) {
            a.report(d.problem("'" + id + "' has no citation, and neither has its act '" + spec.code() + "'"));
        }
        Severity own = severity;
        if (map && d.has("severity")) {
            own = switch (d.need("severity").text()) {
                case "bar" -> Severity.BAR;
                case "warn" -> Severity.WARN;
                case "score" -> Severity.SCORE;
                default -> throw d.need("severity").fault("severity is bar, warn or score");
            };
        }
        return new Clause(id, map ? d.text("title", title) : title, own, cite, map ? d.text("mend", "") : "", d.file(), d.line());
    }

    private void need(Doc d) {
        if (d.isMap()) {
            d.only("act", "delay", "after", "strict", "where", "each", "or-none", "ends-early", "even-if-closed", "when", "id",
                    "title", "severity", "mend", "cite", "paused-by", "yields-to", "note", "ref");
        }
        ActSpec target = target(d);
        Clause clause = clause(d, "needs", target.code(), "须先" + target.title(), Severity.BAR);
        if (d.isText()) {
            spec.needs.add(new Relations.Need(
                    clause, target.index, Relations.Wait.NONE, null, false, null, false, -1, false, null, null, List.of()));
            return;
        }
        if (d.has("delay") && d.has("after")) {
            throw d.fault("a need has either delay or after, not both");
        }
        String each = d.text("each");
        if (each != null && (!a.objects.containsKey(each) || !target.on.contains(each))) {
            throw d.need("each").fault("each: '" + each + "' must be a kind of object that '" + target.code() + "' is on");
        }
        Map<String, CelType> scope = scope(each);
        Map<String, CelType> withIt = new LinkedHashMap<>(scope);
        withIt.put("it", a.typeOf(target));
        Relations.Wait wait = d.has("after") ? Relations.Wait.AFTER : d.has("delay") ? Relations.Wait.DELAY : Relations.Wait.NONE;
        spec.needs.add(new Relations.Need(
                clause, target.index, wait, within(d.get(wait == Relations.Wait.AFTER ? "after" : "delay"), target),
                d.flag("strict", a.strictByDefault()), each, d.flag("or-none", false),
                d.has("ends-early") ? a.resolve(d.need("ends-early"), d.need("ends-early").text()).index : -1,
                d.flag("even-if-closed", false), condition(d, "where", withIt), condition(d, "when", scope), pauses(d)));
    }

    private Map<String, CelType> scope(@Nullable String each) {
        Map<String, CelType> out = new LinkedHashMap<>(spec.variables);
        if (each != null) {
            a.bind(out, each);
        }
        return out;
    }

    private @Nullable Condition condition(Doc d, String key, Map<String, CelType> scope) {
        Doc c = d.get(key);
        return c == null ? null : a.condition(c, scope, SimpleType.BOOL);
    }

    private List<String> pauses(Doc d) {
        for (Doc p : d.list("paused-by")) {
            if (!a.pauses.containsKey(p.text())) {
                throw p.fault("unknown pause '" + p.text() + "'; known: " + String.join(", ", a.pauses.keySet()));
            }
        }
        return d.texts("paused-by");
    }

    private @Nullable Within within(@Nullable Doc d, ActSpec source) {
        if (d == null) {
            return null;
        }
        if (d.isMap()) {
            d.only("from-form", "unit", "at-most");
            return new Within.FromForm(field(d.need("from-form"), source), unit(d.need("unit")), d.has("at-most") ? atMost(d.need("at-most")) : 0);
        }
        return new Within.Fixed(period(d));
    }

    private static Unit unit(Doc d) {
        try {
            return Unit.parse(d.text());
        } catch (IllegalArgumentException e) {
            throw d.fault(String.valueOf(e.getMessage()));
        }
    }

    private int atMost(Doc d) {
        return d.text().matches("\\d+") ? d.number() : period(d).n();
    }

    private static String field(Doc d, ActSpec source) {
        boolean known = source.form.get("properties") instanceof Map<?, ?> p && p.containsKey(d.text());
        if (!known) {
            throw d.fault("the form of '" + source.code() + "' has no field '" + d.text() + "'");
        }
        return d.text();
    }

    private Period period(Doc d) {
        String text = d.text();
        if (text.startsWith("$")) {
            Parameter p = a.parameter(text.substring(1));
            if (p == null) {
                throw d.fault("unknown parameter '" + text + "'");
            }
            if (!(p.value() instanceof Period value)) {
                throw d.fault("parameter '" + text + "' is a " + p.type() + ", not a period");
            }
            return value;
        }
        try {
            return Period.parse(text);
        } catch (IllegalArgumentException e) {
            throw d.fault(String.valueOf(e.getMessage()));
        }
    }

    private void waitsFor(Doc d) {
        if (d.isMap()) {
            d.only("act", "when", "id", "title", "severity", "mend", "cite", "note", "ref");
        }
        ActSpec target = target(d);
        Clause clause = clause(d, "waits-for", target.code(), "须先完成" + target.title(), Severity.BAR);
        spec.waitsFor.add(new Relations.WaitsFor(clause, target.index, d.isMap() ? condition(d, "when", scope(null)) : null));
    }

    private void effect(Doc d, boolean duty) {
        String length = duty ? "within" : "until";
        if (d.isMap()) {
            d.only("act", length, "strict", "from", "owed-by", "one-for-one", "fulfilled-when", "warn-after", "on-expiry",
                    "dated", "also-later", "when", "outlives-case", "paused-by", "id", "title", "severity", "mend", "cite",
                    "yields-to", "each", "note", "ref");
        }
        ActSpec target = target(d);
        if (d.isText()) {
            Clause c = clause(d, duty ? "obliges" : "opens", target.code(), target.title(), duty ? Severity.WARN : Severity.BAR);
            spec.effects.add(plain(c, target, duty));
            return;
        }
        Clause clause = clause(d, duty ? "obliges" : "opens", target.code(), target.title(), duty ? Severity.WARN : Severity.BAR);
        Map<String, CelType> scope = scope(null);
        Map<String, CelType> fulfilled = new LinkedHashMap<>(target.variables);
        spec.effects.add(new Relations.Effect(
                clause, target.index, duty, within(d.get(length), spec), d.flag("strict", a.strictByDefault()), pauses(d),
                from(d, scope), condition(d, "when", scope),
                d.has("on-expiry") ? a.resolve(d.need("on-expiry"), d.need("on-expiry").text()).index : -1,
                d.has("dated") ? a.condition(d.need("dated"), scope, SimpleType.TIMESTAMP) : null,
                owner(d), d.flag("one-for-one", false), condition(d, "fulfilled-when", fulfilled),
                d.has("warn-after") ? period(d.need("warn-after")) : null, d.flag("also-later", false),
                d.flag("outlives-case", false)));
        spec.effects.sort(java.util.Comparator.comparing(Relations.Effect::duty));
    }

    private static Relations.Effect plain(Clause c, ActSpec target, boolean duty) {
        return new Relations.Effect(
                c, target.index, duty, null, false, List.of(), null, null, -1, null, Relations.OwedBy.AGENCY, false, null,
                null, false, false);
    }

    private static Relations.OwedBy owner(Doc d) {
        try {
            return Relations.OwedBy.valueOf(d.text("owed-by", "agency").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw d.need("owed-by").fault("owed-by is agency, party or third");
        }
    }

    /** A start other than the act's day: a form field, a figure of the case or the bound object, or a CEL date. */
    private @Nullable Condition from(Doc d, Map<String, CelType> scope) {
        Doc f = d.get("from");
        if (f == null) {
            return null;
        }
        String name = f.text();
        Map<String, CelType> wide = new LinkedHashMap<>(scope);
        String kind = spec.on.stream().filter(k -> a.isFigure(name, k)).findFirst().orElse(null);
        boolean ofForm = spec.form.get("properties") instanceof Map<?, ?> p && p.containsKey(name);
        String expression = ofForm ? "act." + name : a.isFigure(name, null) ? "case." + name : kind != null ? kind + "." + name : name;
        return a.condition(f, expression, wide, SimpleType.TIMESTAMP);
    }

    private void closing(Doc d) {
        if (d.isMap()) {
            d.only("act", "when", "when-each", "note", "ref");
        }
        ActSpec target = target(d);
        boolean each = d.isMap() && d.flag("when-each", false);
        if (!spec.on.isEmpty() && target.on.isEmpty() && !each) {
            throw d.fault("'" + spec.code() + "' is on " + spec.on + " and closes the case's '" + target.code()
                    + "': say when-each: true, or close it for the object only");
        }
        spec.closes.add(new Relations.Closing(target.index, d.isMap() ? condition(d, "when", scope(null)) : null, each));
    }

    private void pauseStart(Doc d) {
        Doc name = d.isMap() ? d.need("pause") : d;
        if (d.isMap()) {
            d.only("pause", "document", "id", "title", "severity", "mend", "cite", "note", "ref");
        }
        known(name);
        String document = d.isMap() && d.has("document") ? field(d.need("document"), spec) : null;
        spec.begins.add(new Relations.PauseStart(
                name.text(), document, clause(d, "begins-pause", name.text(), "扣除期间须有文书载明", Severity.WARN)));
    }

    private void pauseEnd(Doc d) {
        Doc name = d.isMap() ? d.need("pause") : d;
        if (d.isMap()) {
            d.only("pause", "through", "note");
        }
        known(name);
        spec.resumes.add(new Relations.PauseEnd(name.text(), d.isMap() && d.has("through") ? field(d.need("through"), spec) : null));
    }

    private void known(Doc name) {
        if (!a.pauses.containsKey(name.text())) {
            throw name.fault("unknown pause '" + name.text() + "'; known: " + String.join(", ", a.pauses.keySet()));
        }
    }

    private void extension(Doc d) {
        d.only("duty", "by", "at-most", "times", "open", "id", "title", "severity", "mend", "cite", "yields-to", "note", "ref");
        String duty = d.need("duty").text();
        Clause clause = clause(d, "extends", duty, "延长期限", Severity.BAR);
        Within by = within(d.need("by"), spec);
        if (by instanceof Within.FromForm f && d.has("at-most")) {
            by = new Within.FromForm(f.field(), f.unit(), atMost(d.need("at-most")));
        }
        if (by instanceof Within.FromForm f && f.atMost() == 0 && !d.flag("open", false)) {
            throw d.fault("an extension has a limit: at-most, or open: true where a panel fixes it");
        }
        spec.extensions.add(new Relations.Extension(clause, duty, by, d.has("times") ? d.need("times").number() : 0));
    }

    private void rule(Doc d) {
        d.only("id", "title", "require", "when", "severity", "mend", "cite", "note", "yields-to", "ref", "tells");
        if (!d.has("id") || !d.has("title")) {
            throw d.fault("a rule has an id and a title that a jurist would use");
        }
        Clause clause = clause(d, "", d.need("id").text(), d.need("title").text(), Severity.BAR);
        Condition require = a.condition(d.need("require"), scope(null), SimpleType.BOOL);
        if (require != null) {
            Condition tells = d.has("tells") ? a.condition(d.need("tells"), scope(null), SimpleType.STRING) : null;
            spec.rules.add(new Relations.Rule(clause, require, condition(d, "when", scope(null)), tells));
        }
    }
}
