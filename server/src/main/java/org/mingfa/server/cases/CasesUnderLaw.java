package org.mingfa.server.cases;

import java.util.Collection;
import java.util.List;
import org.mingfa.core.procedure.Amendment;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.access.Scope;
import org.mingfa.server.cases.store.PinStore;
import org.mingfa.server.cases.store.PinStore.Pinned;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.catalogue.OpenCases;
import org.springframework.stereotype.Component;

/** Tells the law library which open cases stand under which law, within the caller's scope. */
@Component
class CasesUnderLaw implements OpenCases {

    private static final int MOST_PINS = 500;

    private final PinStore store;
    private final CurrentLaw law;

    CasesUnderLaw(PinStore store, CurrentLaw law) {
        this.store = store;
        this.law = law;
    }

    /** A pin with what the store finds its cases by. */
    private static String key(Pinned p) {
        return String.join(" ", p.law(), p.procedure(), p.packs());
    }

    @Override
    public boolean seen() {
        return !scope().agencies().isEmpty();
    }

    @Override
    public List<Pin> pins() {
        return store.pins(scope(), MOST_PINS).stream()
                .map(p -> new Pin(key(p), procedure(p)))
                .toList();
    }

    @Override
    public Some of(Collection<String> procedures, Collection<Amendment.Place> places) {
        Counted all = Counted.of(store.countOf(procedures, places, scope(), Counted.BOUND + 1));
        return new Some(List.of(), all.value(), all.more());
    }

    private Procedure procedure(Pinned p) {
        return p.nowLaw() == null || p.nowOn() == null ? law.procedure(p.law(), p.procedure(), p.field(), p.region(), p.filedOn())
                : law.procedure(p.nowLaw(), p.procedure(), p.field(), p.region(), p.filedOn(), p.nowOn());
    }

    @Override
    public Some under(Pin pin, int limit) {
        String[] parts = pin.key().split(" ");
        Pinned p = new Pinned(parts[0], parts[1], parts[2], "", "", java.time.LocalDate.EPOCH, null, null);
        Counted count = Counted.of(store.count(p, scope(), Counted.BOUND + 1));
        return new Some(store.under(p, scope(), limit), count.value(), count.more());
    }

    @Override
    public Some onItems(Collection<String> items, int limit) {
        Counted count = Counted.of(store.countOnItems(items, scope(), Counted.BOUND + 1));
        return new Some(store.onItems(items, scope(), limit), count.value(), count.more());
    }

    private static Scope scope() {
        return Scope.current().orElse(Scope.NONE);
    }
}
