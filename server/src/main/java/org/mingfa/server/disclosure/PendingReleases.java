package org.mingfa.server.disclosure;

import org.mingfa.server.access.Caller;
import org.mingfa.server.cases.Counted;
import org.mingfa.server.cases.Releases;
import org.mingfa.server.disclosure.store.PublicationStore;
import org.springframework.stereotype.Component;

/** Drafts for those who submit, reviews of others' submissions for those who release. */
@Component
class PendingReleases implements Releases {
    private final PublicationStore store;

    PendingReleases(PublicationStore store) {
        this.store = store;
    }

    @Override
    public Counted pending() {
        Caller me = Caller.current();
        return Counted.of(store.waiting(me.scope().regions(), me.scope().agencies(), me.may("publication.submit"),
                me.may("publication.release"), me.id(), Counted.BOUND + 1));
    }
}
