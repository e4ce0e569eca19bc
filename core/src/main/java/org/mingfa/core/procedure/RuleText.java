package org.mingfa.core.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule, or a relation between two acts, as its file has it.
 *
 * @param act code of its act, or {@code common}
 * @param id of a rule: as written there, without the act; of a relation: what it says and the act that it names,
 *     {@code obliges:serve-decision}, or its own id where it has one, {@code obliges~handle-in-time}
 * @param text its YAML, from the first to the last character, outdented
 * @param path its file
 * @param line its first line there, from 1
 * @param layer title of the layer, 国家 for the base
 */
public record RuleText(String act, String id, String title, String severity, String text, String path, int line, String layer) {

    /** What stands before an act's own rules: those that many acts share. */
    public static final String COMMON = "common";

    /** What an act says of others besides its rules: 先办事项, 等待, 义务, 有期限的权利. */
    public static final List<String> RELATIONS = List.of("needs", "waits-for", "obliges", "opens");

    private static final String RULES = "rules";
    private static final String NAMING = ":";
    private static final String OWN = "~";

    /** Where a text that someone typed is said to stand. */
    private static final String TYPED = "text";

    /**
     * Reads the YAML of one rule, as a mapping or as a list of one.
     *
     * @param act its act, or {@link #COMMON}
     * @throws PackFault naming the line, from 1, within the text
     */
    public static RuleText typed(String act, String text) {
        Doc d = mapping(text);
        d.only("id", "title", "require", "when", "severity", "mend", "cite", "note", "yields-to", "ref", "tells");
        for (String key : List.of("id", "title", "require")) {
            if (d.need(key).text().isBlank()) {
                throw d.need(key).fault("'" + key + "' is empty");
            }
        }
        String severity = d.text("severity", "bar");
        if (!List.of("bar", "warn", "score").contains(severity)) {
            throw d.need("severity").fault("severity is bar, warn or score");
        }
        return new RuleText(act, d.need("id").text(), d.need("title").text(), severity, Layout.outdented(text), TYPED, d.line(), "");
    }

    /**
     * Reads the YAML of one relation, as a mapping or as a list of one; what its keys mean is told by the check.
     *
     * @param section one of {@link #RELATIONS}, or {@code rules} for a rule
     * @throws PackFault naming the line, from 1, within the text
     */
    public static RuleText typed(String act, String section, String text) {
        if (section.equals(RULES)) {
            return typed(act, text);
        }
        Doc d = mapping(text);
        if (d.need("act").text().isBlank()) {
            throw d.need("act").fault("'act' is empty");
        }
        return new RuleText(act, id(section, d), d.text("title", ""), d.text("severity", ""), Layout.outdented(text), TYPED, d.line(), "");
    }

    /** The key of a file's list that a rule or relation stands in. */
    static String section(String id) {
        return RELATIONS.stream().filter(r -> id.startsWith(r + NAMING) || id.startsWith(r + OWN)).findFirst().orElse(RULES);
    }

    /** The kind of what is called so: {@code rules} or one of {@link #RELATIONS}. */
    public static String sectionOf(String id) {
        return section(id);
    }

    /** {@code rules}, or which of {@link #RELATIONS} it is. */
    public String kind() {
        return section(id);
    }

    /** The act that a relation names; empty for a rule. */
    public String names() {
        Doc d = kind().equals(RULES) ? null : Doc.typed(TYPED, text);
        Doc one = d != null && d.isList() && d.list().size() == 1 ? d.list().getFirst() : d;
        return one == null ? "" : one.isMap() ? one.text("act", "") : one.text();
    }

    /** How a rule or relation that stands in a section of an act is called. */
    static String id(String section, Doc d) {
        if (section.equals(RULES)) {
            return d.text("id", "");
        }
        String own = d.isMap() ? d.text("id") : null;
        return own != null ? section + OWN + own : section + NAMING + (d.isMap() ? d.text("act", "") : d.text());
    }

    /** The single value of a key; null where it is not there. */
    public @Nullable String value(String key) {
        Doc d = Doc.typed(TYPED, text);
        return d.isMap() && d.has(key) && d.need(key).isText() ? d.need(key).text() : null;
    }

    /** Its YAML on one line with these keys set to single values; a null takes the key away. */
    public String with(Map<String, @Nullable String> keys) {
        Doc d = Doc.typed(TYPED, text);
        Map<String, String> all = new LinkedHashMap<>();
        if (d.isMap()) {
            d.fields().forEach((key, value) -> all.put(key, Layout.flow(value)));
        } else {
            all.put("act", Layout.scalar(d.text()));
        }
        keys.forEach((key, value) -> all.compute(key, (k, was) -> value == null ? null : Layout.scalar(value)));
        return braces(all);
    }

    /** YAML of these keys and values, those without a value left out. */
    public static String written(Map<String, @Nullable String> keys) {
        Map<String, String> all = new LinkedHashMap<>();
        keys.forEach((key, value) -> all.compute(key, (k, was) -> value == null ? null : Layout.scalar(value)));
        return braces(all);
    }

    private static String braces(Map<String, String> all) {
        return all.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).collect(Collectors.joining(", ", "{", "}"));
    }

    /** How findings name a rule or relation: with its act, unless its id has a dot or many acts share it. */
    public static String clause(String act, String id) {
        String section = section(id);
        if (!section.equals(RULES)) {
            String rest = id.substring(section.length() + 1);
            return id.startsWith(section + OWN) ? rest : act + "." + section + "." + rest;
        }
        return id.contains(".") || act.equals(COMMON) ? id : act + "." + id;
    }

    /** The mapping of a rule's text; a list of one counts as its element. */
    static Doc mapping(String text) {
        Doc d = Doc.typed(TYPED, Layout.outdented(text));
        Doc one = d.isList() && d.list().size() == 1 ? d.list().getFirst() : d;
        if (!one.isMap()) {
            throw one.fault("one rule is written here: {id: …, title: …, require: …}");
        }
        return one;
    }
}
