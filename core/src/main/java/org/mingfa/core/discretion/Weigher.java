package org.mingfa.core.discretion;

import java.math.RoundingMode;
import java.util.ArrayList;

/** Adds up the weights of a situation. */
final class Weigher {
    private final Table table;
    private final Weights weights;
    private final Situation situation;

    Weigher(Table table, Weights weights, Situation situation) {
        this.table = table;
        this.weights = weights;
        this.situation = situation;
    }

    Assessment.Weighed weigh() {
        var answers = new ArrayList<Assessment.Weighed.Answer>();
        Ratio total = weights.start();
        for (Factor f : weights.factors()) {
            Factor.Option option = option(f);
            answers.add(new Assessment.Weighed.Answer(f.name(), option.text(), option.weight()));
            total = total.plus(option.weight());
        }
        total = weights.least() != null && total.compareTo(weights.least()) < 0 ? weights.least() : total;
        total = weights.most() != null && total.compareTo(weights.most()) > 0 ? weights.most() : total;
        long base = base();
        long fine = total.times(Ratio.of(base)).times(weights.multiple()).rounded(RoundingMode.HALF_UP);
        return new Assessment.Weighed(weights.start(), answers, total, base, Range.exactly(fine));
    }

    private long base() {
        if (weights.sum() != null) {
            return weights.sum();
        }
        String name = String.valueOf(weights.base());
        return Math.max(weights.floor(), Money.fen(Quantity.of(situation, table, name)));
    }

    private Factor.Option option(Factor f) {
        String given = situation.choices().get(f.name());
        if (given != null) {
            return f.options().stream().filter(o -> o.text().equals(given)).findFirst().orElseThrow();
        }
        var fit = f.options().stream().filter(o -> !o.guards().isEmpty() && o.guards().entrySet().stream().allMatch(g -> {
            Ratio quantity = situation.quantities().get(g.getKey());
            return quantity != null && g.getValue().holds(quantity);
        })).toList();
        if (fit.isEmpty()) {
            throw Fitting.unchosen(f.name(), f.options().stream().map(Factor.Option::text).toList());
        }
        return fit.getLast(); // at a number where two meet, the one that begins there
    }
}
