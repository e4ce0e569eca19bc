package org.mingfa.core.discretion;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one violation of one party.
 *
 * @param name how the answer names it
 * @param table code of the table
 * @param on the day of the violation, which decides the version of the table
 * @param row id or grade of the row, where the officer picks it directly; empty otherwise
 * @param quantities sums in 元, other quantities in their unit
 * @param choices question or factor to answer
 * @param evidence question, factor, quantity or ground to what proves it
 * @param grounds codes of grounds found
 * @param choice what the officer makes of them; null: as the grounds say
 * @param family instead of the table's own; empty otherwise
 * @param fines 分 by party (empty name: the party of the case) that the officer has in mind
 * @param reason why the benchmark is departed from; empty where none is given
 * @param deliberated whether the panel (集体讨论) has deliberated on it
 */
public record Situation(String name, String table, LocalDate on, String row, Map<String, Ratio> quantities, Map<String, String> choices,
        Map<String, List<String>> evidence, List<String> grounds, @Nullable Choice choice, String family, Map<String, Long> fines, String reason,
        boolean deliberated) {
    public Situation {
        quantities = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(quantities));
        choices = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        evidence = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
        grounds = List.copyOf(grounds);
        fines = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fines));
    }

    /** Of a table on a day, with nothing known yet. */
    public static Situation of(String table, LocalDate on) {
        return new Situation("", table, on, "", Map.of(), Map.of(), Map.of(), List.of(), null, "", Map.of(), "", false);
    }

    public Situation with(String quantity, Ratio value) {
        var more = new LinkedHashMap<>(quantities);
        more.put(quantity, value);
        return new Situation(name, table, on, row, more, choices, evidence, grounds, choice, family, fines, reason, deliberated);
    }

    public Situation with(String question, String answer) {
        var more = new LinkedHashMap<>(choices);
        more.put(question, answer);
        return new Situation(name, table, on, row, quantities, more, evidence, grounds, choice, family, fines, reason, deliberated);
    }

    public Situation of(@Nullable Choice made, String byFamily, String... found) {
        return new Situation(name, table, on, row, quantities, choices, evidence, List.of(found), made, byFamily, fines, reason, deliberated);
    }

    /** The same, put to a table of another day: what that one does not ask is left out. */
    Situation put(Table to, LocalDate day) {
        var known = new LinkedHashMap<>(quantities);
        known.keySet().retainAll(to.quantities());
        var answered = new LinkedHashMap<>(choices);
        answered.keySet().retainAll(to.choices());
        return new Situation(name, to.code(), day, row, known, answered, evidence, grounds, choice, family, fines, reason, deliberated);
    }

    /** The same, before the officer has a fine in mind. */
    Situation unfined() {
        return new Situation(name, table, on, row, quantities, choices, evidence, grounds, choice, family, Map.of(), reason, deliberated);
    }

    public Situation fined(String party, long fen, String because, boolean byPanel) {
        return new Situation(name, table, on, row, quantities, choices, evidence, grounds, choice, family, Map.of(party, fen), because, byPanel);
    }
}
