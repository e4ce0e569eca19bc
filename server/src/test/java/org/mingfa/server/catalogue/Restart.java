package org.mingfa.server.catalogue;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.catalogue.store.AmendmentStore;
import org.mingfa.server.catalogue.store.LawStore;
import org.springframework.boot.test.context.TestComponent;

/** Reads the law as a server does that starts on the same database. */
@TestComponent
public class Restart {

    private final LawStore store;
    private final AmendmentStore amendments;
    private final Transactions transactions;
    private final Holidays holidays;

    public Restart(LawStore store, AmendmentStore amendments, Transactions transactions, Holidays holidays) {
        this.store = store;
        this.amendments = amendments;
        this.transactions = transactions;
        this.holidays = holidays;
    }

    /** @param law a folder of packs; null: those that Mingfa carries */
    public CurrentLaw with(@Nullable Path law, Long... without) {
        return new CurrentLaw(new CatalogueSettings(law, null, Set.of(without)), store, amendments, transactions, holidays);
    }
}
