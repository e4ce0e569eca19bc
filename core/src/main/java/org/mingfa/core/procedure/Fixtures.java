package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an example need not repeat: forms, officers and registers that are in order unless it says otherwise. */
final class Fixtures {

    private static final Map<String, Object> PERSON = Map.of(
            "officer", true, "certified", true, "fits", true, "reviewer", true, "qualified", true, "hearingHost", true);

    private final Map<String, Object> acts;
    private final Map<String, Object> registry;
    private final Map<String, Object> info;

    Fixtures(Doc file, Doc example) {
        this.acts = map(file.get("fixtures"));
        this.registry = new LinkedHashMap<>(map(file.get("registry")));
        map(example.get("registry")).forEach((k, v) -> registry.merge(k, v, Fixtures::merged));
        this.info = new LinkedHashMap<>(map(file.get("case")));
        info.putAll(map(example.get("case")));
    }

    private static Map<String, Object> map(@Nullable Doc d) {
        return d == null ? Map.of() : asMap(d.value());
    }

    private static Map<String, Object> asMap(@Nullable Object value) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> m) {
            m.forEach((k, v) -> out.put(String.valueOf(k), v));
        }
        return out;
    }

    private static Object merged(Object below, Object above) {
        Map<String, Object> out = asMap(below);
        out.putAll(asMap(above));
        return out;
    }

    CaseInfo info() {
        return new CaseInfo(
                "example", "a1", text(info, "field", ""), text(info, "region", ""), asMap(info.get("attributes")));
    }

    private static String text(Map<String, Object> from, String key, String otherwise) {
        Object v = from.get(key);
        return v == null ? otherwise : v.toString();
    }

    /** The form of a line over the act's default form; a null takes a value away. */
    Map<String, Object> form(String act, Map<String, Object> own) {
        Map<String, Object> out = asMap(asMap(acts.get(act)).get("form"));
        own.forEach((k, v) -> {
            if (v == null || "null".equals(v) || "~".equals(v)) {
                out.remove(k);
            } else {
                out.put(k, v);
            }
        });
        return out;
    }

    String by(String act) {
        return text(asMap(acts.get(act)), "by", "h1");
    }

    List<String> officers(ActSpec act) {
        Object given = asMap(acts.get(act.code())).get("officers");
        if (given instanceof List<?> l) {
            List<String> out = new ArrayList<>();
            l.forEach(o -> out.add(String.valueOf(o)));
            return out;
        }
        return act.needsOfficers() ? List.of("o1", "o2") : List.of();
    }

    Registry registry(String actor, List<String> officers) {
        Map<String, Object> agency = new LinkedHashMap<>(Map.of(
                "id", "a1", "name", "某局", "standing", true, "field", text(info, "field", ""), "region", text(info, "region", "")));
        agency.putAll(asMap(registry.get("agency")));
        Map<String, Object> item = new LinkedHashMap<>(Map.of("code", "i1", "published", true, "inForce", true));
        item.putAll(asMap(registry.get("item")));
        Map<String, Object> who = person(actor);
        who.putAll(asMap(registry.get("actor")));
        return new Registry(agency, who, officers.stream().map(this::person).toList(), item, asMap(registry.get("lists")));
    }

    private Map<String, Object> person(String id) {
        Map<String, Object> out = new LinkedHashMap<>(PERSON);
        out.put("id", id);
        out.put("name", id);
        out.put("agency", "a1");
        out.putAll(asMap(asMap(registry.get("officers")).get(id)));
        return out;
    }
}
