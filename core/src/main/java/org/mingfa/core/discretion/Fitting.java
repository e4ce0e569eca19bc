package org.mingfa.core.discretion;

import java.util.Collection;
import java.util.List;

/** Refuses what a situation says that its table does not ask, and answers that it does not have. */
final class Fitting {
    private Fitting() {}

    static void check(Table table, Situation s) {
        s.quantities().keySet().forEach(q -> known("quantities", q, table.quantities(), table));
        s.choices().forEach((question, answer) -> {
            known("choices", question, table.choices(), table);
            List<String> options = options(table, question);
            if (!options.contains(answer)) {
                throw new Unanswered("choices." + question, "'" + answer + "' is none of its answers: " + String.join(" | ", options));
            }
        });
        s.quantities().forEach((q, value) -> {
            if (value.compareTo(Ratio.ZERO) < 0) {
                throw new Unanswered("quantities." + q, "less than nothing: " + value);
            }
        });
        if (!s.row().isEmpty() && table.rows().isEmpty()) {
            throw new Unanswered("row", "the table '" + table.code() + "' has no rows");
        }
    }

    private static void known(String field, String name, Collection<String> names, Table table) {
        if (!names.contains(name)) {
            throw new Unanswered(field + "." + name, "the table '" + table.code() + "' does not ask this; it asks "
                    + (names.isEmpty() ? "nothing" : String.join(", ", names)));
        }
    }

    private static List<String> options(Table table, String question) {
        Question q = table.questions().get(question);
        if (q != null) {
            return q.options();
        }
        return java.util.Objects.requireNonNull(table.weights()).factors().stream().filter(f -> f.name().equals(question)).findFirst().orElseThrow()
                .options().stream().map(Factor.Option::text).toList();
    }
}
