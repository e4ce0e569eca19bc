package org.mingfa.core.discretion;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a situation from JSON. */
final class SituationReader {
    private SituationReader() {}

    static Situation read(Given g, String name) {
        g.only("name", "table", "on", "row", "quantities", "choices", "evidence", "grounds", "choice", "family", "fine", "fines", "reason",
                "deliberated", "decided", "note");
        Map<String, Ratio> quantities = new LinkedHashMap<>();
        g.fields("quantities").forEach((n, q) -> quantities.put(n, q.as(SituationReader::quantity)));
        Map<String, String> choices = new LinkedHashMap<>();
        g.fields("choices").forEach((n, c) -> choices.put(n, c.text()));
        Map<String, List<String>> evidence = new LinkedHashMap<>();
        g.fields("evidence").forEach((n, e) -> evidence.put(n, e.list().stream().map(Given::text).toList()));
        Map<String, Long> fines = new LinkedHashMap<>();
        if (g.get("fine") != null) {
            fines.put("", g.need("fine").as(SituationReader::sum));
        }
        g.fields("fines").forEach((party, f) -> fines.put(party, f.as(SituationReader::sum)));
        Given choice = g.get("choice");
        return new Situation(name, g.need("table").text(), date(g.need("on")), g.text("row", ""), quantities, choices, evidence,
                g.list("grounds").stream().map(Given::text).toList(), choice == null ? null : choice.as(Choice::of), g.text("family", ""), fines,
                g.text("reason", ""), g.flag("deliberated"));
    }

    /** The day of the decision; null where it is not given. */
    static @Nullable LocalDate decided(Given g) {
        return g.get("decided") == null ? null : date(g.need("decided"));
    }

    /** A number, or one with its unit: 8000, 2.5, 三万元, 2.5万. */
    static Ratio quantity(String text) {
        String plain = Words.plain(text).replaceFirst("元$", "");
        return ChineseNumber.read(plain).orElseThrow(() -> new IllegalArgumentException("“" + Unreadable.shown(text)
                + "”不是数，应是不小于零、最多十五位的数（如8000、2.5万）"));
    }

    private static long sum(String text) {
        return Money.fen(quantity(text));
    }

    private static LocalDate date(Given g) {
        try {
            return LocalDate.parse(g.text());
        } catch (DateTimeException e) {
            throw g.fault("“" + g.text() + "”不是日期，应写成2026-03-02的样子");
        }
    }
}
