package org.mingfa.server.registry;

import java.util.List;
import org.mingfa.server.registry.person.BulkStore;
import org.springframework.stereotype.Component;

/** Takes many people into the register at once, with their certificates. */
@Component
public class PeopleRegister {

    private final BulkStore store;
    private final Keeping keeping;

    PeopleRegister(BulkStore store, Keeping keeping) {
        this.store = store;
        this.keeping = keeping;
    }

    /** All or none. @return their ids in the same order */
    public List<Long> addAll(List<NewPerson> people, long by) {
        return keeping.change(() -> store.addAll(people, by));
    }
}
