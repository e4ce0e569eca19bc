package org.mingfa.core.discretion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 从旧兼从轻 (行政处罚法 第三十七条): the law of the day of the act applies; where it has changed before the decision and the new one
 * is lighter, the new one. Compared are the statutory ranges, the highest fine first and then the lowest; what else follows is named
 * for the officer to weigh. An act that the new law no longer holds unlawful has no table: that the officer has to see.
 *
 * @param old by the law of the day of the act
 * @param later by the law of the day of the decision; null where it is the same
 * @param lighter whether the later one applies
 * @param undecided the ranges do not tell which is lighter: one party fares better by either
 */
public record LighterLaw(Assessment old, @Nullable Assessment later, boolean lighter, boolean undecided) {

    /** @throws Unanswered where either law asks what the situation does not say, or the situation says what neither asks */
    public static LighterLaw of(Benchmarks all, Situation s, LocalDate decidedOn) {
        var calculator = new Calculator(all);
        Optional<Table> before = all.table(s.table(), s.on());
        Optional<Table> after = before.flatMap(t -> all.successor(t, decidedOn));
        if (before.isEmpty() || after.isEmpty() || before.get().inForce(decidedOn)) {
            return new LighterLaw(calculator.assess(s), null, false, false);
        }
        asked(s, before.get(), after.get());
        Situation then = s.put(before.get(), s.on());
        Situation now = s.put(after.get(), decidedOn);
        Assessment old = calculator.assess(then.unfined());
        Assessment later = calculator.assess(now.unfined());
        Set<Integer> signs = signs(old, later);
        boolean undecided = signs.contains(-1) && signs.contains(1);
        boolean lighter = !undecided && signs.contains(-1);
        return s.fines().isEmpty() ? new LighterLaw(old, later, lighter, undecided)
                : new LighterLaw(lighter ? old : calculator.assess(then), lighter ? calculator.assess(now) : later, lighter, undecided);
    }

    private static void asked(Situation s, Table before, Table after) {
        for (String name : s.quantities().keySet()) {
            if (!before.quantities().contains(name) && !after.quantities().contains(name)) {
                throw new Unanswered("quantities." + name, "新旧规定都不问“" + name + "”");
            }
        }
        for (String name : s.choices().keySet()) {
            if (!before.choices().contains(name) && !after.choices().contains(name)) {
                throw new Unanswered("choices." + name, "新旧规定都不问“" + name + "”");
            }
        }
    }

    /** Of each party: -1 where the later law is lighter, 1 where it is heavier. */
    private static Set<Integer> signs(Assessment old, Assessment later) {
        var signs = new LinkedHashSet<Integer>();
        if (old.spared() || later.spared()) {
            if (old.spared() != later.spared()) { // one of the two has a grade of no penalty for it
                signs.add(later.spared() ? -1 : 1);
            }
            return signs;
        }
        for (Assessment.Party p : old.parties()) {
            Range now = later.parties().stream().filter(q -> q.name().equals(p.name())).findFirst().map(Assessment.Party::law).orElse(null);
            signs.add(Integer.signum(compare(now, p.law())));
        }
        later.parties().stream().filter(q -> q.law() != null && old.parties().stream().noneMatch(p -> p.name().equals(q.name()))).forEach(q -> signs.add(1));
        return signs;
    }

    /** Below 0: {@code a} is lighter. No fine is the lightest. */
    private static int compare(@Nullable Range a, @Nullable Range b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        int highest = Long.compare(a.max() == null ? Long.MAX_VALUE : a.max(), b.max() == null ? Long.MAX_VALUE : b.max());
        return highest != 0 ? highest : Long.compare(a.min(), b.min());
    }

    /** The one that applies; the old law's where the officer has to decide. */
    public Assessment applies() {
        return lighter ? Objects.requireNonNull(later) : old;
    }

    /** Which law applies and why, for the decision; empty where the law has not changed. */
    public String explanation() {
        if (later == null) {
            return "";
        }
        String ranges = "违法行为发生时的规定为" + law(old) + "，作出决定时的规定为" + law(later);
        if (undecided) {
            return ranges + "；对不同当事人孰轻不一，由办案人员比较后写明理由。";
        }
        return ranges + "；依照《中华人民共和国行政处罚法》第三十七条，" + (lighter ? "新的规定处罚较轻，适用新的规定。" : "适用违法行为发生时的规定。") + others();
    }

    private String others() {
        Assessment now = Objects.requireNonNull(later);
        return measures(old).equals(measures(now)) ? "" : "两者并处的其他处罚不同，须一并比较。";
    }

    private static Set<String> measures(Assessment a) {
        var all = new LinkedHashSet<String>();
        a.parties().forEach(p -> all.addAll(p.measures()));
        return all;
    }

    private static String law(Assessment a) {
        List<String> ranges = new ArrayList<>();
        for (Assessment.Party p : a.parties()) {
            ranges.add((p.name().isEmpty() ? "" : "对" + p.name()) + (p.law() == null ? "不处罚款" : "罚款" + p.law().text()));
        }
        return a.table().cite() + (ranges.isEmpty() ? "" : "（" + String.join("，", ranges) + "）");
    }
}
