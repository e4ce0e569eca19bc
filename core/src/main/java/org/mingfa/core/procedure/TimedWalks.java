package org.mingfa.core.procedure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.calendar.WorkCalendar;

/**
 * Random cases on the engine itself, time and contents included: acts that are open, on days that go forward, with the
 * usual contents of the examples changed here and there; and then an attempt to close each.
 */
final class TimedWalks {
    private static final int WANDERING = 25;
    private static final int CLOSING = 120;
    private static final int CREATED = 2;

    /**
     * What came of them.
     *
     * @param entries how many acts were recorded in all
     * @param closed walks that came to an end of the case
     * @param stuck for walks that did not: what stood against the acts that end the case, and how often
     */
    record Found(int walks, int entries, int closed, Map<String, Integer> stuck) {}

    private final Procedure p;
    private final WorkCalendar calendar;
    private final List<Fixtures> fixtures;
    private final Random random;
    private CaseFile file;
    private Moment now = Moment.parse("2026-03-02");
    private long seq;

    private TimedWalks(Procedure p, WorkCalendar calendar, List<Fixtures> fixtures, int seed) {
        this.p = p;
        this.calendar = calendar;
        this.fixtures = fixtures;
        this.random = new Random(seed);
        this.file = CaseFile.start(p, fixtures.getFirst().info(), calendar);
    }

    static Found of(Procedure p, WorkCalendar calendar, List<Fixtures> fixtures, int walks) {
        int entries = 0;
        int closed = 0;
        Map<String, Integer> stuck = new TreeMap<>();
        for (int i = 0; i < walks; i++) {
            TimedWalks w = new TimedWalks(p, calendar, fixtures, i);
            w.wander();
            if (w.close()) {
                closed++;
            } else {
                w.obstacles().forEach(o -> stuck.merge(o, 1, Integer::sum));
            }
            entries += (int) w.seq;
        }
        return new Found(walks, entries, closed, stuck);
    }

    private void wander() {
        for (int i = random.nextInt(WANDERING); i >= 0 && !file.ended(); i--) {
            List<CaseFile.ActState> open = open().stream().filter(a -> !a.act().isFinal || random.nextInt(4) == 0).toList();
            if (!open.isEmpty()) {
                done(open.get(random.nextInt(open.size())));
            }
            pass(random.nextInt(8) == 0 ? random.nextInt(60) : random.nextInt(4));
        }
    }

    /** What ends the case first, then what is owed, then what has not been done; and time passes. */
    private boolean close() {
        for (int i = 0; i < CLOSING && !file.ended(); i++) {
            List<CaseFile.ActState> open = open();
            boolean any = first(open.stream().filter(a -> a.act().isFinal).toList())
                    || first(open.stream().filter(CaseFile.ActState::obligatory).toList())
                    || first(open.stream().filter(this::never).toList())
                    || first(open);
            pass(any ? random.nextInt(3) : 5 + random.nextInt(40));
        }
        return file.ended();
    }

    private boolean never(CaseFile.ActState a) {
        return file.entries().stream().noneMatch(e -> e.act().code().equals(a.act().code()) && e.act().on().equals(a.on()));
    }

    private boolean first(List<CaseFile.ActState> among) {
        List<CaseFile.ActState> order = new ArrayList<>(among);
        java.util.Collections.shuffle(order, random);
        return order.stream().limit(6).anyMatch(this::done);
    }

    private List<CaseFile.ActState> open() {
        return file.acts(now, "", List.of(), registry(List.of())).stream().filter(CaseFile.ActState::open).toList();
    }

    private Registry registry(List<String> officers) {
        return fixtures.getFirst().registry("h1", officers);
    }

    /** Records the act where some contents of it pass the examination. */
    private boolean done(CaseFile.ActState a) {
        for (int tries = 0; tries < 4; tries++) {
            Fixtures f = fixtures.get(random.nextInt(fixtures.size()));
            Map<String, Object> form = tries == 3 ? f.form(a.act().code(), Map.of()) : varied(a.act(), f.form(a.act().code(), Map.of()));
            List<String> officers = f.officers(a.act());
            Act act = new Act(a.act().code(), now, a.on(), f.by(a.act().code()), a.act().by(), officers, form);
            Registry registry = f.registry(act.actor(), officers);
            if (file.examine(act, registry).open() && file.objects().size() <= CREATED * p.objects.size() + 2) {
                file = file.with(new Entry(++seq, act, registry, Instant.EPOCH, Mode.NOW, null));
                return true;
            }
        }
        return false;
    }

    /** The usual contents with some yes and no turned round, some choices changed, some fields left empty. */
    private Map<String, Object> varied(ActSpec act, Map<String, Object> usual) {
        Map<String, Object> out = new LinkedHashMap<>(usual);
        if (act.form().get("properties") instanceof Map<?, ?> fields) {
            fields.forEach((name, schema) -> {
                Object v = value((Map<?, ?>) schema);
                if (v != null && random.nextInt(4) == 0) {
                    out.put(String.valueOf(name), v);
                }
            });
        }
        return out;
    }

    private @Nullable Object value(Map<?, ?> schema) {
        if (schema.get("const") != null) {
            return schema.get("const");
        }
        if (schema.get("enum") instanceof List<?> choices) {
            return choices.get(random.nextInt(choices.size()));
        }
        return "boolean".equals(schema.get("type")) ? (Object) random.nextBoolean() : null;
    }

    private void pass(int days) {
        now = Moment.of(now.date().plusDays(days));
    }

    private List<String> obstacles() {
        return file.acts(now, "", List.of(), registry(List.of())).stream()
                .filter(a -> a.act().isFinal)
                .flatMap(a -> a.findings().stream().filter(f -> f.severity() == Severity.BAR).map(f -> f.rule() + (f.kind() == Finding.Kind.WAITS ? " " + f.message() : "")))
                .distinct().toList();
    }
}
