package org.mingfa.core.discretion;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One violation as the law and a benchmark treat it: the statutory range, and the rows or weights by which the benchmark finds a
 * place in it. An item without a benchmark has neither rows nor weights.
 *
 * @param benchmark name of the benchmark (行政裁量权基准); empty for the statute alone
 * @param item its number there
 * @param cite the statute that fines: 食品安全法 第一百二十二条
 * @param violated the provision that was broken; may be empty
 * @param family A to D, see {@link Family}; empty: by field and region
 * @param upper code of the table it refines; empty: the statute only
 * @param from first day in force; {@code to} the last, null for none
 * @param units quantity to unit (元, 平方米), for those that the officer is asked
 * @param rounding fines are proposed in whole steps of this many 分
 * @param replaces codes of the tables of earlier law whose place this one takes (行政处罚法 第三十七条)
 * @param incomplete why it cannot be used as it is; empty where it can
 */
public record Table(String code, String title, String field, String region, Level level, String benchmark, String item, String cite, String violated,
        String family, String upper, LocalDate from, @Nullable LocalDate to, Map<String, Question> questions, Map<String, String> units,
        List<Row> statute, List<Row> rows, @Nullable Weights weights, long rounding, List<String> replaces, List<String> incomplete, List<String> notes, String at) {
    public Table {
        questions = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(questions));
        units = Map.copyOf(units);
        statute = List.copyOf(statute);
        rows = List.copyOf(rows);
        replaces = List.copyOf(replaces);
        incomplete = List.copyOf(incomplete);
        notes = List.copyOf(notes);
    }

    /** The same, in force at most from a day to a day (its publication and withdrawal); null where nothing of it is left. */
    @Nullable Table within(@Nullable LocalDate first, @Nullable LocalDate last) {
        LocalDate start = first != null && first.isAfter(from) ? first : from;
        LocalDate end = to == null || last != null && last.isBefore(to) ? last : to;
        return end != null && end.isBefore(start) ? null : new Table(code, title, field, region, level, benchmark, item, cite, violated, family, upper,
                start, end, questions, units, statute, rows, weights, rounding, replaces, incomplete, notes, at);
    }

    boolean overlaps(Table other) {
        return inForce(other.from) || other.inForce(from);
    }

    /** The same on the days before and after another. */
    List<Table> without(Table other) {
        if (!overlaps(other)) {
            return List.of(this);
        }
        Table before = other.from.isAfter(from) ? within(null, other.from.minusDays(1)) : null;
        Table after = other.to == null ? null : within(other.to.plusDays(1), null);
        return Stream.of(before, after).filter(Objects::nonNull).toList();
    }

    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Everything that may be asked of a situation: base amounts and what conditions look at. */
    public java.util.Set<String> quantities() {
        var names = new java.util.LinkedHashSet<String>();
        for (List<Row> part : List.of(statute, rows)) {
            part.forEach(r -> {
                names.addAll(r.guards().keySet());
                r.sanctions().forEach(s -> {
                    if (s.fine() != null) {
                        s.fine().base().ifPresent(names::add);
                    }
                });
            });
        }
        if (weights != null) {
            if (weights.base() != null) {
                names.add(weights.base());
            }
            weights.factors().forEach(f -> f.options().forEach(o -> names.addAll(o.guards().keySet())));
        }
        return names;
    }

    /** The unit of a quantity: as declared, 元 for what a fine is a multiple of; empty where it has none. */
    public String unit(String quantity) {
        return units.getOrDefault(quantity, isSum(quantity) ? "元" : "");
    }

    private boolean isSum(String quantity) {
        return weights != null && quantity.equals(weights.base()) || java.util.stream.Stream.concat(statute.stream(), rows.stream())
                .flatMap(r -> r.sanctions().stream()).anyMatch(s -> s.fine() instanceof Amount.Times t && t.of().equals(quantity));
    }

    /** Names of what is answered by choosing: questions, factors. */
    public java.util.Set<String> choices() {
        var names = new java.util.LinkedHashSet<>(questions.keySet());
        if (weights != null) {
            weights.factors().forEach(f -> names.add(f.name()));
        }
        return names;
    }
}
