package org.mingfa.server.cases;

import java.util.List;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.Circumstances;

/** Whoever keeps uploaded files answers for them when they are attached to an entry; called within its transaction. */
public interface Attachments {

    /**
     * Binds uploaded files of the caller to a case for good.
     *
     * @return their digests, in the order asked
     * @throws org.mingfa.server.operation.Problem for an id that is no file of the caller's, pointing at {@code /files/N}
     */
    List<Circumstances.Attached> attach(List<String> ids, CaseKey id, long agency);
}
