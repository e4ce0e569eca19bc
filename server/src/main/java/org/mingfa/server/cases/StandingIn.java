package org.mingfa.server.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.cases.store.CarriedStore;
import org.mingfa.server.cases.store.Projection;
import org.mingfa.server.cases.store.Rows.PersonRow;
import org.mingfa.server.cases.store.SubstitutionStore;
import org.mingfa.server.cases.store.SubstitutionStore.Absent;
import org.springframework.stereotype.Component;

/** Whom the caller stands in for today (代理). It gives sight of the other's duties, and no right that the caller has not. */
@Component
class StandingIn {

    private final SubstitutionStore store;
    private final Clock clock;

    StandingIn(SubstitutionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    List<Absent> absent() {
        Caller me = Caller.current();
        return store.insteadOf(new CarriedStore.Body(me.agency().region(), me.agency().id(), LocalDate.now(clock)), me.id());
    }

    /** Whose case it is that the caller works on in that person's stead; null where it is the caller's own, or nobody's they stand in for. */
    @Nullable String of(OpenCase open) {
        Caller me = Caller.current();
        if (open.seq() == 0 || open.head().agency() != me.agency().id()) {
            return null;
        }
        Set<Long> handlers = Projection.people(open.file(), LocalDate.now(clock)).stream().filter(PersonRow::handles).map(PersonRow::person)
                .collect(Collectors.toSet());
        return handlers.contains(me.id()) ? null
                : absent().stream().map(Absent::id).filter(handlers::contains).findFirst().map(String::valueOf).orElse(null);
    }
}
