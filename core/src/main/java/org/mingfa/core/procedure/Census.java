package org.mingfa.core.procedure;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a folder of packs holds, each thing counted once although layers repeat it.
 *
 * @param packs procedures and layers
 * @param rules needs, waits-for and conditions
 * @param clocks relations with a period: duties, windows, waiting times, extensions
 * @param unverified packs and values whose source could not be checked (verified: false)
 */
public record Census(int packs, int acts, int rules, int clocks, List<Cited> unverified) {

    /** One citation, e.g. 行政处罚法 第六十条, where it stands in a pack, and the title of what cites it. */
    public record Cited(String cite, String title, String file, int line) {}

    static Census of(Laws laws, int packs, List<Cited> unverifiedPacks) {
        Map<String, Clause> rules = new LinkedHashMap<>();
        Map<String, Clause> clocks = new LinkedHashMap<>();
        Set<String> acts = new LinkedHashSet<>();
        Set<Cited> unverified = new LinkedHashSet<>(unverifiedPacks);
        for (Procedure p : laws.compiled()) {
            for (ActSpec a : p.acts()) {
                acts.add(p.code() + " " + a.code());
                a.needs.forEach(n -> put(n.period() == null ? rules : clocks, n.clause()));
                a.waitsFor.forEach(w -> put(rules, w.clause()));
                a.rules.forEach(r -> put(rules, r.clause()));
                a.effects.forEach(e -> put(e.period() == null ? rules : clocks, e.clause()));
                a.extensions.forEach(x -> put(clocks, x.clause()));
            }
            p.parameters().stream().filter(x -> !x.verified()).forEach(x -> x.place(unverified));
        }
        return new Census(packs, acts.size(), rules.size(), clocks.size(), List.copyOf(unverified));
    }

    private static void put(Map<String, Clause> into, Clause c) {
        into.putIfAbsent(c.id() + " " + c.file() + ":" + c.line(), c);
    }
}
