package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what an act is: its title, stage, actor, object and form. A layer may refine an act that is there already. */
final class ActReader {

    private static final String[] KEYS = {
        "title", "stage", "kind", "by", "officers", "on", "creates", "ends", "starts", "times", "final", "after-end",
        "opening", "together", "document", "cite", "form", "log-name", "note", "needs", "waits-for", "obliges", "opens", "closes",
        "undoes", "counts-as", "begins-pause", "ends-pause", "extends", "rules", "ref"
    };

    private final Assembler assembler;
    private final ActSpec spec;
    private final List<String> stages;

    ActReader(Assembler assembler, ActSpec spec, List<String> stages) {
        this.assembler = assembler;
        this.spec = spec;
        this.stages = stages;
    }

    void shape(Doc d) {
        d.only(KEYS);
        if (!spec.code().matches("[a-z][a-z0-9-]*")) {
            throw d.fault("an act's code is kebab-case, not '" + spec.code() + "'");
        }
        if (spec.code().equals(Switching.ACT) || spec.code().equals(OfficerChange.ACT) || spec.code().equals(SignedCopy.ACT)) {
            throw d.fault("'" + spec.code() + "' is the platform's own entry; give the act another code");
        }
        words(d);
        life(d);
        if (d.has("by")) {
            spec.by = d.texts("by");
            d.list("by").stream().filter(r -> !assembler.knownRole(r.text())).forEach(r ->
                    assembler.report(r.problem("unknown role '" + r.text() + "'; roles are declared in roles.yaml")));
        }
        if (d.has("on")) {
            spec.on = d.list("on").stream().map(this::kind).toList();
        }
        if (d.has("creates")) {
            spec.creates = creation(d.need("creates"));
        }
        if (d.has("together")) {
            spec.together = together(d.need("together"));
        }
        if (d.has("ends")) {
            spec.ends = kind(d.need("ends"));
        }
        if (d.has("form")) {
            form(d.need("form"));
        }
    }

    private void words(Doc d) {
        spec.title = d.text("title", spec.title.isEmpty() ? spec.code() : spec.title);
        if (d.has("stage")) {
            spec.stage = d.need("stage").text();
            if (!stages.contains(spec.stage)) {
                throw d.need("stage").fault("unknown stage '" + spec.stage + "'; known: " + String.join("、", stages));
            }
        }
        spec.cite = d.text("cite", spec.cite);
        spec.own = new Clause(spec.code(), spec.title, Severity.BAR, spec.cite, "", d.file(), d.line());
        if (d.has("document")) {
            spec.documents = d.need("document").isList() ? d.texts("document") : List.of(d.text("document"));
        }
        if (d.has("log-name")) {
            spec.logName = d.text("log-name");
        }
    }

    private void life(Doc d) {
        if (d.has("kind")) {
            spec.kind = switch (d.need("kind").text()) {
                case "act" -> ActSpec.Kind.ACT;
                case "fact" -> ActSpec.Kind.FACT;
                default -> throw d.need("kind").fault("kind is act or fact");
            };
        }
        spec.officers = d.flag("officers", spec.officers);
        spec.isFinal = d.flag("final", spec.isFinal);
        spec.afterEnd = d.flag("after-end", spec.afterEnd);
        spec.opening = d.flag("opening", spec.opening);
        if (d.has("times")) {
            spec.times = d.need("times").number();
        }
        if (d.has("starts")) {
            String starts = d.need("starts").text();
            if (!List.of("open", "closed", "owed").contains(starts)) {
                throw d.need("starts").fault("starts is open, closed or owed");
            }
            spec.closedAtStart = starts.equals("closed");
            spec.owedAtStart = starts.equals("owed");
        }
    }

    private String kind(Doc d) {
        if (!assembler.objects.containsKey(d.text())) {
            throw d.fault("unknown kind of object '" + d.text() + "'; known: " + String.join(", ", assembler.objects.keySet()));
        }
        return d.text();
    }

    private Relations.Creation creation(Doc d) {
        if (d.isText()) {
            return new Relations.Creation(kind(d), null);
        }
        d.only("kind", "from");
        return new Relations.Creation(kind(d.need("kind")), d.text("from"));
    }

    private @Nullable Clause together(Doc d) {
        if (Boolean.FALSE.equals(d.value())) {
            return null;
        }
        if (spec.by.isEmpty()) {
            throw d.fault("what anyone on the case may do is sent to nobody and not decided together; name who does it with 'by'");
        }
        d.only("title", "cite");
        return new Clause(spec.code() + ".together", d.need("title").text(), Severity.BAR, d.need("cite").text(), "", d.file(), d.line());
    }

    private void form(Doc d) {
        Map<String, Object> mine = SchemaReader.read(d, assembler.objects);
        List<CaseReference> references = CaseReferenceReader.of(d);
        CaseReferenceReader.withIds(mine, references);
        spec.references = spec.references.stream().filter(r -> references.stream().noneMatch(n -> n.field().equals(r.field()))).toList();
        spec.references = java.util.stream.Stream.concat(spec.references.stream(), references.stream()).toList();
        if (spec.form.isEmpty()) {
            spec.form = mine;
            return;
        }
        Map<String, Object> merged = new LinkedHashMap<>(spec.form);
        Map<String, Object> properties = new LinkedHashMap<>();
        copy(spec.form.get("properties"), properties);
        copy(mine.get("properties"), properties);
        merged.put("properties", properties);
        List<String> required = new ArrayList<>(SchemaReader.required(spec.form));
        SchemaReader.required(mine).stream().filter(r -> !required.contains(r)).forEach(required::add);
        merged.put("required", required);
        spec.form = merged;
    }

    private static void copy(Object from, Map<String, Object> into) {
        if (from instanceof Map<?, ?> m) {
            m.forEach((k, v) -> into.put(String.valueOf(k), v));
        }
    }
}
