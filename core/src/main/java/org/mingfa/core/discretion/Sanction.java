package org.mingfa.core.discretion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows for one party (双罚: a table may name several).
 *
 * @param party 单位, 个人, 直接责任人员; empty: the party of the case
 * @param with other consequences in the words of the table: 警告, 责令停产整治, 没收违法所得
 * @param may the fine is 可以: whether there is one is itself discretion
 * @param fine null: none
 * @param note words of the table that say how to find the place within the range
 */
public record Sanction(String party, List<String> with, boolean may, @Nullable Amount fine, String note) {
    public Sanction {
        with = List.copyOf(with);
    }

    /** How tables say that there is no penalty (27号 （六）: 不予处罚 and 免予处罚 are told apart; both end in none). */
    private static final java.util.Set<String> SPARED = java.util.Set.of("不予处罚", "不予行政处罚", "免予处罚", "免予行政处罚", "免于处罚", "免于行政处罚");

    /** 不予处罚, 免予处罚. */
    public boolean spares() {
        return fine == null && with.stream().anyMatch(SPARED::contains);
    }

    /** What follows although there is no penalty: 责令改正. */
    List<String> besides() {
        return with.stream().filter(w -> !SPARED.contains(w)).toList();
    }

    /** As {@link SanctionText} reads it back. */
    public String text() {
        var parts = new ArrayList<String>();
        String whom = party.isEmpty() ? "" : "对" + party;
        with.stream().filter(w -> !w.contains("，")).forEach(w -> parts.add((parts.isEmpty() ? whom : "") + w));
        if (fine != null) {
            String verb = (may ? "可以" : "") + (parts.isEmpty() ? "" : "并") + "处";
            String[] amount = fine.text().split("，", 2);
            parts.add((parts.isEmpty() ? whom : "") + verb + amount[0] + "罚款" + (amount.length > 1 ? "，" + amount[1] : ""));
        }
        String conditional = String.join("；", with.stream().filter(w -> w.contains("，")).toList());
        return String.join("，", parts) + (note.isEmpty() ? "" : "（" + note + "）") + (parts.isEmpty() || conditional.isEmpty() ? "" : "；")
                + conditional;
    }
}
