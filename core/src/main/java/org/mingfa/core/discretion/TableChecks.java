package org.mingfa.core.discretion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Whether tables stay within the statute and the tables above them, and whether tiers cover the range without gap or overlap (27号 六). */
public final class TableChecks {

    /** @param warning something to look at; else the table must not be used so */
    public record Finding(boolean warning, String at, String message) {
        @Override
        public String toString() {
            return at + ": " + (warning ? "warning: " : "") + message;
        }
    }

    /** What a range is measured in, for whom: sums are compared with sums, multiples with multiples of the same thing. */
    private record Measure(String party, String of) {}

    private final Benchmarks all;
    private final List<Finding> findings = new ArrayList<>();

    private TableChecks(Benchmarks all) {
        this.all = all;
    }

    public static List<Finding> of(Benchmarks all) {
        var checks = new TableChecks(all);
        all.tables().forEach(checks::table);
        return List.copyOf(checks.findings);
    }

    private void table(Table t) {
        Map<Measure, List<Span>> statute = spans(t.statute());
        within(t, t.rows(), statute, "the statute (" + t.cite() + ")");
        upper(t);
        statute.forEach((measure, bounds) -> coverage(t, measure, bounds));
        weights(t);
    }

    private void upper(Table t) {
        if (t.upper().isEmpty()) {
            return;
        }
        Optional<Table> upper = all.tables().stream().filter(u -> u.code().equals(t.upper()) && u.inForce(t.from())).findFirst();
        if (upper.isEmpty()) {
            findings.add(new Finding(false, t.at(), "table " + t.code() + ": the table above it '" + t.upper()
                    + "' is not there or not in force on " + t.from()));
            return;
        }
        if (upper.get().level().compareTo(t.level()) >= 0) {
            findings.add(new Finding(false, t.at(), "table " + t.code() + " (" + t.level().title() + ") refines " + upper.get().code() + " ("
                    + upper.get().level().title() + "), which is not above it"));
        }
        for (Row row : t.rows()) {
            List<Row> same = upper.get().rows().stream().filter(u -> counterpart(u, row)).toList();
            List<Row> bounds = same.isEmpty() ? upper.get().rows().isEmpty() ? upper.get().statute() : upper.get().rows() : same;
            within(t, List.of(row), spans(bounds), "the table above it, " + upper.get().code()
                    + (same.isEmpty() ? "" : ", tier " + label(same.getFirst())));
        }
    }

    private static boolean counterpart(Row upper, Row lower) {
        return !upper.grade().isEmpty() && upper.grade().equals(lower.grade())
                || upper.grade().isEmpty() && !upper.when().isEmpty() && lower.when().entrySet().containsAll(upper.when().entrySet());
    }

    private void within(Table t, List<Row> rows, Map<Measure, List<Span>> bounds, String what) {
        for (Row row : rows) {
            for (Sanction s : row.sanctions()) {
                Optional<Span> span = span(s);
                List<Span> outer = bounds.getOrDefault(measure(s), List.of());
                if (span.isPresent() && !outer.isEmpty() && !envelope(outer).holds(span.get())) {
                    findings.add(new Finding(false, t.at(), "table " + t.code() + ", row " + row.name() + (row.grade().isEmpty() ? "" : ", tier "
                            + row.grade()) + ": "
                            + Objects.requireNonNull(s.fine()).text() + " exceeds " + envelope(outer).text() + " of " + what));
                }
            }
        }
    }

    private static String label(Row row) {
        return row.grade().isEmpty() ? row.name() : row.grade();
    }

    private void coverage(Table t, Measure measure, List<Span> bounds) {
        var tiers = new LinkedHashSet<Span>();
        t.rows().forEach(r -> r.sanctions().stream().filter(s -> measure(s).equals(measure)).forEach(s -> span(s).ifPresent(tiers::add)));
        if (tiers.isEmpty()) {
            return;
        }
        List<Span> sorted = tiers.stream().sorted(Comparator.comparing(Span::min).thenComparing(s -> s.max() == null ? s.min() : s.max())).toList();
        Span whole = envelope(bounds);
        if (sorted.getFirst().min().compareTo(whole.min()) > 0) {
            warn(t, "nothing from " + whole.show(whole.min()) + " to " + whole.show(sorted.getFirst().min()));
        }
        Ratio reached = sorted.getFirst().min();
        for (Span s : sorted) {
            if (s.min().compareTo(reached) > 0) {
                warn(t, "a gap from " + s.show(reached) + " to " + s.show(s.min()));
            } else if (s.min().compareTo(reached) < 0 && s.max() != null && !s.max().equals(s.min()) && !sorted.getFirst().equals(s)) {
                warn(t, "tiers overlap from " + s.show(s.min()) + " to " + s.show(reached.compareTo(s.max()) < 0 ? reached : s.max()));
            }
            reached = s.max() != null && s.max().compareTo(reached) > 0 ? s.max() : reached;
        }
        if (whole.max() != null && reached.compareTo(whole.max()) < 0) {
            warn(t, "nothing from " + whole.show(reached) + " to " + whole.show(whole.max()));
        }
    }

    private void warn(Table t, String message) {
        findings.add(new Finding(true, t.at(), "table " + t.code() + ": " + message));
    }

    private void weights(Table t) {
        Weights w = t.weights();
        if (w != null && w.most() == null && w.greatest().compareTo(Ratio.ONE) != 0) {
            findings.add(new Finding(true, t.at(), "table " + t.code() + ": the greatest weights add up to " + w.greatest().percent()
                    + ", not 100%"));
        }
    }

    private static Map<Measure, List<Span>> spans(List<Row> rows) {
        var spans = new LinkedHashMap<Measure, List<Span>>();
        rows.forEach(r -> r.sanctions().forEach(s -> span(s).ifPresent(x -> spans.computeIfAbsent(measure(s), k -> new ArrayList<>()).add(x))));
        return spans;
    }

    private static Measure measure(Sanction s) {
        return new Measure(s.party(), switch (s.fine()) {
            case Amount.Times t -> "times " + t.of();
            case Amount.PerUnit p -> "per " + p.per();
            case null, default -> "";
        });
    }

    private static Optional<Span> span(Sanction s) {
        return Span.of(s.fine());
    }

    private static Span envelope(List<Span> spans) {
        Ratio min = spans.stream().map(Span::min).min(Ratio::compareTo).orElseThrow();
        boolean open = spans.stream().anyMatch(s -> s.max() == null);
        return new Span(min, open ? null : spans.stream().map(s -> Objects.requireNonNull(s.max())).max(Ratio::compareTo).orElseThrow(),
                spans.getFirst().money());
    }
}
