package org.mingfa.core.discretion;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tier or statutory range as two numbers, to compare: 分, or multiples. Without a max there is none. */
record Span(Ratio min, @Nullable Ratio max, boolean money) {

    static Span sums(@Nullable Long min, @Nullable Long max) {
        return new Span(min == null ? Ratio.ZERO : Ratio.of(min), max == null ? null : Ratio.of(max), true);
    }

    static Optional<Span> of(@Nullable Amount fine) {
        return Optional.ofNullable(switch (fine) {
            case null -> null;
            case Amount.Fixed f -> sums(f.min(), f.max());
            case Amount.PerUnit p -> sums(p.min(), p.max());
            case Amount.Times t -> new Span(t.min() == null ? Ratio.ZERO : t.min(), t.max(), false);
        });
    }

    boolean holds(Span inner) {
        return inner.min.compareTo(min) >= 0 && (max == null || inner.max != null && inner.max.compareTo(max) <= 0);
    }

    String show(Ratio bound) {
        return money ? Money.text(bound.over().longValueExact()) : bound + "倍";
    }

    String text() {
        return show(min) + (max == null ? " and more" : " to " + show(max));
    }
}
