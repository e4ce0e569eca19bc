package org.mingfa.core.discretion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a table's weights. */
final class WeightsReader {
    private WeightsReader() {}

    static Weights read(Given g) {
        g.only("start", "factors", "base", "sum", "multiple", "floor", "least", "most");
        Given base = g.get("base");
        Given sum = g.get("sum");
        if ((base == null) == (sum == null)) {
            throw g.fault("weights want 'base' (a quantity) or 'sum' (100万元), one of the two");
        }
        Given multiple = g.get("multiple");
        Given floor = g.get("floor");
        var factors = new ArrayList<Factor>();
        var names = new LinkedHashSet<String>();
        for (Given f : g.list("factors")) {
            Factor factor = factor(f);
            if (!names.add(factor.name())) {
                throw f.fault("two factors '" + factor.name() + "'");
            }
            factors.add(factor);
        }
        return new Weights(g.need("start").as(Ratio::share), factors, base == null ? null : base.text(), sum == null ? null
                : sum.as(TableReader::sum),
                multiple == null ? Ratio.ONE : multiple.as(WeightsReader::multiple), floor == null ? 0 : floor.as(TableReader::sum),
                share(g.get("least")), share(g.get("most")));
    }

    private static @Nullable Ratio share(@Nullable Given g) {
        return g == null ? null : g.as(Ratio::share);
    }

    /** 5倍, 5%, 1. */
    static Ratio multiple(String text) {
        String plain = Words.plain(text);
        String number = plain.endsWith("倍") ? plain.substring(0, plain.length() - 1) : plain;
        return number.endsWith("%") ? Ratio.share(number)
                : ChineseNumber.read(number).orElseThrow(() -> new IllegalArgumentException("not a multiple such as 5倍 or 5%: '" + text + "'"));
    }

    private static Factor factor(Given f) {
        f.only("name", "options");
        var options = new ArrayList<Factor.Option>();
        var texts = new LinkedHashSet<String>();
        for (Given o : f.list("options")) {
            o.only("text", "weight", "if");
            String text = o.need("text").text();
            if (!texts.add(text)) {
                throw o.fault("two options '" + text + "'");
            }
            options.add(new Factor.Option(text, o.need("weight").as(Ratio::share), TableReader.guards(o)));
        }
        if (options.isEmpty()) {
            throw f.fault("a factor without options");
        }
        return new Factor(f.need("name").text(), List.copyOf(options));
    }
}
