package org.mingfa.server.cases.alike;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.alike.AlikeStore.Known;
import org.mingfa.server.cases.alike.AlikeStore.Spread;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.registry.Facts;
import org.mingfa.server.registry.RegisterParameters;
import org.springframework.stereotype.Component;

/**
 * Similar cases (类案): the same benchmark table and grade. What others fined is told in numbers without names; a case is named
 * only to whoever may read it, and a small group is only counted.
 */
@Component
public class AlikeCases {

    private static final int NEWEST = 10;

    /** Digits of a division code that name the city (市). */
    private static final int CITY = 4;

    private final AlikeStore store;
    private final Facts facts;
    private final RegisterParameters parameters;
    private final Transactions transactions;
    private final Clock clock;

    AlikeCases(AlikeStore store, Facts facts, RegisterParameters parameters, Transactions transactions, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.parameters = parameters;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param fine 分: the one placed among them; null: none
     * @param near within the city of the caller; {@code all} wherever this platform handles cases
     * @param older cases of the same conduct that kept no assessment: only counted
     * @param fewest a spread is told from so many fines on; {@code most} of the newest are looked at
     */
    public record Alike(
            String table, String conduct, String grade, @Nullable Long fine, Spread near, Spread all, long older, List<Known> newest, int fewest, int most) {}

    public Alike of(String table, String conduct, String grade, @Nullable Long fine) {
        return transactions.read(() -> read(table, conduct, grade, fine, null));
    }

    /** For each fine of the case that kept an assessment; the case itself is among the numbers, not among the newest. */
    public List<Alike> ofCase(CaseKey id) {
        return transactions.read(() -> {
            List<Alike> out = new ArrayList<>();
            for (AlikeStore.Fine f : store.of(id)) {
                if (f.table() != null) {
                    out.add(read(f.table(), f.conduct(), f.grade(), f.fine(), id));
                }
            }
            return out;
        });
    }

    private Alike read(String table, String conduct, String grade, @Nullable Long fine, @Nullable CaseKey but) {
        LocalDate today = LocalDate.now(clock);
        int fewest = parameters.value("similar.fewest", today).intValue();
        int most = parameters.value("similar.most", today).intValue();
        String code = String.valueOf(facts.at(today, Caller.current().agency().id(), "", List.of(), Map.of()).agency().get("region"));
        String city = code.length() > CITY ? code.substring(0, CITY) : code;
        return new Alike(table, conduct, grade, fine, store.spread(table, grade, city, fewest, most, fine), store.spread(table, grade, "", fewest, most, fine),
                conduct.isEmpty() ? 0 : store.older(conduct, "", most), store.newest(table, grade, but, NEWEST), fewest, most);
    }
}
