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
                throw new Unanswered("choices." + question, "“" + answer + "”不是“" + question + "”的选项，可选的有" + Words.quoted(options));
            }
        });
        s.quantities().forEach((q, value) -> {
            if (value.compareTo(Ratio.ZERO) < 0) {
                throw new Unanswered("quantities." + q, q + "不能小于零，填写的是" + value);
            }
            if (table.unit(q).equals("元")) {
                sum(q, value);
            }
        });
        if (!s.row().isEmpty() && table.rows().isEmpty()) {
            throw new Unanswered("row", "这张表没有裁量阶次，不能选“" + s.row() + "”");
        }
    }

    private static void sum(String quantity, Ratio value) {
        try {
            Money.fen(value);
        } catch (IllegalArgumentException e) {
            throw new Unanswered("quantities." + quantity, String.valueOf(e.getMessage()));
        }
    }

    static Unanswered unchosen(String question, List<String> options) {
        return new Unanswered("choices." + question, "没有选择“" + question + "”，可选的有" + Words.quoted(options));
    }

    private static void known(String field, String name, Collection<String> names, Table table) {
        if (!names.contains(name)) {
            throw new Unanswered(field + "." + name, "这张表不问“" + name + "”，" + (names.isEmpty() ? "此类内容都不用填写" : "所问的是" + Words.quoted(names)));
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
