package org.mingfa.server.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.store.CaseListStore;
import org.mingfa.server.cases.store.NoticeStore;
import org.mingfa.server.cases.store.NoticeStore.Found;
import org.mingfa.server.cases.store.SubstitutionStore.Absent;
import org.mingfa.server.cases.view.CaseRow;
import org.mingfa.server.cases.view.DutyView;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
import org.springframework.stereotype.Component;

/** The caller's notices (提醒): duties on their desk whose period runs out. Reading one is for the reader alone. */
@Component
public class DutyNotices {

    private static final List<String> STEPS = List.of("first", "second", "end");

    /**
     * A notice.
     *
     * @param step {@code first} and {@code second} for the shares of the period, {@code end} for its last day
     * @param at when it was told
     * @param instead whom the caller stands in for (代理) where it lies on that person's desk alone
     */
    public record NoticeRow(String id, String step, Instant at, boolean read, DutyView duty, @JsonProperty("case") CaseRow of, CaseRow.@Nullable Person instead) {}

    private final NoticeStore store;
    private final CaseListStore cases;
    private final StandingIn standingIn;
    private final Transactions transactions;
    private final Clock clock;

    DutyNotices(NoticeStore store, CaseListStore cases, StandingIn standingIn, Transactions transactions, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.standingIn = standingIn;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The latest first. */
    public Page<NoticeRow> page(@Nullable String cursor, int limit) {
        long before = HandOvers.before(cursor);
        LocalDate today = LocalDate.now(clock);
        return transactions.read(() -> {
            List<Absent> absent = standingIn.absent();
            List<Found> found = store.page(Lists.seats(absent), Caller.current().id(), before, limit + 1);
            List<Found> page = found.size() > limit ? found.subList(0, limit) : found;
            Map<CaseKey, CaseRow> rows = new HashMap<>();
            cases.byIds(page.stream().map(Found::of).distinct().toList()).forEach(l -> rows.put(l.head().id(), Lists.row(l, today)));
            return new Page<>(page.stream().filter(f -> rows.containsKey(f.of()))
                            .map(f -> new NoticeRow(Long.toString(f.id()), STEPS.get(f.step() - 1), f.at(), f.read(), DutyView.of(f.duty(), today), rows.get(f.of()),
                                    Lists.instead(f.seat(), absent))).toList(),
                    found.size() > limit ? Long.toString(page.getLast().id()) : null);
        });
    }

    /** Marks one as read; again it changes nothing. */
    public void read(String id) {
        transactions.write(() -> {
            if (!store.read(Lists.seats(standingIn.absent()), Caller.current().id(), number(id))) {
                throw Refused.notFound("没有这条提醒，或者这项期限已经办结");
            }
            return id;
        });
    }

    /** Marks as read all up to that one, the newest that the reader has seen. */
    public void readUntil(@Nullable String id) {
        if (id == null || !id.matches("\\d{1,18}")) {
            throw Refused.invalid("/until", "应为一条提醒的编号：到这一条为止都标为已读");
        }
        transactions.write(() -> {
            store.readUntil(Lists.seats(standingIn.absent()), Caller.current().id(), Long.parseLong(id));
            return id;
        });
    }

    private static long number(String id) {
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : -1;
    }
}
