package org.mingfa.core.discretion.sheet;

import java.util.HashMap;
import java.util.Map;
import org.mingfa.core.discretion.Words;

/** Rows of one table that say different things of the same conditions: what told them apart was lost, so neither is read. */
final class Conflicts {
    private Conflicts() {}

    static void report(Sheet sheet) {
        for (Draft d : sheet.drafts()) {
            Map<Object, Draft.Tier> first = new HashMap<>();
            for (Draft.Tier t : d.tiers) {
                Draft.Tier other = first.putIfAbsent(java.util.List.of(Words.plain(t.condition()), t.when()), t);
                if (other != null && !Words.plain(other.text()).equals(Words.plain(t.text()))) {
                    sheet.report(other.row(), reason(t.row()));
                    sheet.report(t.row(), reason(other.row()));
                    d.rowsMissing = true;
                }
            }
        }
    }

    private static String reason(SheetRow other) {
        return "与第 " + other.number() + " 行条件相同而处罚标准不同，区分两行的条件没有写出来，请对照原件补上";
    }
}
