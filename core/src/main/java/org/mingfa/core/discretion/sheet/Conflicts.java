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
                    sheet.report(other.row(), "the same conditions as row " + t.row().number() + " with another 处罚标准: what told them apart is lost");
                    sheet.report(t.row(), "the same conditions as row " + other.row().number() + " with another 处罚标准: what told them apart is lost");
                    d.rowsMissing = true;
                }
            }
        }
    }
}
