package org.mingfa.server.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.store.ApproverStore;
import org.mingfa.server.cases.store.CarriedStore;
import org.mingfa.server.cases.store.SubstitutionStore;
import org.mingfa.server.cases.store.SubstitutionStore.Listed;
import org.mingfa.server.operation.Refused;
import org.springframework.stereotype.Component;

/** Substitution for days (代理): made by who assigns work in the body, ends by itself, never chains. */
@Component
public class Substitutions {

    /** What is asked: ids of people, days as yyyy-MM-dd, both included. */
    public record Asked(@Nullable String absent, @Nullable String substitute, @Nullable String from, @Nullable String to, @Nullable String reason) {}

    private final SubstitutionStore store;
    private final CarriedStore carried;
    private final ApproverStore rights;
    private final Transactions transactions;
    private final Clock clock;

    Substitutions(SubstitutionStore store, CarriedStore carried, ApproverStore rights, Transactions transactions, Clock clock) {
        this.store = store;
        this.carried = carried;
        this.rights = rights;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Those of the caller's body, the latest first. */
    public Page<Listed> page(@Nullable String cursor, int limit) {
        long before = HandOvers.before(cursor);
        return transactions.read(() -> {
            List<Listed> found = store.page(body(), before, limit + 1);
            List<Listed> page = found.size() > limit ? found.subList(0, limit) : found;
            return new Page<>(page, found.size() > limit ? page.getLast().id() : null);
        });
    }

    /** Makes one; the same one again is answered with the first. */
    public Listed make(Asked in) {
        CarriedStore.Body body = body();
        LocalDate from = day(in.from(), "/from");
        LocalDate to = day(in.to(), "/to");
        if (from.isBefore(body.on())) {
            throw Refused.invalid("/from", "不得早于今天");
        }
        if (to.isBefore(from) || to.isAfter(from.plusYears(1))) {
            throw Refused.invalid("/to", "不得早于开始日，也不得晚于开始日后一年");
        }
        String reason = HandOvers.reason(in.reason());
        return transactions.write(() -> {
            store.lock(body);
            long absent = person(body, in.absent(), "/absent");
            long substitute = person(body, in.substitute(), "/substitute");
            SubstitutionStore.Made made = new SubstitutionStore.Made(body, absent, substitute, from, to, reason, Caller.current().id(), clock.instant());
            long id = store.same(made).orElseGet(() -> add(made));
            return store.one(body, id).orElseThrow();
        });
    }

    private long add(SubstitutionStore.Made m) {
        if (m.absent() == m.substitute()) {
            throw Refused.invalid("/substitute", "代理人应为他人");
        }
        if (!rights.may(m.substitute(), m.body().agency(), "case.act", m.from())) {
            throw Refused.invalid("/substitute", "代理人应为本机关办理案件的人员");
        }
        if (store.isAway(m.body(), m.absent(), m.from(), m.to())) {
            throw Refused.invalid("/absent", "此人在这段时间已有代理人；先结束那一项");
        }
        if (store.standsIn(m.body(), m.absent(), m.from(), m.to())) {
            throw Refused.invalid("/absent", "此人在这段时间正代理他人，代理不得再转代理；先结束那一项");
        }
        if (store.isAway(m.body(), m.substitute(), m.from(), m.to())) {
            throw Refused.invalid("/substitute", "代理人在这段时间自己由他人代理，请换人");
        }
        return store.add(m);
    }

    /** Ends one from today on; one that has ended is answered as it is. */
    public Listed end(String id) {
        CarriedStore.Body body = body();
        long number = id.matches("\\d{1,18}") ? Long.parseLong(id) : -1;
        return transactions.write(() -> {
            store.end(body, number, Caller.current().id());
            return store.one(body, number).orElseThrow(() -> Refused.notFound("没有这项代理"));
        });
    }

    private CarriedStore.Body body() {
        Caller me = Caller.current();
        return new CarriedStore.Body(me.agency().region(), me.agency().id(), LocalDate.now(clock));
    }

    private long person(CarriedStore.Body body, @Nullable String id, String pointer) {
        if (id == null || !id.matches("\\d{1,18}")) {
            throw Refused.invalid(pointer, "应为人员标识");
        }
        return carried.standing(body, Long.parseLong(id)).filter(CarriedStore.Standing::here).map(CarriedStore.Standing::id)
                .orElseThrow(() -> Refused.invalid(pointer, "应为本机关的人员"));
    }

    private static LocalDate day(@Nullable String text, String pointer) {
        try {
            return LocalDate.parse(String.valueOf(text));
        } catch (DateTimeParseException e) {
            throw Refused.invalid(pointer, "应为日期，如 2026-03-01");
        }
    }
}
