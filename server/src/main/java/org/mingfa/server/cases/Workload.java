package org.mingfa.server.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.store.CarriedStore;
import org.mingfa.server.cases.store.CarriedStore.Carried;
import org.mingfa.server.cases.store.SubstitutionStore;
import org.mingfa.server.cases.store.SubstitutionStore.Running;
import org.mingfa.server.cases.view.CaseRow;
import org.springframework.stereotype.Component;

/** Who carries what in the caller's body (工作量): open cases and duties, never fines, and in no order of merit. */
@Component
public class Workload {

    /** Open duties by the day they fall due: before today, within a week, later or without a date. */
    public record Duties(Counted overdue, Counted soon, Counted later) {}

    /** Who stands in for a person today, until when. */
    public record Substitute(String id, String name, LocalDate until) {}

    /**
     * What a person carries.
     *
     * @param handOver why it has to be handed over: {@code left} 已离岗、调离, {@code certificate} 执法证件无效; null: it has not
     */
    public record Row(
            CaseRow.Person person, Counted cases, Counted leads, Duties duties, @Nullable LocalDate oldest, @Nullable String handOver,
            @Nullable Substitute substitute) {}

    private final CarriedStore carried;
    private final SubstitutionStore substitutions;
    private final Transactions transactions;
    private final Clock clock;

    Workload(CarriedStore carried, SubstitutionStore substitutions, Transactions transactions, Clock clock) {
        this.carried = carried;
        this.substitutions = substitutions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param must only those whose cases have to be handed over */
    public Page<Row> page(boolean must, @Nullable String cursor, int limit) {
        Caller me = Caller.current();
        LocalDate today = LocalDate.now(clock);
        long after = cursor == null || cursor.isBlank() ? 0 : HandOvers.before(cursor);
        CarriedStore.Body body = new CarriedStore.Body(me.agency().region(), me.agency().id(), today);
        return transactions.read(() -> {
            List<Carried> found = carried.loads(body, today.plusDays(Lists.SOON_DAYS + 1L), must, after, limit + 1);
            List<Carried> page = found.size() > limit ? found.subList(0, limit) : found;
            Map<Long, Running> away = substitutions.away(body, page.stream().map(c -> c.who().id()).toList()).stream()
                    .collect(Collectors.toMap(Running::absent, r -> r, (a, b) -> a));
            return new Page<>(page.stream().map(c -> row(c, away.get(c.who().id()))).toList(),
                    found.size() > limit ? Long.toString(page.getLast().who().id()) : null);
        });
    }

    private static Row row(Carried c, @Nullable Running away) {
        return new Row(new CaseRow.Person(Long.toString(c.who().id()), c.who().name()), c.cases(), c.leads(), new Duties(c.overdue(), c.soon(), c.later()),
                c.oldest(), c.who().mustHandOver(),
                away == null ? null : new Substitute(Long.toString(away.substitute()), away.name(), away.until()));
    }
}
