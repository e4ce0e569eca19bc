package org.mingfa.server.cases;

import java.util.List;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.Circumstances;

/** Whoever keeps uploaded files answers for them when they are attached to an entry; called within its transaction. */
public interface Attachments {

    /**
     * Binds files that these people uploaded to a case for good.
     *
     * @param uploaders the caller, and who drafted what the caller does
     * @return their digests, in the order asked
     * @throws org.mingfa.server.operation.Problem for an id that is no loose file of theirs, pointing at {@code /files/N}
     */
    List<Circumstances.Attached> attach(List<String> ids, CaseKey id, long agency, List<Long> uploaders);

    /** The caller's loose files by these ids, and those that one of these people uploaded; throws as {@link #attach} does. */
    List<Circumstances.Attached> loose(List<String> ids, long agency, List<Long> uploaders);

    /** The files by these ids that are in the caller's scope, as they are now; others are left out. */
    List<Circumstances.Attached> known(List<String> ids);

    /** Keeps loose files from being cleared away while something waits that names them, or lets them go. */
    void hold(List<String> ids, boolean held);
}
