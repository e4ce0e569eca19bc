package org.mingfa.server.cases;

import java.util.List;
import org.mingfa.server.cases.store.SubmissionStore;
import org.mingfa.server.cases.store.SubmissionStore.Row;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Uploaded files that a submission names: kept while it waits, let go when it has ended. */
@Component
class DraftFiles {

    private final SubmissionStore store;
    private final DraftSeal seal;
    private final ObjectProvider<Attachments> attachments;

    DraftFiles(SubmissionStore store, DraftSeal seal, ObjectProvider<Attachments> attachments) {
        this.store = store;
        this.seal = seal;
        this.attachments = attachments;
    }

    /** Refuses what is no loose file of these people's; keeps the others. */
    void hold(List<String> ids, long agency, List<Long> uploaders) {
        if (!ids.isEmpty()) {
            attachments.getObject().loose(ids, agency, uploaders);
            attachments.getObject().hold(ids, true);
        }
    }

    /** What none of its versions needs any longer. */
    void release(Row r) {
        List<String> ids = store.events(r.regionId(), r.id()).stream().filter(e -> e.what().equals("sent"))
                .flatMap(e -> seal.draft(r.of(), e.content()).stream()).flatMap(d -> d.act().filesOrNone().stream()).distinct().toList();
        if (!ids.isEmpty()) {
            attachments.getObject().hold(ids, false);
        }
    }
}
