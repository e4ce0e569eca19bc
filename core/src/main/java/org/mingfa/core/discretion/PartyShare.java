package org.mingfa.core.discretion;

import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The range of one party: raw, bounded by the statute, then as light or heavy as was chosen. */
final class PartyShare {
    private final Situation situation;
    private final Table table;
    private final Choosing chosen;
    private final @Nullable Family family;
    private final List<String> flags;
    private final boolean sparing;
    private String rule = "";

    /** @param sparing the grade is one of no penalty, which is departed from: it has no range */
    PartyShare(Situation situation, Table table, Choosing chosen, @Nullable Family family, List<String> flags, boolean sparing) {
        this.sparing = sparing;
        this.situation = situation;
        this.table = table;
        this.chosen = chosen;
        this.family = family;
        this.flags = flags;
    }

    /** @param law what the statute says of this party; null where the table does not hold it */
    Assessment.Party of(Sanction of, @Nullable Sanction law, Assessment.@Nullable Weighed weighed, List<Sanction> added) {
        boolean benchmark = !sparing && (weighed != null || !table.rows().isEmpty());
        Range bounds = law == null || law.fine() == null ? null : range(law.fine());
        Range raw = weighed != null ? weighed.fine() : of.fine() == null ? null : range(of.fine());
        rule = "";
        Range within = raw == null || bounds == null ? raw : raw.within(bounds);
        boolean clamped = raw != null && bounds != null && !bounds.holds(raw);
        if (clamped) {
            flags.add(name(of) + "裁量基准的" + raw.text() + "超出法定幅度" + bounds.text() + "，以法定幅度为限");
        }
        Range result = within == null ? null : measured(within, bounds);
        if (raw != null && (of.may() || law != null && law.may())) {
            flags.add(name(of) + "依照规定可以处以罚款，是否罚款也须裁量并说明理由");
        }
        if (!of.note().isEmpty()) {
            flags.add(name(of) + "本档以内的数额按表中说明计算：" + of.note());
        }
        List<String> measures = measures(of, law, added);
        long proposed = result == null ? 0 : result.middle(table.rounding());
        return new Assessment.Party(of.party(), law, benchmark ? of : null, bounds, benchmark ? raw : null, result, proposed, clamped, rule,
                situation.fines().get(of.party()), measures);
    }

    /** Those of the statute, of the row, and what comes on top, each once. */
    private static List<String> measures(Sanction of, @Nullable Sanction law, List<Sanction> added) {
        var measures = new LinkedHashSet<String>(law == null ? List.of() : law.with());
        measures.addAll(of.with());
        added.stream().filter(a -> a.party().equals(of.party())).forEach(a -> measures.addAll(a.with()));
        return List.copyOf(measures);
    }

    private static String name(Sanction of) {
        return of.party().isEmpty() ? "" : "对" + of.party() + "，";
    }

    private Range range(Amount fine) {
        return fine.range(name -> Quantity.of(situation, table, name));
    }

    private Range measured(Range within, @Nullable Range bounds) {
        if (chosen.choice() == Choice.MITIGATE) {
            return mitigated(within, bounds);
        }
        if (family == null) {
            return within;
        }
        Kind kind = Kind.of(within);
        Range ends = kind == Kind.AMOUNT && bounds != null ? bounds : within;
        Family.Part part = family.rules().getOrDefault(kind.key(), Map.of()).get(chosen.choice());
        if (part == null) {
            if (!(chosen.choice() == Choice.GENERAL && kind == Kind.AMOUNT)) {
                flags.add(family.title() + "没有规定此种情形下" + chosen.choice().title() + "的幅度，须说明理由并集体讨论决定");
            }
            return within;
        }
        rule = part.text();
        return part(part, ends, within).within(kind == Kind.AMOUNT && bounds != null ? bounds : within);
    }

    private static Range part(Family.Part part, Range ends, Range x) {
        long from = part.from() == null ? x.min() : value(part.from(), ends, x, RoundingMode.CEILING);
        Long to = part.to() == null ? x.max() : Long.valueOf(value(part.to(), ends, x, RoundingMode.FLOOR));
        if (to != null && to <= from) {
            return Range.exactly(from);
        }
        return new Range(from, part.from() != null && part.from().open(), to, part.to() != null && part.to().open());
    }

    private static long value(Family.Bound bound, Range ends, Range x, RoundingMode mode) {
        Ratio sum = bound.aShare().times(Ratio.of(ends.min())).plus(bound.bShare().times(Ratio.of(ends.max() == null ? 0 : ends.max())))
                .plus(bound.xShare().times(Ratio.of(x.min())));
        return Math.max(0, sum.rounded(mode));
    }

    /** Below the lowest of the statute; how far is for the panel, unless a family says so. */
    private Range mitigated(Range within, @Nullable Range bounds) {
        Range ends = bounds == null ? within : bounds;
        if (ends.min() == 0) {
            flags.add("法定幅度没有下限，不能以低于下限减轻处罚；可以减少处罚的种类");
            return within;
        }
        rule = "低于法定最低罚款" + Money.text(ends.min());
        return new Range(0, false, ends.min(), true);
    }
}
