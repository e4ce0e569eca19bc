package org.mingfa.core.discretion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several assessments of one party together.
 *
 * @param norms one act that breaks several norms (行政处罚法 29: the highest fine); else several acts (分别裁量，合并处罚)
 * @param lowest, highest, proposed 分; highest null: no upper bound
 * @param applied the one that is applied, of several norms
 */
public record Several(boolean norms, List<Assessment> each, long lowest, @Nullable Long highest, long proposed, @Nullable Assessment applied,
        String explanation) {

    /** Several acts: each is assessed by itself, the fines are added. */
    public static Several acts(List<Assessment> each) {
        long lowest = 0;
        Long highest = 0L;
        long proposed = 0;
        for (Assessment a : each) {
            for (Assessment.Party p : a.parties()) {
                if (p.result() != null) {
                    long top = p.decided() != null ? p.decided() : p.result().max() == null ? -1 : p.result().max();
                    lowest = Math.addExact(lowest, p.decided() != null ? p.decided() : p.result().min());
                    highest = highest == null || top < 0 ? null : Long.valueOf(Math.addExact(highest, top));
                    proposed = Math.addExact(proposed, p.fine());
                }
            }
        }
        String text = String.join("", numbered(each)) + "以上" + each.size() + "项违法行为分别裁量、合并处罚，合计罚款" + Money.text(proposed) + "。";
        return new Several(false, List.copyOf(each), lowest, highest, proposed, null, text);
    }

    /** One act, several norms: the norm with the highest fine, by the statutory maximum, then the minimum. */
    public static Several norms(List<Assessment> each) {
        Assessment highest = each.getFirst();
        for (Assessment a : each) {
            if (compare(a, highest) > 0) {
                highest = a;
            }
        }
        Several alone = acts(List.of(highest));
        String text = String.join("", numbered(each)) + "当事人的同一个违法行为违反多个法律规范应当给予罚款处罚，按照罚款数额高的规定处罚（《行政处罚法》第二十九条），适用第"
                + (each.indexOf(highest) + 1) + "项" + Explanation.cited(highest.table().cite()) + "，罚款" + Money.text(alone.proposed()) + "。";
        return new Several(true, List.copyOf(each), alone.lowest(), alone.highest(), alone.proposed(), highest, text);
    }

    private static List<String> numbered(List<Assessment> each) {
        return java.util.stream.IntStream.range(0, each.size()).mapToObj(i -> (i + 1) + "．" + each.get(i).explanation()).toList();
    }

    private static int compare(Assessment one, Assessment other) {
        int top = Long.compare(top(one), top(other));
        return top != 0 ? top : Long.compare(bottom(one), bottom(other));
    }

    private static long top(Assessment a) {
        return a.parties().stream().mapToLong(p -> p.law() != null ? p.law().max() == null ? Long.MAX_VALUE : p.law().max()
                : p.result() == null ? 0 : p.result().max() == null ? Long.MAX_VALUE : p.result().max()).max().orElse(0);
    }

    private static long bottom(Assessment a) {
        return a.parties().stream().mapToLong(p -> p.law() != null ? p.law().min() : p.result() == null ? 0 : p.result().min()).max().orElse(0);
    }
}
