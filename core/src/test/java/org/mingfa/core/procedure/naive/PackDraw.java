package org.mingfa.core.procedure.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Draws a small pack. Every relation of docs/pack-format.md that the second reading knows turns up. */
final class PackDraw {
    private final Random r;
    private final List<String> kinds;
    private final int n;
    private final List<List<String>> on = new ArrayList<>();
    private final List<@Nullable String> creates = new ArrayList<>();
    private final List<Pack.A> acts = new ArrayList<>();
    private final List<Cond.Fig> figures = new ArrayList<>();

    private PackDraw(Random r) {
        this.r = r;
        this.kinds = one(List.of(List.of(), List.of("party"), List.of("party"), List.of("party", "measure")));
        this.n = 3 + r.nextInt(5);
    }

    static Pack of(Random r) {
        return new PackDraw(r).pack();
    }

    private Pack pack() {
        for (int i = 0; i < n; i++) {
            boolean first = i == 0 && !kinds.isEmpty();
            boolean second = i == 1 && kinds.size() == 2;
            on.add(first || kinds.isEmpty() || chance(45) ? List.of() : chance(8) ? kinds : List.of(one(kinds)));
            creates.add(first ? "party" : second ? "measure" : null);
        }
        on.add(List.of());
        creates.add(null);
        figures();
        for (int i = 0; i <= n; i++) {
            acts.add(act(i));
        }
        openWhatStartsClosed();
        extensions();
        return new Pack(kinds, chance(15), List.copyOf(acts), List.copyOf(figures));
    }

    private String code(int i) {
        return i == n ? "end" : "a" + i;
    }

    private int index(String code) {
        return code.equals("end") ? n : Integer.parseInt(code.substring(1));
    }

    private boolean chance(int percent) {
        return r.nextInt(100) < percent;
    }

    private <T> T one(List<T> from) {
        return from.get(r.nextInt(from.size()));
    }

    private String other(int i) {
        int j = r.nextInt(n);
        return code(j == i && !chance(10) ? (j + 1) % n : j);
    }

    private Pack.A act(int i) {
        boolean end = i == n;
        List<String> its = on.get(i);
        boolean fact = !end && chance(15);
        List<Pack.Closes> closes = end ? List.of() : some(15, () -> closes(i));
        List<Pack.Gives> gives = end ? List.of() : gives(i, closes);
        return new Pack.A(code(i), r.nextInt(3), fact, !fact && chance(20) ? List.of(chance(80) ? "officer" : "agency-head") : List.of(), its,
                creates.get(i), i == 0, !its.isEmpty() && chance(12) ? one(its) : null,
                i == 0 || end ? "open" : chance(14) ? "closed" : chance(6) ? "owed" : "open", !end && chance(12) ? 1 + r.nextInt(2) : 0,
                end || i > 1 && chance(4), chance(12),
                i == 0 ? List.of() : some(45, () -> need(i)), some(14, () -> new Pack.Waits(other(i), guard(i, 25), severity())), gives, closes,
                end ? List.of() : undoes(i), end || !chance(8) ? List.of() : countsAs(i),
                end ? List.of() : some(14, () -> new Pack.Begins(one(Pack.PAUSES), chance(30))),
                end ? List.of() : some(18, () -> new Pack.Ends(one(Pack.PAUSES), chance(30))), List.of(),
                some(20, () -> new Pack.Rule("r" + r.nextInt(100), condition(i, "act"), guard(i, 25), severity())));
    }

    private <T> List<T> some(int percent, java.util.function.Supplier<T> make) {
        List<T> out = new ArrayList<>();
        if (chance(percent)) {
            out.add(make.get());
            if (chance(25)) {
                out.add(make.get());
            }
        }
        return out;
    }

    private String severity() {
        return chance(85) ? "bar" : "warn";
    }

    private List<String> undoes(int i) {
        List<String> out = new ArrayList<>(some(12, () -> other(i)).stream().distinct().toList());
        if (!out.isEmpty() && chance(15)) {
            out.add("end");
        }
        return out;
    }

    private List<String> countsAs(int i) {
        for (int tries = 0; tries < 5; tries++) {
            int j = later(i);
            if (j < n && creates.get(j) == null && on.get(i).containsAll(on.get(j))) {
                return List.of(code(j));
            }
        }
        return List.of();
    }

    private Pack.Len len() {
        String unit = one(List.of("nd", "nd", "wd", "wd", "wd", "h", "m", "y"));
        int n = switch (unit) {
            case "h" -> one(List.of(1, 12, 24, 48));
            case "m", "y" -> 1;
            default -> 1 + r.nextInt(9);
        };
        return new Pack.Len(n, unit, !unit.equals("h") && chance(12));
    }

    private List<String> paused(Pack.@Nullable Len len) {
        return len == null || len.unit().equals("h") || !chance(45) ? List.of() : chance(30) ? Pack.PAUSES : List.of(one(Pack.PAUSES));
    }

    private Pack.Need need(int i) {
        int j = r.nextInt(i);
        List<String> its = on.get(j);
        Pack.Len len = chance(40) ? len() : null;
        boolean after = chance(60);
        return new Pack.Need(code(j), after ? null : len, after ? len : null, len != null && chance(15),
                !its.isEmpty() && chance(50) ? one(its) : null, chance(25), chance(20) ? condition(i, "it") : null, guard(i, 15),
                len != null && chance(40) ? other(i) : null, chance(30), paused(len), severity());
    }

    private List<Pack.Gives> gives(int i, List<Pack.Closes> closes) {
        List<Pack.Gives> out = new ArrayList<>();
        for (Pack.Closes c : closes) {
            if (chance(40)) {
                out.add(gives(i, false, c.act(), out.size()));
            }
            if (chance(40)) {
                out.add(gives(i, true, c.act(), out.size()));
            }
        }
        some(50, () -> gives(i, true, other(i), out.size())).forEach(g -> out.add(renumbered(g, out.size())));
        some(25, () -> gives(i, false, other(i), out.size())).forEach(g -> out.add(renumbered(g, out.size())));
        return out;
    }

    private static Pack.Gives renumbered(Pack.Gives g, int no) {
        return new Pack.Gives(g.duty(), no, g.act(), g.length(), g.strict(), g.pausedBy(), g.when(), g.owedBy(), g.oneForOne(),
                g.fulfilledWhen(), g.onExpiry(), g.alsoLater(), g.outlives(), g.fromForm(), g.dated(), g.warnAfter());
    }

    private Pack.Gives gives(int i, boolean duty, String target, int no) {
        Pack.Len len = chance(80) ? len() : null;
        List<String> its = on.get(index(target));
        String byLaw = len != null && chance(25) ? byLaw(i, its) : null;
        return new Pack.Gives(duty, no, target, len, len != null && chance(15), paused(len), guard(i, 20),
                duty && chance(25) ? one(List.of("party", "third")) : "agency", duty && chance(15),
                duty && chance(15) ? condition(index(target), "act") : null, byLaw,
                duty && !its.isEmpty() && chance(35), duty && chance(15), len != null && chance(12), byLaw != null && chance(30),
                duty && chance(20) ? new Pack.Len(1 + r.nextInt(9), one(List.of("nd", "wd")), false) : null);
    }

    /** What happens by law, and what counts as another act, stands later in the list: so it comes to an end. */
    private int later(int i) {
        return i + 1 + r.nextInt(n - i);
    }

    private @Nullable String byLaw(int i, List<String> of) {
        for (int tries = 0; tries < 5; tries++) {
            int j = later(i);
            if ((j < n || chance(10)) && creates.get(j) == null && of.containsAll(on.get(j))) {
                return code(j);
            }
        }
        return null;
    }

    private Pack.Closes closes(int i) {
        String target = other(i);
        boolean each = !on.get(i).isEmpty() && on.get(index(target)).isEmpty();
        return new Pack.Closes(target, guard(i, 20), each);
    }

    private @Nullable Cond guard(int i, int percent) {
        return chance(percent) ? condition(i, "act") : null;
    }

    /** @param of {@code act} (the act itself) or {@code it} (what is looked at) */
    private Cond condition(int i, String of) {
        List<Cond.Fig> known = figures.stream().filter(f -> f.kind() == null || on.get(i).contains(f.kind())).toList();
        if (!known.isEmpty() && chance(12)) {
            return one(known);
        }
        Cond c = switch (r.nextInt(5)) {
            case 0 -> new Cond.Ok(of);
            case 1 -> new Cond.AtLeast(of, r.nextInt(4));
            case 2 -> new Cond.Latest(code(r.nextInt(n)), null, r.nextInt(3));
            case 3 -> new Cond.Not(new Cond.Happened(code(r.nextInt(n)), null));
            default -> {
                int j = r.nextInt(n);
                String kind = on.get(i).stream().filter(on.get(j)::contains).findFirst().orElse(null);
                yield new Cond.Happened(code(j), kind);
            }
        };
        return chance(20) ? new Cond.Two(c, condition(i, of), chance(50)) : c;
    }

    /** Figures of the case and of a kind of object, over what has happened. */
    private void figures() {
        for (int f = r.nextInt(3); f > 0; f--) {
            String kind = !kinds.isEmpty() && chance(50) ? one(kinds) : null;
            figures.add(new Cond.Fig("f" + figures.size(), kind, chance(30) ? new Cond.Two(past(kind), past(kind), chance(50)) : past(kind)));
        }
    }

    private Cond past(@Nullable String kind) {
        int j = r.nextInt(n);
        String about = kind != null && on.get(j).contains(kind) ? kind : null;
        Cond c = chance(50) ? new Cond.Happened(code(j), about) : new Cond.Latest(code(j), about, r.nextInt(3));
        return chance(25) ? new Cond.Not(c) : c;
    }

    private void openWhatStartsClosed() {
        for (int i = 0; i < n; i++) {
            String code = code(i);
            boolean opened = acts.stream().anyMatch(a -> a.gives().stream().anyMatch(g -> !g.duty() && g.act().equals(code)));
            if (acts.get(i).starts().equals("closed") && !opened) {
                int j = (i + 1 + r.nextInt(n - 1)) % n;
                List<Pack.Gives> more = new ArrayList<>(acts.get(j).gives());
                more.add(gives(j, false, code, more.size()));
                acts.set(j, PackCut.gives(acts.get(j), more));
            }
        }
    }

    private void extensions() {
        for (int i = 1; i < n; i++) {
            List<String> duties = acts.stream().flatMap(a -> a.gives().stream()
                    .filter(g -> g.duty() && g.length() != null && !g.length().unit().equals("h")).map(g -> Pack.id(a.code(), g))).toList();
            if (!duties.isEmpty() && chance(14)) {
                Pack.Len by = new Pack.Len(1 + r.nextInt(6), chance(50) ? "nd" : "wd", chance(20));
                acts.set(i, PackCut.extensions(acts.get(i), List.of(new Pack.Extends(one(duties), by, chance(60) ? 1 : 0, severity()))));
            }
        }
    }
}
