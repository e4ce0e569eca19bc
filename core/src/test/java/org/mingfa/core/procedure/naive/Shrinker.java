package org.mingfa.core.procedure.naive;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a pack and a run smaller as long as the two readings still differ. */
final class Shrinker {
    private static final long NANOS = 12_000_000_000L;

    private Pack pack;
    private Run run;
    private String difference;
    private final long until = System.nanoTime() + NANOS;

    Shrinker(Pack pack, Run run) {
        this.pack = pack;
        this.run = run;
        this.difference = String.valueOf(difference(pack, run));
    }

    String smallest() {
        boolean smaller = true;
        while (smaller && System.nanoTime() < until) {
            smaller = shorterRun() | smallerPack();
        }
        StringBuilder out = new StringBuilder(difference).append("\n--- pack\n").append(PackText.of(pack)).append("--- run\n");
        for (int i = 0; i < run.steps().size(); i++) {
            out.append(i + 1).append(". ").append(run.steps().get(i)).append('\n');
        }
        return out.toString();
    }

    private boolean shorterRun() {
        boolean any = false;
        for (int i = run.steps().size() - 1; i >= 0; i--) {
            Run shorter = run.without(i);
            any |= shorter != null && take(pack, shorter);
        }
        for (int i = 0; i < run.steps().size(); i++) {
            for (Run.Step plainer : plainer(run.steps().get(i))) {
                List<Run.Step> steps = new ArrayList<>(run.steps());
                steps.set(i, plainer);
                any |= take(pack, new Run(steps));
            }
        }
        return any;
    }

    private static List<Run.Step> plainer(Run.Step s) {
        List<Run.Step> out = new ArrayList<>();
        if (s.at().time() != null) {
            out.add(new Run.Step(s.act(), s.on(), org.mingfa.core.calendar.Moment.of(s.at().date()), s.form(), s.roles(), s.mode(), s.corrects()));
        }
        for (String field : s.form().keySet()) {
            var form = new java.util.LinkedHashMap<>(s.form());
            form.remove(field);
            out.add(new Run.Step(s.act(), s.on(), s.at(), form, s.roles(), s.mode(), s.corrects()));
        }
        return out;
    }

    private boolean smallerPack() {
        for (Pack p : PackCut.smaller(pack)) {
            if (System.nanoTime() < until && take(p, run)) {
                return true;
            }
        }
        return false;
    }

    private boolean take(Pack p, Run r) {
        String d = difference(p, r);
        if (d == null) {
            return false;
        }
        pack = p;
        run = r;
        difference = d;
        return true;
    }

    private static @Nullable String difference(Pack p, Run r) {
        if (r.steps().stream().anyMatch(s -> p.acts().stream().noneMatch(a -> a.code().equals(s.act())))) {
            return null;
        }
        Compared both = Compared.of(p);
        return both == null ? null : SecondReadingTest.differ(both, r);
    }
}
