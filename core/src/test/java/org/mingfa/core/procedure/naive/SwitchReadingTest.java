package org.mingfa.core.procedure.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Mode;
import org.mingfa.core.procedure.Registry;
import org.mingfa.core.procedure.Switching;
import org.mingfa.core.procedure.Transition;

/** The engine and the second reading agree on random cases that go over to another version of a random pack midway. */
class SwitchReadingTest {

    private static final int RUNS_OF_A_PAIR = 6;

    @Test
    void bothReadingsAgreeOnCasesThatGoOver() {
        long seed = Long.getLong("second.seed", 5000);
        int wanted = Integer.getInteger("second.switches", 1500);
        int runs = 0;
        int pairs = 0;
        int grown = 0;
        for (long s = seed; runs < wanted; s++) {
            Random r = new Random(s * 0x9E3779B97F4A7C15L);
            Pack whole = PackDraw.of(r);
            Pack cut = cut(r, whole);
            Compared large = Compared.of(whole);
            Compared small = large == null ? null : Compared.of(cut);
            if (large == null || small == null) {
                continue;
            }
            boolean same = codes(whole).equals(codes(cut));
            boolean shrinks = same && r.nextBoolean();
            Compared both = shrinks ? new Compared(whole, large.procedure(), cut, small.procedure()) : new Compared(cut, small.procedure(), whole, large.procedure());
            pairs++;
            grown += same ? 0 : 1;
            for (int i = 0; i < RUNS_OF_A_PAIR; i++, runs++) {
                Run run = RunDraw.of(r, shrinks ? whole : cut);
                List<Entry> record = goneOver(r, run, same ? List.of() : added(whole, cut));
                String d = differ(both, run, record);
                if (d != null) {
                    fail("seed " + s + ", run " + i + (shrinks ? " shrinks" : " grows") + ":\n" + d + "\n--- before\n" + PackText.of(shrinks ? whole : cut)
                            + "--- after\n" + PackText.of(shrinks ? cut : whole) + "--- record\n"
                            + record.stream().map(e -> e.seq() + " " + e.act().code() + e.act().on() + " " + e.act().at() + " " + e.act().form() + " " + e.corrects()).collect(Collectors.joining("\n")));
                }
            }
        }
        System.out.println("second reading: " + runs + " runs of " + pairs + " pairs of versions agree, " + grown + " with new acts");
        assertThat(grown).isGreaterThan(pairs / 20);
    }

    private static @Nullable String differ(Compared both, Run run, List<Entry> record) {
        try {
            Compared.Difference d = both.first(run, record);
            return d == null ? null : d.toString();
        } catch (RuntimeException e) {
            java.io.StringWriter out = new java.io.StringWriter();
            e.printStackTrace(new java.io.PrintWriter(out));
            return "exception " + out.toString().lines().limit(12).reduce("", (a, b) -> a + "\n    " + b);
        }
    }

    /** A few steps smaller. */
    private static Pack cut(Random r, Pack whole) {
        Pack p = whole;
        for (int i = 1 + r.nextInt(4); i > 0; i--) {
            List<Pack> all = PackCut.smaller(p);
            p = all.isEmpty() ? p : all.get(r.nextInt(all.size()));
        }
        return p;
    }

    private static Set<String> codes(Pack p) {
        return new HashSet<>(p.acts().stream().map(Pack.A::code).toList());
    }

    private static List<Pack.A> added(Pack whole, Pack cut) {
        return whole.acts().stream().filter(a -> !codes(cut).contains(a.code()) && a.on().isEmpty() && a.creates() == null).toList();
    }

    /** The record with the entry of going over after some entry, and acts that only the new version has at its end. */
    private static List<Entry> goneOver(Random r, Run run, List<Pack.A> added) {
        List<Entry> before = run.entries();
        int after = 1 + r.nextInt(before.size());
        LocalDate day = before.stream().limit(after).map(e -> e.act().at().date()).max(LocalDate::compareTo).orElseThrow();
        List<Entry> out = new ArrayList<>(before.subList(0, after));
        Transition t = new Transition("抽取", "2", day, "法 第一条", "p.yaml", 1);
        out.add(entry(after + 1L, Switching.act("", day.plusDays(r.nextInt(3)), List.of(t)), null));
        for (Entry e : before.subList(after, before.size())) {
            Long c = e.corrects();
            out.add(new Entry(e.seq() + 1, e.act(), e.registry(), e.recordedAt(), e.mode(), c == null || c <= after ? c : Long.valueOf(c + 1)));
        }
        LocalDate last = out.stream().map(e -> e.act().at().date()).max(LocalDate::compareTo).orElseThrow();
        for (Pack.A a : added) {
            last = last.plusDays(r.nextInt(3));
            out.add(entry(out.size() + 1L, new org.mingfa.core.procedure.Act(
                    a.code(), Moment.of(last), Map.of(), "someone", Compared.OFFICER, List.of(), Map.of("ok", true)), null));
        }
        return out;
    }

    private static Entry entry(long seq, org.mingfa.core.procedure.Act act, @Nullable Long corrects) {
        return new Entry(seq, act, Registry.EMPTY, Instant.EPOCH, Mode.NOW, corrects);
    }
}
