package org.mingfa.core.discretion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 裁量百分值总和 × base × multiple. The sum of the weights is at least {@code least} and at most {@code most} where the table says so.
 *
 * @param start 裁量起点
 * @param base a quantity (建设项目总投资额); null where {@code sum} is given
 * @param sum 分: a fixed base (×100万)
 * @param multiple of the base: 5 (×5倍), 1/20 (×5%)
 * @param floor 分: a smaller base counts as this
 */
public record Weights(Ratio start, List<Factor> factors, @Nullable String base, @Nullable Long sum, Ratio multiple, long floor,
        @Nullable Ratio least, @Nullable Ratio most) {
    public Weights {
        factors = List.copyOf(factors);
        if ((base == null) == (sum == null)) {
            throw new IllegalArgumentException("the weights are of a quantity or of a sum, one of the two");
        }
    }

    /** The greatest total the table can give. */
    public Ratio greatest() {
        Ratio total = start;
        for (Factor f : factors) {
            total = total.plus(f.options().stream().map(Factor.Option::weight).max(Ratio::compareTo).orElse(Ratio.ZERO));
        }
        return total;
    }
}
