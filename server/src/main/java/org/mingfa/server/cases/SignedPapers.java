package org.mingfa.server.cases;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.SignedCopy;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.Conflict;
import org.springframework.stereotype.Component;

/** Records that the signed paper of an issued document came back as a scan (回传签字件), in a running case or a closed one. */
@Component
public class SignedPapers {

    private static final int TRIES = 3;

    /**
     * What is recorded.
     *
     * @param document id of the issued document
     * @param sha256 of its issued text
     * @param scan SHA-256 of the scan as a whole
     * @param pages of the scan, as people read them: 1、2、5
     */
    public record Paper(String document, String title, String number, String sha256, String scan, String pages) {}

    private final CaseFiles files;
    private final Recorder recorder;
    private final Transactions transactions;
    private final Clock clock;

    SignedPapers(CaseFiles files, Recorder recorder, Transactions transactions, Clock clock) {
        this.files = files;
        this.recorder = recorder;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Records it and answers the entry's number. What others record meanwhile does not matter to it.
     *
     * @param file id of the caller's uploaded file, not attached yet
     * @param within is told the entry's number in the same transaction
     */
    public long record(CaseKey id, Paper paper, String file, LongConsumer within) {
        for (int tried = 1; ; tried++) {
            try {
                OpenCase after = transactions.write(() -> {
                    OpenCase done = recorder.copy(files.current(id), act(id, paper), List.of(file));
                    within.accept(done.seq());
                    return done;
                });
                files.keep(after);
                return after.seq();
            } catch (Conflict e) {
                files.forget(id);
                if (tried == TRIES) {
                    throw Refused.conflict("案件正在被他人办理，签字件没有入卷，请再试一次");
                }
            }
        }
    }

    private Act act(CaseKey id, Paper paper) {
        Caller me = Caller.current();
        Map<String, Object> what = Map.of("document", paper.document(), "title", paper.title(), "number", paper.number(),
                "sha256", paper.sha256(), "scan", paper.scan(), "pages", paper.pages());
        return SignedCopy.act(Moment.of(LocalDateTime.now(clock).withSecond(0).withNano(0)), what, me.idText(), me.rolesAt(files.current(id).head().agency()));
    }
}
