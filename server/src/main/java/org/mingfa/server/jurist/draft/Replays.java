package org.mingfa.server.jurist.draft;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Finding;
import org.mingfa.core.procedure.Laws;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Severity;
import org.mingfa.server.access.Scope;
import org.mingfa.server.cases.ClosedCases;
import org.mingfa.server.cases.ClosedCases.Past;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.jurist.draft.Replay.Kind;
import org.mingfa.server.jurist.draft.Replay.Row;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Examines the closed cases of a year twice, under today's law as it stands on the draft's day in force and under the draft.
 * What was found is of cases, so it is kept in memory only and shown only to those whose scope holds them all.
 */
@Component
class Replays {

    private static final int DAYS = 365;
    private static final int CASES = 500;
    private static final int ROWS = 200;
    private static final int COUNTED = 9_999;
    private static final Duration LONGEST = Duration.ofSeconds(25);

    private record Kept(String of, Scope scope, Replay replay) {}

    private final ClosedCases closed;
    private final CurrentLaw law;
    private final JsonMapper json;
    private final Clock clock;
    private final Cache<Long, Kept> kept = Caffeine.newBuilder().maximumSize(100).build();

    Replays(ClosedCases closed, CurrentLaw law, JsonMapper json, Clock clock) {
        this.closed = closed;
        this.law = law;
        this.json = json;
        this.clock = clock;
    }

    /** The last one of what the draft says now, if the caller may see all its cases. */
    Optional<Replay> of(LawDraft d, Ground ground) {
        Kept last = kept.getIfPresent(d.id());
        Scope mine = Scope.current().orElse(Scope.NONE);
        return last != null && last.of().equals(ground.print(d, json)) && mine.agencies().containsAll(last.scope().agencies())
                && mine.regions().containsAll(last.scope().regions()) ? Optional.of(last.replay()) : Optional.empty();
    }

    /**
     * One at a time.
     *
     * @param compiles whether the draft was found without fault before
     */
    synchronized Replay run(LawDraft d, Ground ground, boolean compiles) {
        LocalDate today = LocalDate.now(clock);
        LocalDate since = today.minusDays(DAYS);
        List<String> reach = ground.reach(d);
        long end = System.nanoTime() + LONGEST.toNanos();
        List<Row> rows = new ArrayList<>();
        int cases = 0;
        int all = 0;
        for (String code : reach) {
            Laws then = compiles ? Laws.known(ground.dated(d), code) : compiled(d, code, ground);
            for (ClosedCases.Closed c : closed.newest(code, since, CASES / reach.size())) {
                if (System.nanoTime() > end) {
                    break;
                }
                cases += one(d, code, closed.past(c), ground.law().laws(), then, rows);
            }
            all = Math.min(COUNTED, all + closed.count(code, since, COUNTED));
        }
        Replay replay = new Replay(clock.instant(), cases, all, since, today, count(rows, Kind.BARRED),
                count(rows, Kind.ADDED), count(rows, Kind.REMOVED), List.copyOf(rows.subList(0, Math.min(ROWS, rows.size()))), rows.size() > ROWS);
        kept.put(d.id(), new Kept(ground.print(d, json), Scope.current().orElse(Scope.NONE), replay));
        return replay;
    }

    /** The draft's law, compiled for all its layers, so that no case meets a fault of it. */
    private static Laws compiled(LawDraft d, String code, Ground ground) {
        Laws then = Laws.load(ground.dated(d), code);
        if (!then.problems().isEmpty()) {
            throw new IllegalArgumentException(then.problems().getFirst().toString());
        }
        return then;
    }

    private static int count(List<Row> rows, Kind kind) {
        return (int) rows.stream().filter(r -> r.kind() == kind).count();
    }

    /** 1, or 0 where the case has acts that one of the laws does not know: it was handled under an older one. */
    private int one(LawDraft d, String code, Past past, Laws now, Laws then, List<Row> rows) {
        Procedure before = now.procedure(code, past.head().field(), past.head().region(), d.from());
        Procedure after = then.procedure(code, past.head().field(), past.head().region(), d.from());
        if (!past.fits(before) || !past.fits(after)) {
            return 0;
        }
        CaseFile old = closed.under(past, before);
        CaseFile young = closed.under(past, after);
        for (Entry e : old.entries()) {
            compared(past, e, old, young, rows);
        }
        return 1;
    }

    private static void compared(Past past, Entry e, CaseFile old, CaseFile young, List<Row> rows) {
        List<Finding> before = old.findings(e.seq());
        List<Finding> after = young.findings(e.seq());
        for (Finding f : after) {
            if (f.severity() == Severity.BAR && before.stream().noneMatch(x -> same(x, f) && x.severity() == Severity.BAR)) {
                rows.add(row(past, e, young, Kind.BARRED, f));
            } else if (before.stream().noneMatch(x -> same(x, f))) {
                rows.add(row(past, e, young, Kind.ADDED, f));
            }
        }
        before.stream().filter(f -> after.stream().noneMatch(x -> same(x, f))).forEach(f -> rows.add(row(past, e, old, Kind.REMOVED, f)));
    }

    private static boolean same(Finding a, Finding b) {
        return a.rule().equals(b.rule()) && a.on().equals(b.on());
    }

    private static Row row(Past past, Entry e, CaseFile file, Kind kind, Finding f) {
        String title = Objects.requireNonNull(file.procedure().act(e.act().code())).title();
        return new Row(past.head().id().toString(), past.head().number(), past.head().violation(), past.agency(), e.act().code(), title, e.act().at().date(), kind, f);
    }
}
