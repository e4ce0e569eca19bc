package org.mingfa.server.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.WorkCalendar;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Terms;
import org.mingfa.server.access.Scope;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.store.AgencyKeys;
import org.mingfa.server.cases.store.HeadStore;
import org.mingfa.server.record.CaseKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Which running due dates another calendar would move, in all agencies. Whoever keeps the calendar may read no case, so the
 * answer counts by agency and duty and names no case.
 */
@Component
public class DueMoves {

    private static final Logger LOG = LoggerFactory.getLogger(DueMoves.class);

    /** Cases examined for one answer. */
    private static final int EXAMINED = 500;

    /**
     * Due dates of one duty or right in one agency.
     *
     * @param owedBy {@code agency}; else it is a right of the party (有权期限) or a duty of another
     * @param count due dates that move
     * @param earliest the most days by which one comes earlier (negative) or least by which all come later
     * @param latest the most days by which one comes later
     * @param settled that rested on a year not announced (暂计) and no longer do, moved or not
     */
    public record Moved(String agency, String act, String owedBy, int count, long earliest, long latest, int settled) {}

    /**
     * What was found among some of the running cases.
     *
     * @param unread cases that could not be read; the log says which and why
     * @param cases with a due date that moves
     * @param next where to go on; null: all are examined
     */
    public record Found(int examined, int unread, int cases, List<Moved> moved, @Nullable String next) {}

    private final AgencyKeys agencies;
    private final HeadStore heads;
    private final CaseFiles files;
    private final Transactions transactions;
    private final Clock clock;

    DueMoves(AgencyKeys agencies, HeadStore heads, CaseFiles files, Transactions transactions, Clock clock) {
        this.agencies = agencies;
        this.heads = heads;
        this.files = files;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Examines the next running cases.
     *
     * @param since the first day on which the calendars differ: what ends before it cannot move
     * @param after as the last answer gave it; null: from the first
     * @throws NumberFormatException where {@code after} is none of ours
     */
    public Found find(WorkCalendar other, LocalDate since, @Nullable String after) {
        At at = At.parse(after);
        Count count = new Count(other, since);
        for (AgencyKeys.Key a : agencies.all()) {
            if (a.agency() < at.agency()) {
                continue;
            }
            long from = a.agency() == at.agency() ? at.id() : Long.MIN_VALUE;
            int room = EXAMINED - count.examined;
            List<CaseKey> page = running(a, from, room);
            Scope.of(List.of(a.agency()), List.of(a.region())).run(() -> page.forEach(id -> read(id).ifPresentOrElse(file -> count.one(a.name(), file), count::unread)));
            if (page.size() == room) {
                return count.found(new At(a.agency(), page.getLast().id()).toString());
            }
        }
        return count.found(null);
    }

    private Optional<CaseFile> read(CaseKey id) {
        try {
            return Optional.of(files.current(id).file());
        } catch (RuntimeException e) {
            LOG.error("case {} cannot be read: {}", id, e.toString());
            return Optional.empty();
        }
    }

    private List<CaseKey> running(AgencyKeys.Key a, long after, int limit) {
        return Scope.of(List.of(a.agency()), List.of(a.region())).call(() -> transactions.read(() -> heads.running(a.region(), a.agency(), after, limit)));
    }

    private record At(long agency, long id) {

        static At parse(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return new At(Long.MIN_VALUE, Long.MIN_VALUE);
            }
            String[] parts = text.split("\\.", -1);
            if (parts.length != 2) {
                throw new NumberFormatException(text);
            }
            return new At(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        }

        @Override
        public String toString() {
            return agency + "." + id;
        }
    }

    private final class Count {

        private final WorkCalendar other;
        private final LocalDate since;
        private final LocalDate today = LocalDate.now(clock);
        private final Map<List<String>, List<Long>> days = new HashMap<>();
        private final Map<List<String>, Integer> settled = new HashMap<>();
        private int examined;
        private int unread;
        private int cases;

        Count(WorkCalendar other, LocalDate since) {
            this.other = other;
            this.since = since;
        }

        void unread() {
            examined++;
            unread++;
        }

        void one(String agency, CaseFile file) {
            examined++;
            Map<List<Object>, Terms.State> before = new HashMap<>();
            open(file).filter(t -> !t.due().date().isBefore(since)).forEach(t -> before.put(key(t), t));
            if (before.isEmpty()) {
                return;
            }
            int moved = days.values().stream().mapToInt(List::size).sum();
            open(file.under(other)).filter(t -> before.containsKey(key(t))).forEach(t -> compare(agency, before.get(key(t)), t));
            cases += days.values().stream().mapToInt(List::size).sum() > moved ? 1 : 0;
        }

        private void compare(String agency, Terms.State was, Terms.State is) {
            List<String> row = List.of(agency, was.actTitle(), was.owedBy());
            long shift = ChronoUnit.DAYS.between(was.due().date(), is.due().date());
            if (shift != 0) {
                days.computeIfAbsent(row, r -> new ArrayList<>()).add(shift);
            }
            if (was.provisional() && !is.provisional()) {
                settled.merge(row, 1, Integer::sum);
            }
        }

        private Stream<Terms.State> open(CaseFile file) {
            return Stream.concat(file.duties(today).stream(), file.windows(today).stream())
                    .filter(t -> t.status() == Terms.Status.OPEN && t.due() != null && !t.stopped());
        }

        private static List<Object> key(Terms.State t) {
            return List.of(t.rule(), t.act(), t.on(), t.cause());
        }

        Found found(@Nullable String next) {
            List<Moved> rows = Stream.concat(days.keySet().stream(), settled.keySet().stream()).distinct()
                    .map(r -> row(r, days.getOrDefault(r, List.of()))).sorted(Comparator.comparing(Moved::agency).thenComparing(Moved::act)).toList();
            return new Found(examined, unread, cases, rows, next);
        }

        private Moved row(List<String> r, List<Long> shifts) {
            return new Moved(r.get(0), r.get(1), r.get(2), shifts.size(), shifts.isEmpty() ? 0 : Collections.min(shifts),
                    shifts.isEmpty() ? 0 : Collections.max(shifts), settled.getOrDefault(r, 0));
        }
    }
}
