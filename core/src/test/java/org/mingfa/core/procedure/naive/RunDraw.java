package org.mingfa.core.procedure.naive;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.Mode;

/** Draws a record: acts in and out of order, barred ones among them, late entries, corrections, several on one day. */
final class RunDraw {
    private final Random r;
    private final Pack pack;
    private final List<Run.Step> steps = new ArrayList<>();
    private final Map<String, List<String>> ids = new LinkedHashMap<>();
    private LocalDate day;

    private RunDraw(Random r, Pack pack) {
        this.r = r;
        this.pack = pack;
        this.day = LocalDate.parse(r.nextInt(12) == 0 ? "2026-12-20" : "2026-03-16").plusDays(r.nextInt(40));
    }

    static Run of(Random r, Pack pack) {
        RunDraw d = new RunDraw(r, pack);
        int n = 2 + r.nextInt(10);
        for (int i = 0; i < n; i++) {
            d.steps.add(d.step(i));
        }
        return new Run(List.copyOf(d.steps));
    }

    private boolean chance(int percent) {
        return r.nextInt(100) < percent;
    }

    private <T> T one(List<T> from) {
        return from.get(r.nextInt(from.size()));
    }

    private Run.Step step(int i) {
        if (i > 0 && chance(10)) {
            int wrong = r.nextInt(i);
            Pack.A a = pack.act(steps.get(wrong).act());
            boolean again = steps.stream().anyMatch(s -> s.corrects() != null && s.corrects() == wrong);
            return again ? drawn(i, a, null) : drawn(i, a, wrong);
        }
        Run.Step s = drawn(i, i == 0 && chance(80) ? pack.acts().getFirst() : one(pack.acts()), null);
        for (int tries = 0; tries < 3 && chance(60) && barred(s); tries++) {
            s = drawn(i, one(pack.acts()), null);
        }
        return s;
    }

    private boolean barred(Run.Step s) {
        return new Reading(pack, new Run(steps).entries()).examine(s.toAct()).stream().anyMatch(f -> f.contains(" bar "));
    }

    private Run.Step drawn(int i, Pack.A a, @Nullable Integer corrects) {
        LocalDate at = day;
        if (i > 0 && chance(12)) {
            at = one(steps).at().date().minusDays(r.nextInt(4));
        } else {
            day = day.plusDays(chance(35) ? 0 : chance(85) ? r.nextInt(6) : r.nextInt(30));
            at = day;
        }
        Map<String, String> on = new LinkedHashMap<>();
        a.on().forEach(k -> on.put(k, chance(95) && ids.containsKey(k) ? one(ids.get(k)) : k + "-9"));
        return new Run.Step(a.code(), on, new Moment(at, chance(30) ? LocalTime.of(9 + r.nextInt(3) * 3, 0) : null), form(i, a),
                chance(90) ? Compared.OFFICER : List.of("agency-head"), one(List.of(Mode.values())), corrects);
    }

    private Map<String, Object> form(int i, Pack.A a) {
        Map<String, Object> form = new LinkedHashMap<>();
        if (chance(80)) {
            form.put("n", (long) r.nextInt(5));
        }
        if (chance(75)) {
            form.put("ok", chance(60));
        }
        if (chance(60)) {
            form.put("d", day.plusDays(r.nextInt(8)).toString());
        }
        if (a.creates() == null || !a.rows()) {
            if (chance(60)) {
                form.put("id", "x" + i);
                known(a.creates(), "x" + i);
            }
        } else {
            List<Object> rows = new ArrayList<>();
            for (int k = r.nextInt(3); k >= 0; k--) {
                rows.add(Map.of("id", "p" + i + k));
                known(a.creates(), "p" + i + k);
            }
            form.put("rows", rows);
        }
        return form;
    }

    private void known(@Nullable String kind, String id) {
        if (kind != null) {
            ids.computeIfAbsent(kind, k -> new ArrayList<>()).add(id);
        }
    }
}
