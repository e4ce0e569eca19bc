package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which rules of a survey of the law (law.md) the packs encode: marks {@code ref: [PEN-020]} on acts, relations, rules,
 * figures, parameters and examples, and the entries of coverage files for the rules that carry no mark.
 */
public record References(List<Mark> marks, List<Entry> entries) {

    /** Where a pack encodes a rule. */
    public record Mark(String id, boolean parameter, String file, int line) {}

    /**
     * What a coverage file says of rules.
     *
     * @param pattern an id, or the beginning of ids with * behind it
     * @param state encoded (elsewhere than in packs), later or left-out
     * @param reason why; for encoded: the file that encodes it
     */
    public record Entry(String pattern, String state, String reason, String file, int line) {
        public boolean covers(String id) {
            return pattern.endsWith("*") ? id.startsWith(pattern.substring(0, pattern.length() - 1)) : id.equals(pattern);
        }
    }

    private static final Set<String> STATES = Set.of("encoded", "later", "left-out");
    /** What these hold is data of forms, not of packs: a field there may be called ref. */
    static final Set<String> FORMS = Set.of("form", "fields", "fixtures", "registry", "case");

    static References of(List<Doc> packs, List<Entry> entries) {
        List<Mark> marks = new ArrayList<>();
        packs.forEach(d -> collect(d, false, marks));
        return new References(List.copyOf(marks), List.copyOf(entries));
    }

    /** The entries of a coverage file. */
    static List<Entry> entriesOf(Doc file) {
        file.only("coverage", "entries", "note");
        return file.list("entries").stream().flatMap(e -> entry(e).stream()).toList();
    }

    private static List<Entry> entry(Doc d) {
        d.only("ids", "state", "reason");
        String state = d.need("state").text();
        if (!STATES.contains(state)) {
            throw d.need("state").fault("state is encoded, later or left-out, not '" + state + "'");
        }
        String reason = d.need("reason").text();
        return d.need("ids").list().stream().map(id -> new Entry(id.text(), state, reason, id.file(), id.line())).toList();
    }

    private static void collect(Doc d, boolean parameter, List<Mark> into) {
        if (d.isList()) {
            d.list().forEach(e -> collect(e, parameter, into));
        } else if (d.isMap()) {
            for (Map.Entry<String, Doc> e : d.fields().entrySet()) {
                if (e.getKey().equals("ref")) {
                    e.getValue().list().forEach(id -> into.add(new Mark(id.text(), parameter, id.file(), id.line())));
                } else if (!FORMS.contains(e.getKey())) {
                    collect(e.getValue(), parameter || e.getKey().endsWith("parameters"), into);
                }
            }
        }
    }
}
