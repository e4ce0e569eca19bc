package org.mingfa.core.discretion;

import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a fine is measured: in 元, as a multiple or share of something, or per unit of something. */
public sealed interface Amount {

    /** What is known of the situation; sums in 元. Throws {@link Unanswered} for what is not given. */
    interface Quantities {
        Ratio get(String name);
    }

    /** The fine from lowest to highest, in 分. A lowest in parts of a 分 is rounded up, a highest down. */
    Range range(Quantities given);

    /** The words of the law, as {@link AmountText} reads them back. */
    String text();

    /** The quantity it depends on. */
    Optional<String> base();

    /** A fine in 元: 分 from and to, either may be missing. */
    record Fixed(@Nullable Long min, @Nullable Long max) implements Amount {
        @Override
        public Range range(Quantities given) {
            return Range.of(min == null ? 0 : min, max);
        }

        @Override
        public String text() {
            return min != null && min.equals(max) ? Money.text(min)
                    : (min == null ? "" : Money.text(min) + "以上") + (max == null ? "" : Money.text(max) + "以下");
        }

        @Override
        public Optional<String> base() {
            return Optional.empty();
        }
    }

    /**
     * A multiple (倍) or share (%) of a sum.
     *
     * @param of what: 货值金额, 所收费用, 建设项目总投资额
     * @param floor 分: a smaller sum counts as this one (不足二十万元的，按二十万元计算); 0 for none
     * @param cap 分: the fine is at most this (最高不超过一百万元); null for none
     */
    record Times(String of, @Nullable Ratio min, @Nullable Ratio max, boolean percent, long floor, @Nullable Long cap) implements Amount {
        @Override
        public Range range(Quantities given) {
            Ratio sum = given.get(of).times(Ratio.of(100));
            Ratio counted = sum.compareTo(Ratio.of(floor)) < 0 ? Ratio.of(floor) : sum;
            long from = min == null ? 0 : counted.times(min).rounded(RoundingMode.CEILING);
            Long to = max == null ? null : Long.valueOf(counted.times(max).rounded(RoundingMode.FLOOR));
            if (to != null && to < from) {
                to = from; // an exact multiple in parts of a 分
            }
            return cap == null ? Range.of(from, to) : Range.of(Math.min(from, cap), to == null ? cap : Long.valueOf(Math.min(to, cap)));
        }

        @Override
        public String text() {
            String share = min != null && min.equals(max) ? one(min)
                    : (min == null ? "" : one(min) + "以上") + (max == null ? "" : one(max) + "以下");
            String least = floor == 0 ? "" : "，" + of + "不足" + Money.text(floor) + "的，按" + Money.text(floor) + "计算";
            return of + share + least + (cap == null ? "" : "，最高不超过" + Money.text(cap));
        }

        private String one(Ratio r) {
            return percent ? r.percent() : r + "倍";
        }

        @Override
        public Optional<String> base() {
            return Optional.of(of);
        }
    }

    /**
     * So much for each: 每平方米一百元以上一千元以下.
     *
     * @param per the unit: 平方米, 处设施, 车次
     */
    record PerUnit(String per, @Nullable Long min, @Nullable Long max) implements Amount {
        @Override
        public Range range(Quantities given) {
            Ratio units = given.get(per);
            return Range.of(min == null ? 0 : units.times(Ratio.of(min)).rounded(RoundingMode.CEILING),
                    max == null ? null : Long.valueOf(units.times(Ratio.of(max)).rounded(RoundingMode.FLOOR)));
        }

        @Override
        public String text() {
            return "每" + per + new Fixed(min, max).text();
        }

        @Override
        public Optional<String> base() {
            return Optional.of(per);
        }
    }
}
