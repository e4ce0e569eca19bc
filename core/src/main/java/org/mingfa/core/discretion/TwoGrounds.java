package org.mingfa.core.discretion;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Two grounds one way and none the other: the lowest or the highest tier. Says so where another row was picked; picking is the officer's. */
final class TwoGrounds {
    private TwoGrounds() {}

    static void flag(Table table, Row row, List<Ground> grounds, Family family, List<String> flags) {
        long light = grounds.stream().filter(g -> g.effect() == Ground.Effect.LIGHTER).count();
        long heavy = grounds.stream().filter(g -> g.effect() == Ground.Effect.HEAVIER).count();
        if (light >= 2 && heavy == 0 && end(table, row, true)) {
            flags.add("有两个以上从轻情节且没有从重情节，应当适用最低一档（" + family.title() + "）");
        }
        if (heavy >= 2 && light == 0 && end(table, row, false)) {
            flags.add("有两个以上从重情节且没有从轻情节，应当适用最高一档（" + family.title() + "）");
        }
    }

    /** Whether another row begins lower (or ends higher), measured in the same way. */
    private static boolean end(Table table, Row row, boolean lowest) {
        Optional<Span> own = span(row);
        return own.isPresent() && table.rows().stream().map(TwoGrounds::span).flatMap(Optional::stream)
                .anyMatch(s -> lowest ? s.min().compareTo(own.get().min()) < 0
                : s.max() != null && own.get().max() != null && s.max().compareTo(Objects.requireNonNull(own.get().max())) > 0);
    }

    private static Optional<Span> span(Row row) {
        return row.sanctions().stream().flatMap(s -> Span.of(s.fine()).stream()).min(Comparator.comparing(Span::min));
    }
}
