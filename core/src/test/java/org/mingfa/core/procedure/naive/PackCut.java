package org.mingfa.core.procedure.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Smaller packs: without an act, without a relation, with one trait fewer. */
final class PackCut {

    private PackCut() {}

    /** Every pack that is one step smaller; not all of them load. */
    static List<Pack> smaller(Pack p) {
        List<Pack> out = new ArrayList<>();
        for (Pack.A a : p.acts()) {
            if (!a.code().equals("end")) {
                out.add(without(p, a.code()));
            }
        }
        for (int i = 0; i < p.acts().size(); i++) {
            for (Pack.A a : smaller(p.acts().get(i))) {
                List<Pack.A> acts = new ArrayList<>(p.acts());
                acts.set(i, a);
                out.add(new Pack(p.kinds(), p.strict(), acts, p.figures()));
            }
        }
        if (p.strict()) {
            out.add(new Pack(p.kinds(), false, p.acts(), p.figures()));
        }
        return out;
    }

    private static Pack without(Pack p, String gone) {
        List<Pack.A> acts = p.acts().stream().filter(a -> !a.code().equals(gone)).map(a -> copy(a, a.times(), a.starts(), a.by(), a.ends(),
                keep(a.needs(), n -> !n.act().equals(gone)), keep(a.waits(), w -> !w.act().equals(gone)),
                keep(a.gives(), g -> !g.act().equals(gone) && !gone.equals(g.onExpiry())), keep(a.closes(), c -> !c.act().equals(gone)),
                keep(a.undoes(), u -> !u.equals(gone)), keep(a.countsAs(), c -> !c.equals(gone)), a.begins(), a.resumes(),
                keep(a.extensions(), x -> !x.duty().contains(gone + ".") && !x.duty().contains("." + gone)), a.rules())).toList();
        return new Pack(p.kinds(), p.strict(), acts, p.figures());
    }

    private static <T> List<T> keep(List<T> list, Predicate<T> which) {
        return list.stream().filter(which).toList();
    }

    private static List<Pack.A> smaller(Pack.A a) {
        List<Pack.A> out = new ArrayList<>();
        drop(a.needs()).forEach(x -> out.add(copy(a, a.times(), a.starts(), a.by(), a.ends(), x, a.waits(), a.gives(), a.closes(), a.undoes(), a.countsAs(), a.begins(), a.resumes(), a.extensions(), a.rules())));
        drop(a.waits()).forEach(x -> out.add(copy(a, a.times(), a.starts(), a.by(), a.ends(), a.needs(), x, a.gives(), a.closes(), a.undoes(), a.countsAs(), a.begins(), a.resumes(), a.extensions(), a.rules())));
        drop(a.gives()).forEach(x -> out.add(gives(a, x)));
        simpler(a.gives()).forEach(x -> out.add(gives(a, x)));
        drop(a.closes()).forEach(x -> out.add(copy(a, a.times(), a.starts(), a.by(), a.ends(), a.needs(), a.waits(), a.gives(), x, a.undoes(), a.countsAs(), a.begins(), a.resumes(), a.extensions(), a.rules())));
        drop(a.undoes()).forEach(x -> out.add(copy(a, a.times(), a.starts(), a.by(), a.ends(), a.needs(), a.waits(), a.gives(), a.closes(), x, a.countsAs(), a.begins(), a.resumes(), a.extensions(), a.rules())));
        drop(a.countsAs()).forEach(x -> out.add(copy(a, a.times(), a.starts(), a.by(), a.ends(), a.needs(), a.waits(), a.gives(), a.closes(), a.undoes(), x, a.begins(), a.resumes(), a.extensions(), a.rules())));
        drop(a.begins()).forEach(x -> out.add(copy(a, a.times(), a.starts(), a.by(), a.ends(), a.needs(), a.waits(), a.gives(), a.closes(), a.undoes(), a.countsAs(), x, a.resumes(), a.extensions(), a.rules())));
        drop(a.resumes()).forEach(x -> out.add(copy(a, a.times(), a.starts(), a.by(), a.ends(), a.needs(), a.waits(), a.gives(), a.closes(), a.undoes(), a.countsAs(), a.begins(), x, a.extensions(), a.rules())));
        drop(a.extensions()).forEach(x -> out.add(extensions(a, x)));
        drop(a.rules()).forEach(x -> out.add(copy(a, a.times(), a.starts(), a.by(), a.ends(), a.needs(), a.waits(), a.gives(), a.closes(), a.undoes(), a.countsAs(), a.begins(), a.resumes(), a.extensions(), x)));
        if (a.times() > 0 || !a.starts().equals("open") || !a.by().isEmpty() || a.ends() != null) {
            out.add(copy(a, 0, a.starts(), a.by(), a.ends(), a.needs(), a.waits(), a.gives(), a.closes(), a.undoes(), a.countsAs(), a.begins(), a.resumes(), a.extensions(), a.rules()));
            out.add(copy(a, a.times(), "open", a.by(), a.ends(), a.needs(), a.waits(), a.gives(), a.closes(), a.undoes(), a.countsAs(), a.begins(), a.resumes(), a.extensions(), a.rules()));
            out.add(copy(a, a.times(), a.starts(), List.of(), a.ends(), a.needs(), a.waits(), a.gives(), a.closes(), a.undoes(), a.countsAs(), a.begins(), a.resumes(), a.extensions(), a.rules()));
            out.add(copy(a, a.times(), a.starts(), a.by(), null, a.needs(), a.waits(), a.gives(), a.closes(), a.undoes(), a.countsAs(), a.begins(), a.resumes(), a.extensions(), a.rules()));
        }
        out.removeIf(a::equals);
        return out;
    }

    private static <T> List<List<T>> drop(List<T> list) {
        List<List<T>> out = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            List<T> shorter = new ArrayList<>(list);
            shorter.remove(i);
            out.add(shorter);
        }
        return out;
    }

    /** One duty or window without its traits. */
    private static List<List<Pack.Gives>> simpler(List<Pack.Gives> list) {
        List<List<Pack.Gives>> out = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Pack.Gives g = list.get(i);
            for (Pack.Gives s : List.of(
                    new Pack.Gives(g.duty(), g.no(), g.act(), g.length(), false, List.of(), null, "agency", false, null, null, false, false, false, false, null),
                    g.plain(),
                    new Pack.Gives(g.duty(), g.no(), g.act(), g.length(), g.strict(), g.pausedBy(), null, g.owedBy(), g.oneForOne(), g.fulfilledWhen(), g.onExpiry(), g.alsoLater(), g.outlives(), g.fromForm(), g.dated(), g.warnAfter()),
                    new Pack.Gives(g.duty(), g.no(), g.act(), g.length(), g.strict(), List.of(), g.when(), g.owedBy(), g.oneForOne(), null, g.onExpiry(), g.alsoLater(), g.outlives(), false, g.dated(), g.warnAfter()),
                    new Pack.Gives(g.duty(), g.no(), g.act(), g.length(), false, g.pausedBy(), g.when(), "agency", false, g.fulfilledWhen(), g.onExpiry(), false, false, g.fromForm(), g.dated(), null))) {
                if (!s.equals(g)) {
                    List<Pack.Gives> copy = new ArrayList<>(list);
                    copy.set(i, s);
                    out.add(copy);
                }
            }
        }
        return out;
    }

    static Pack.A gives(Pack.A a, List<Pack.Gives> gives) {
        return copy(a, a.times(), a.starts(), a.by(), a.ends(), a.needs(), a.waits(), gives, a.closes(), a.undoes(), a.countsAs(), a.begins(), a.resumes(), a.extensions(), a.rules());
    }

    static Pack.A extensions(Pack.A a, List<Pack.Extends> extensions) {
        return copy(a, a.times(), a.starts(), a.by(), a.ends(), a.needs(), a.waits(), a.gives(), a.closes(), a.undoes(), a.countsAs(), a.begins(), a.resumes(), extensions, a.rules());
    }

    private static Pack.A copy(Pack.A a, int times, String starts, List<String> by, @Nullable String ends, List<Pack.Need> needs,
            List<Pack.Waits> waits, List<Pack.Gives> gives, List<Pack.Closes> closes, List<String> undoes, List<String> countsAs,
            List<Pack.Begins> begins, List<Pack.Ends> resumes, List<Pack.Extends> extensions, List<Pack.Rule> rules) {
        return new Pack.A(a.code(), a.stage(), a.fact(), by, a.on(), a.creates(), a.rows(), ends, starts, times, a.isFinal(), a.afterEnd(),
                needs, waits, gives, closes, undoes, countsAs, begins, resumes, extensions, rules);
    }
}
