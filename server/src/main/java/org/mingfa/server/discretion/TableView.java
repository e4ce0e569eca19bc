package org.mingfa.server.discretion;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.discretion.Money;
import org.mingfa.core.discretion.Question;
import org.mingfa.core.discretion.Ratio;
import org.mingfa.core.discretion.Row;
import org.mingfa.core.discretion.Sanction;
import org.mingfa.core.discretion.Table;
import org.mingfa.core.discretion.Weights;
import org.mingfa.server.catalogue.evaluation.Conclusions;

/**
 * A benchmark table as people know it from paper, with what a form has to ask.
 *
 * @param quantities what is counted or measured
 * @param statute the statutory range, branch by branch
 * @param factors of a table of weights
 * @param evaluated what the last evaluation said of it (评估); null: 从未评估
 * @param later what is in force in its place on the day of the decision; null where the law is the same
 */
public record TableView(Head head, String violated, String family, String upper, List<Asked> questions, List<Measured> quantities,
        List<Line> statute, List<Line> rows, @Nullable String start, @Nullable String formula, List<Weighed> factors, List<String> notes, @Nullable Head later, Conclusions.@Nullable Last evaluated) {

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

    /** @param later by the law of the day of the decision, where it has changed: what it asks is asked too */
    public static TableView of(Table t, @Nullable Table later, Conclusions.@Nullable Last evaluated) {
        Weights w = t.weights();
        Map<String, Question> questions = new LinkedHashMap<>(t.questions());
        Map<String, String> units = new LinkedHashMap<>();
        for (Table asks : later == null ? List.of(t) : List.of(t, later)) {
            asks.questions().forEach(questions::putIfAbsent);
            asks.quantities().forEach(q -> units.putIfAbsent(q, asks.unit(q)));
        }
        return new TableView(Head.of(t), t.violated(), t.family(), t.upper(),
                questions.values().stream().map(q -> new Asked(q.name(), q.options(), q.otherwise())).toList(),
                units.entrySet().stream().map(u -> new Measured(u.getKey(), u.getValue())).toList(),
                t.statute().stream().map(TableView::line).toList(), t.rows().stream().map(TableView::line).toList(),
                w == null ? null : w.start().percent(), w == null ? null : formula(w), w == null ? List.of() : factors(w), t.notes(),
                later == null ? null : Head.of(later), evaluated);
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
