package org.mingfa.core.procedure;

import java.util.List;

/**
 * A rule as its file has it.
 *
 * @param act code of its act, or {@code common}
 * @param id as written there, without the act
 * @param text its YAML, from the first to the last character, outdented
 * @param path its file
 * @param line its first line there, from 1
 * @param layer title of the layer, 国家 for the base
 */
public record RuleText(String act, String id, String title, String severity, String text, String path, int line, String layer) {

    /** What stands before an act's own rules: those that many acts share. */
    public static final String COMMON = "common";

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
        d.only("id", "title", "require", "when", "severity", "mend", "cite", "note", "yields-to", "ref");
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

    /** How findings name a rule: with its act, unless its id has a dot or many acts share it. */
    public static String clause(String act, String id) {
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
