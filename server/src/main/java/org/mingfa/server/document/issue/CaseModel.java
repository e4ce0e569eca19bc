package org.mingfa.server.document.issue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Registry;
import org.mingfa.core.procedure.Relation;
import org.mingfa.server.cases.EnforcementCase;
import org.mingfa.server.document.DocumentModel;
import org.mingfa.server.document.FormWords;

/** The facts of a case, as an act sees them, in the shape of {@link DocumentModel}. */
final class CaseModel {
    private final EnforcementCase head;
    private final CaseFile file;
    private final UnaryOperator<String> names;

    /** @param names a person's id to the name */
    CaseModel(EnforcementCase head, CaseFile file, UnaryOperator<String> names) {
        this.head = head;
        this.file = file;
        this.names = names;
    }

    /** @param served the document that a service act hands over, "" for none */
    DocumentModel of(Act act, Registry registry, String served) {
        var facts = new HashMap<String, Object>();
        String party = act.on().get("party");
        facts.put("agency", registry.agency());
        facts.put("case", caseFacts());
        facts.put("parties", file.objects().stream().filter(o -> o.kind().equals("party")).map(CaseModel::object).toList());
        facts.put("party", party(party));
        facts.put("act", done(act, registry));
        facts.put("officers", registry.officers());
        facts.put("latest", latest(act.on()));
        act.on().forEach((kind, id) -> {
            if (!kind.equals("party")) facts.put(kind, bound(kind, id));
        });
        facts.put("params", params());
        facts.put("date", act.at().date().toString());
        facts.put("number", number(act));
        if (!served.isEmpty()) facts.put("served", Map.of("documents", served));
        return new DocumentModel(facts);
    }

    private Map<String, Object> caseFacts() {
        return Map.of("id", head.id().toString(), "number", head.number() == null ? "" : head.number(),
                "field", head.field(), "violation", head.violation(), "filedOn", head.filedOn().toString());
    }

    /** The party the act is about; the only one where it names none. */
    private Map<String, Object> party(@Nullable String id) {
        var parties = file.objects().stream().filter(o -> o.kind().equals("party")).toList();
        return parties.stream().filter(o -> id == null ? parties.size() == 1 : o.id().equals(id)).findFirst()
                .map(CaseModel::object).orElse(Map.of());
    }

    private static Map<String, Object> object(CaseFile.ObjectState object) {
        var facts = new LinkedHashMap<String, Object>(object.fields());
        facts.putIfAbsent("name", object.label());
        facts.put("id", object.id());
        return facts;
    }

    private Map<String, Object> done(Act act, Registry registry) {
        ActSpec spec = file.procedure().act(act.code());
        var done = new LinkedHashMap<String, Object>();
        done.put("code", act.code());
        done.put("title", spec == null ? act.code() : spec.title());
        done.put("at", act.at().toString());
        done.put("actorName", String.valueOf(registry.actor().getOrDefault("name", names.apply(act.actor()))));
        done.put("officers", registry.officers());
        done.put("number", number(act));
        done.put("form", spec == null ? act.form() : FormWords.of(spec.form(), act.form(), names));
        return done;
    }

    /** An object other than a party, in words. */
    private Map<String, Object> bound(String kind, String id) {
        Map<String, Object> schema = file.procedure().objects().stream().filter(o -> o.kind().equals(kind)).findFirst().map(o -> o.schema()).orElse(Map.of());
        return file.objects().stream().filter(o -> o.kind().equals(kind) && o.id().equals(id)).findFirst()
                .map(o -> FormWords.of(schema, object(o), names)).orElse(Map.of());
    }

    /** The latest entry of each act that is not about another object than these. */
    private Map<String, Object> latest(Map<String, String> on) {
        var latest = new LinkedHashMap<String, Object>();
        for (Entry entry : file.entries()) {
            boolean other = entry.act().on().entrySet().stream().anyMatch(e -> !e.getValue().equals(on.getOrDefault(e.getKey(), e.getValue())));
            if (!other) latest.put(entry.act().code(), done(entry.act(), entry.registry()));
        }
        return latest;
    }

    private Map<String, Object> params() {
        var words = new LinkedHashMap<String, Object>();
        file.procedure().parameters().forEach(p -> words.put(p.name(), PeriodWords.of(p.value())));
        return words;
    }

    /** The document's number: the form field that the pack marks {@code x-number} (drawn) or {@code x-own-number} (written by hand). */
    private String number(Act act) {
        ActSpec spec = file.procedure().act(act.code());
        if (spec == null || !(spec.form().get("properties") instanceof Map<?, ?> properties)) return "";
        var numbered = new ArrayList<String>();
        properties.forEach((name, schema) -> {
            if (schema instanceof Map<?, ?> map && (map.containsKey("x-number") || map.containsKey("x-own-number")) && act.form().get(name) instanceof String number) numbered.add(number);
        });
        return numbered.isEmpty() ? "" : numbered.getFirst();
    }

    String numberOf(Entry entry) {
        return number(entry.act());
    }

    /** The codes of the acts that this one needs. */
    Set<String> needed(String act) {
        return file.procedure().relations().stream().filter(r -> r.kind() == Relation.Kind.NEEDS && r.act().code().equals(act))
                .map(r -> r.other().code()).collect(Collectors.toSet());
    }

    List<Entry> entries() {
        return file.entries();
    }
}
