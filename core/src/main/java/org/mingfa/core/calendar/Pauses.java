package org.mingfa.core.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Pauses as one line of time: in order, overlaps merged, so that no day counts twice; an open one last. */
final class Pauses {
    private Pauses() {}

    static List<Pause> merge(List<Pause> pauses) {
        var merged = new ArrayList<Pause>();
        pauses.stream()
                .filter(p -> p.until() == null || p.from().isBefore(p.until()))
                .sorted(Comparator.comparing(Pause::from))
                .forEach(next -> {
                    Pause last = merged.isEmpty() ? null : merged.getLast();
                    if (last == null || last.until() != null && last.until().isBefore(next.from())) {
                        merged.add(next);
                    } else if (last.until() != null && next.until() == null) {
                        merged.add(new Pause(last.until(), null, next.name()));
                    } else if (last.until() != null) {
                        merged.set(merged.size() - 1, join(last, next));
                    }
                });
        return merged;
    }

    static boolean cover(List<Pause> pauses, LocalDate day) {
        return pauses.stream().anyMatch(p -> p.until() != null && !day.isBefore(p.from()) && day.isBefore(p.until()));
    }

    private static Pause join(Pause a, Pause b) {
        LocalDate until = Objects.requireNonNull(a.until());
        LocalDate other = Objects.requireNonNull(b.until());
        return new Pause(a.from(), until.isAfter(other) ? until : other, a.name().contains(b.name()) ? a.name() : a.name() + "、" + b.name());
    }
}
