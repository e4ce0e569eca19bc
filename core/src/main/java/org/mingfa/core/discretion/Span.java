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
        return money ? Money.text(bound.over().longValueExact()) : bound.compareTo(Ratio.ONE) < 0 ? bound.percent() : bound + "倍";
    }

    /** 5万元以上10万元以下, as {@link Amount#text} writes it. */
    String text() {
        return min.equals(max) ? show(min) : (min.compareTo(Ratio.ZERO) == 0 && max != null ? "" : show(min) + "以上") + (max == null ? "" : show(max) + "以下");
    }
}
