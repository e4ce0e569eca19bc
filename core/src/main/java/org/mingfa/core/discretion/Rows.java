package org.mingfa.core.discretion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the row that applies to a situation: the most particular one; where two meet at a number, the one that begins there. */
final class Rows {
    private final Table table;
    private final Situation situation;

    Rows(Table table, Situation situation) {
        this.table = table;
        this.situation = situation;
    }

    /**
     * @param what the rows are: 法定幅度 or 裁量阶次
     * @throws Unanswered where an answer is missing or no row fits
     */
    Row of(List<Row> rows, String what) {
        List<Row> fit = fitting(rows.stream().filter(r -> !r.adds()).toList());
        if (fit.isEmpty()) {
            throw new Unanswered("", "本表的" + what + "没有一项与所填的情形和数量相符，请核对填写的内容");
        }
        int most = fit.stream().mapToInt(Rows::particular).max().orElseThrow();
        List<Row> best = fit.stream().filter(r -> particular(r) == most).sorted(Comparator.comparing(Rows::begins).reversed()).toList();
        if (best.size() > 1 && begins(best.get(0)).equals(begins(best.get(1))) && !best.get(0).sanctions().equals(best.get(1).sanctions())) {
            throw new Unanswered("", what + Words.quoted(List.of(best.get(0).name(), best.get(1).name())) + "都与所填的情形和数量相符，请补充填写"
                    + (what.equals("法定幅度") ? "" : "或者选定其中一项"));
        }
        return best.getFirst();
    }

    /** The row of that id, else the only one of that grade. */
    Row named(String name) {
        List<Row> found = table.rows().stream().filter(r -> r.id().equals(name)).toList();
        found = found.isEmpty() ? table.rows().stream().filter(r -> r.grade().equals(name) || r.grade().equals("情节" + name)).toList() : found;
        if (found.size() != 1) {
            throw new Unanswered("row", found.isEmpty() ? "这张表没有编号或者裁量阶次为“" + name + "”的行"
                    : "裁量阶次为“" + name + "”的有 " + found.size() + " 行，请按编号选定一行");
        }
        return found.getFirst();
    }

    /** Measures that come on top of what applies. */
    List<Sanction> added(List<Row> rows) {
        return fitting(rows.stream().filter(Row::adds).toList()).stream().flatMap(r -> r.sanctions().stream()).toList();
    }

    private List<Row> fitting(List<Row> rows) {
        var fit = new ArrayList<Row>();
        String missing = null;
        for (Row r : rows) {
            if (r.when().entrySet().stream().anyMatch(w -> otherwise(w.getKey(), w.getValue())) || r.guards().entrySet().stream()
                    .anyMatch(this::fails)) {
                continue;
            }
            String open = open(r);
            missing = missing == null ? open : missing;
            fit.add(r);
        }
        if (missing != null) {
            throw missing(missing);
        }
        return fit;
    }

    private boolean otherwise(String question, String wanted) {
        String answer = answer(question);
        return answer != null && !answer.equals(wanted);
    }

    private boolean fails(Map.Entry<String, Guard> guard) {
        Ratio quantity = situation.quantities().get(guard.getKey());
        return quantity != null && !guard.getValue().holds(quantity);
    }

    private @Nullable String open(Row r) {
        return r.when().keySet().stream().filter(q -> answer(q) == null).findFirst()
                .orElseGet(() -> r.guards().keySet().stream().filter(q -> !situation.quantities().containsKey(q)).findFirst().orElse(null));
    }

    private Unanswered missing(String name) {
        Question q = table.questions().get(name);
        return q == null ? Quantity.missing(table, name) : Fitting.unchosen(name, q.options());
    }

    private @Nullable String answer(String question) {
        String given = situation.choices().get(question);
        Question q = table.questions().get(question);
        return given != null ? given : q == null || q.otherwise().isEmpty() ? null : q.otherwise();
    }

    private static int particular(Row r) {
        return r.when().size() + r.guards().size();
    }

    private static Ratio begins(Row r) {
        return r.guards().values().stream().map(g -> g.min() == null ? Ratio.ZERO : g.min()).reduce(Ratio.ZERO, Ratio::plus);
    }
}
