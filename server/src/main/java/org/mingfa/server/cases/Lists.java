package org.mingfa.server.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.store.CaseListStore;
import org.mingfa.server.cases.store.CaseListStore.Listed;
import org.mingfa.server.cases.store.Cursor;
import org.mingfa.server.cases.store.NoticeStore;
import org.mingfa.server.cases.store.StepStore;
import org.mingfa.server.cases.store.SubstitutionStore.Absent;
import org.mingfa.server.cases.store.TodoStore;
import org.mingfa.server.cases.view.CaseRow;
import org.mingfa.server.cases.view.DutyView;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
import org.springframework.stereotype.Component;

/** The caller's lists: cases, duties, and how many there are of each. */
@Component
public class Lists {

    /** Duties due within a week are soon due. */
    static final int SOON_DAYS = 7;

    /** A page of cases with their bounded number. */
    public record Cases(List<CaseRow> items, @Nullable String next, Counted count) {}

    /**
     * A duty of the caller's with its case.
     *
     * @param instead whom the caller stands in for (代理) where it lies on that person's desk alone
     */
    public record TodoRow(@com.fasterxml.jackson.annotation.JsonUnwrapped DutyView duty,
            @com.fasterxml.jackson.annotation.JsonProperty("case") CaseRow of, CaseRow.@Nullable Person instead) {}

    /** The small counters of the left bar. */
    public record Overview(Duties duties, Running cases, Unread notices, @Nullable Releases releases) {
        public record Duties(Counted overdue, Counted soon, Counted open) {}

        public record Running(Counted open) {}

        public record Unread(Counted unread) {}

        public record Releases(Counted pending) {}
    }

    /** How many are read for a search, one page after the other: from the second on only until one is found. */
    private static final List<Integer> OFFERED = List.of(20, 80, 400);

    private final CaseListStore cases;
    private final TodoStore todos;
    private final StepStore steps;
    private final NoticeStore notices;
    private final StandingIn standingIn;
    private final Transactions transactions;
    private final Clock clock;
    private final Optional<Releases> releases;

    Lists(
            CaseListStore cases, TodoStore todos, StepStore steps, NoticeStore notices, Optional<Releases> releases, StandingIn standingIn, Transactions transactions,
            Clock clock) {
        this.cases = cases;
        this.todos = todos;
        this.steps = steps;
        this.notices = notices;
        this.standingIn = standingIn;
        this.releases = releases;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Cases cases(CaseFilter filter, @Nullable String cursor, int limit) {
        Caller me = Caller.current();
        LocalDate today = LocalDate.now(clock);
        Cursor after = cursor(cursor, 2);
        return transactions.write(() -> {
            List<Listed> found = cases.page(filter, me.scope(), me.id(), today, after, limit + 1);
            List<Listed> page = found.size() > limit ? found.subList(0, limit) : found;
            return new Cases(page.stream().map(l -> row(l, today)).toList(),
                    found.size() > limit ? page.getLast().cursor().text() : null,
                    after == null && found.size() <= limit ? Counted.of(found.size()) : cases.count(filter, me.scope(), me.id(), today));
        });
    }

    /** A page of cases, uncounted. */
    public Page<CaseRow> rows(CaseFilter filter, @Nullable String cursor, int limit) {
        Caller me = Caller.current();
        LocalDate today = LocalDate.now(clock);
        Cursor after = cursor(cursor, 2);
        return transactions.write(() -> {
            List<Listed> found = cases.page(filter, me.scope(), me.id(), today, after, limit + 1);
            List<Listed> page = found.size() > limit ? found.subList(0, limit) : found;
            return new Page<>(page.stream().map(l -> row(l, today)).toList(), found.size() > limit ? page.getLast().cursor().text() : null);
        });
    }

    /** A case as the one search box names it. */
    public record FoundCase(String id, @Nullable String number, String procedure, String party, String violation, String stage) {}

    /** The caller's cases, running or ended, that hold these words or whose parties have these initials: the latest changed first, uncounted. */
    public List<FoundCase> found(String words, int limit) {
        return found(words, List.of(limit), limit, c -> true);
    }

    /**
     * Of what the index offers, where pairs of initials need not stand together, those that {@code are} what is meant, the latest
     * changed first. Where the first page has not enough of them, the next is read, and one more where neither has any.
     */
    public List<FoundCase> found(String words, int enough, Predicate<FoundCase> are) {
        return found(words, OFFERED, enough, are);
    }

    private List<FoundCase> found(String words, List<Integer> pages, int enough, Predicate<FoundCase> are) {
        Caller me = Caller.current();
        LocalDate today = LocalDate.now(clock);
        CaseFilter filter = new CaseFilter(words, null, null, CaseFilter.State.ALL, false, false, null, null, CaseFilter.Sort.UPDATED);
        return transactions.write(() -> {
            List<FoundCase> out = new ArrayList<>();
            Cursor after = null;
            int wanted = enough;
            for (int size : pages) {
                List<Listed> page = cases.page(filter, me.scope(), me.id(), today, after, size);
                page.stream().map(Listed::head).map(c -> new FoundCase(c.id().toString(), c.number(), c.title(), c.party(), c.violation(), c.stage()))
                        .filter(are).forEach(out::add);
                if (out.size() >= wanted || page.size() < size) {
                    break;
                }
                wanted = 1;
                after = page.getLast().cursor();
            }
            return out;
        });
    }

    /** Within a transaction: these cases as a list shows them; those out of the caller's scope are missing. */
    public Map<CaseKey, CaseRow> rows(List<CaseKey> ids) {
        LocalDate today = LocalDate.now(clock);
        Map<CaseKey, CaseRow> rows = new HashMap<>();
        cases.byIds(ids).forEach(l -> rows.put(l.head().id(), row(l, today)));
        return rows;
    }

    /** @param ofRoles only what waits for a role that the caller holds (审批、审核), not what lies on a person's own desk */
    public Page<TodoRow> todo(boolean ofRoles, @Nullable String cursor, int limit) {
        LocalDate today = LocalDate.now(clock);
        Cursor after = cursor(cursor, 3);
        return transactions.read(() -> {
            List<Absent> absent = standingIn.absent();
            List<TodoStore.Todo> found = todos.page(ofRoles ? seats(absent).ofRoles() : seats(absent), after, limit + 1);
            List<TodoStore.Todo> page = found.size() > limit ? found.subList(0, limit) : found;
            Map<CaseKey, CaseRow> rows = new HashMap<>();
            cases.byIds(page.stream().map(TodoStore.Todo::id).distinct().toList())
                    .forEach(l -> rows.put(l.head().id(), row(l, today)));
            return new Page<>(page.stream().filter(t -> rows.containsKey(t.id()))
                            .map(t -> new TodoRow(DutyView.of(t.duty(), today), rows.get(t.id()), instead(t.seat(), absent))).toList(),
                    found.size() > limit ? page.getLast().cursor().text() : null);
        });
    }

    /**
     * A step that follows from a linked case, with its own case.
     *
     * @param number of the linked case
     */
    public record StepRow(
            String act, Map<String, String> on, String title, String from, @Nullable String number, String procedureTitle, String after, String at,
            @JsonProperty("case") CaseRow row) {}

    /** What follows in the caller's cases from linked ones (关联案件的进展), what has waited longest first. */
    public Page<StepRow> steps(@Nullable String cursor, int limit) {
        LocalDate today = LocalDate.now(clock);
        Cursor after = cursor(cursor, 3);
        return transactions.read(() -> {
            List<StepStore.Found> found = steps.page(seats(standingIn.absent()), after, limit + 1);
            List<StepStore.Found> page = found.size() > limit ? found.subList(0, limit) : found;
            Map<String, CaseRow> rows = new HashMap<>();
            cases.byIds(page.stream().flatMap(f -> Stream.concat(Stream.of(f.id()), CaseKey.parse(f.step().from()).stream())).distinct().toList())
                    .forEach(l -> rows.put(l.head().id().toString(), row(l, today)));
            return new Page<>(page.stream().filter(f -> rows.containsKey(f.id().toString()) && rows.containsKey(f.step().from()))
                            .map(f -> step(f, rows)).toList(),
                    found.size() > limit ? page.getLast().cursor().text() : null);
        });
    }

    private static StepRow step(StepStore.Found f, Map<String, CaseRow> rows) {
        StepStore.Step s = f.step();
        return new StepRow(s.act(), s.on(), s.title(), s.from(), Objects.requireNonNull(rows.get(s.from())).number(), s.procedureTitle(), s.after(), s.at(),
                Objects.requireNonNull(rows.get(f.id().toString())));
    }

    public Overview overview() {
        Caller me = Caller.current();
        LocalDate today = LocalDate.now(clock);
        LocalDate soon = today.plusDays(SOON_DAYS + 1L);
        CaseFilter running = new CaseFilter(null, null, null, CaseFilter.State.OPEN, false, false, null, null, CaseFilter.Sort.UPDATED);
        return transactions.read(() -> {
            TodoStore.Seats seats = seats(standingIn.absent());
            return new Overview(
                    new Overview.Duties(todos.count(seats, LocalDate.EPOCH, today), todos.count(seats, today, soon), todos.count(seats, LocalDate.EPOCH, null)),
                    new Overview.Running(cases.count(running, me.scope(), me.id(), today)),
                    new Overview.Unread(notices.unread(seats, me.id())),
                    releases.map(r -> new Overview.Releases(r.pending())).orElse(null));
        });
    }

    static CaseRow.@Nullable Person instead(String seat, List<Absent> absent) {
        return absent.stream().filter(a -> seat.equals("p:" + a.id())).findFirst().map(a -> new CaseRow.Person(Long.toString(a.id()), a.name())).orElse(null);
    }

    /** The caller's own seats first, then those of the people whom the caller stands in for. */
    static TodoStore.Seats seats(List<Absent> absent) {
        Caller me = Caller.current();
        List<String> seats = new ArrayList<>();
        seats.add("p:" + me.id());
        me.rolesAt(me.agency().id()).forEach(r -> seats.add("r:" + r));
        absent.forEach(a -> seats.add("p:" + a.id()));
        return new TodoStore.Seats(me.agency().region(), me.agency().id(), seats);
    }

    static CaseRow row(Listed l, LocalDate today) {
        Long lead = l.head().lead();
        return CaseRow.of(l.head(), l.agency(),
                lead == null ? null : new CaseRow.Person(lead.toString(), String.valueOf(l.leadName())), l.officers(), today);
    }

    private static @Nullable Cursor cursor(@Nullable String text, int parts) {
        try {
            return Cursor.parse(text, parts);
        } catch (IllegalArgumentException e) {
            throw Refused.bad(String.valueOf(e.getMessage()));
        }
    }
}
