package org.mingfa.server.discretion;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.discretion.Money;
import org.mingfa.core.discretion.Ratio;
import org.mingfa.core.discretion.Row;
import org.mingfa.core.discretion.Sanction;
import org.mingfa.core.discretion.Table;
import org.mingfa.core.discretion.Weights;

/**
 * A benchmark table as people know it from paper, with what a form has to ask.
 *
 * @param quantities what is counted or measured
 * @param statute the statutory range, branch by branch
 * @param factors of a table of weights
 */
public record TableView(Head head, String violated, String family, String upper, List<Asked> questions, List<Measured> quantities,
        List<Line> statute, List<Line> rows, @Nullable String start, @Nullable String formula, List<Weighed> factors, List<String> notes) {

    /** @param incomplete why it cannot be used; empty where it can */
    public record Head(String code, String title, String field, String region, String level, String benchmark, String item, String cite,
            LocalDate from, @Nullable LocalDate to, List<String> incomplete) {

        static Head of(Table t) {
            return new Head(t.code(), t.title(), t.field(), t.region(), t.level().title(), t.benchmark(), t.item(), t.cite(), t.from(), t.to(), t.incomplete());
        }
    }

    public record Asked(String name, List<String> options, String otherwise) {}

    public record Measured(String name, String unit) {}

    /** @param condition in one line; {@code sanctions} one text for each party or measure */
    public record Line(String id, String grade, String condition, List<String> sanctions, String note) {}

    public record Weighed(String name, List<Option> options) {}

    /** @param follows the answer follows from a quantity where it is not chosen */
    public record Option(String text, String weight, boolean follows) {}

    public static TableView of(Table t) {
        Weights w = t.weights();
        return new TableView(Head.of(t), t.violated(), t.family(), t.upper(),
                t.questions().values().stream().map(q -> new Asked(q.name(), q.options(), q.otherwise())).toList(),
                t.quantities().stream().map(q -> new Measured(q, t.unit(q))).toList(),
                t.statute().stream().map(TableView::line).toList(), t.rows().stream().map(TableView::line).toList(),
                w == null ? null : w.start().percent(), w == null ? null : formula(w), w == null ? List.of() : factors(w), t.notes());
    }

    private static Line line(Row r) {
        return new Line(r.id(), r.grade(), r.described(), r.sanctions().stream().map(Sanction::text).toList(), r.note());
    }

    private static List<Weighed> factors(Weights w) {
        return w.factors().stream().map(f -> new Weighed(f.name(),
                f.options().stream().map(o -> new Option(o.text(), o.weight().percent(), !o.guards().isEmpty())).toList())).toList();
    }

    private static String formula(Weights w) {
        String base = w.base() != null ? w.base() : Money.text(Objects.requireNonNull(w.sum()));
        String floor = w.floor() > 0 ? "（不足" + Money.text(w.floor()) + "的按" + Money.text(w.floor()) + "）" : "";
        String multiple = w.multiple().equals(Ratio.ONE) ? "" : " × " + (w.multiple().compareTo(Ratio.ONE) < 0 ? w.multiple().percent() : w.multiple().toString());
        return "裁量百分值总和 × " + base + floor + multiple;
    }
}
