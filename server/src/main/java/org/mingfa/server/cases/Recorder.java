package org.mingfa.server.cases;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Finding;
import org.mingfa.core.procedure.Mode;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Registry;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.Handling.Ready;
import org.mingfa.server.cases.store.PersonalFields;
import org.mingfa.server.cases.store.Projection;
import org.mingfa.server.cases.store.RowStore;
import org.mingfa.server.cases.store.Rows;
import org.mingfa.server.cases.store.SubmissionStore;
import org.mingfa.server.cases.view.EntryViews;
import org.mingfa.server.operation.Problem;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.Circumstances;
import org.mingfa.server.record.Conflict;
import org.mingfa.server.record.KeyReused;
import org.mingfa.server.record.NewEntry;
import org.mingfa.server.record.RecordStore;
import org.mingfa.server.record.Repeated;
import org.mingfa.server.record.Request;
import org.mingfa.server.record.StoredEntry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Appends what has passed all checks and projects its rows, in one transaction; answers a repeated request with what it made. */
@Component
class Recorder {

    private final RecordStore record;
    private final RowStore rows;
    private final Numbering numbering;
    private final CaseFiles files;
    private final LinkedSteps steps;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<Attachments> attachments;
    private final StandingIn instead;
    private final Submitted submitted;
    private final JsonMapper json;

    Recorder(
            RecordStore record, RowStore rows, Numbering numbering, CaseFiles files, LinkedSteps steps, Transactions transactions,
            ApplicationEventPublisher events, ObjectProvider<Attachments> attachments, StandingIn instead, Submitted submitted,
            JsonMapper json) {
        this.record = record;
        this.rows = rows;
        this.numbering = numbering;
        this.files = files;
        this.steps = steps;
        this.transactions = transactions;
        this.events = events;
        this.attachments = attachments;
        this.instead = instead;
        this.submitted = submitted;
        this.json = json;
    }

    /** What this request made when it was sent before. */
    Optional<Done> repeated(int region, @Nullable String key, Object content) {
        Request request = request(region, key, content);
        if (request == null) {
            return Optional.empty();
        }
        try {
            return transactions.read(() -> record.earlier(request)).map(this::answer);
        } catch (KeyReused e) {
            throw reused();
        }
    }

    Done open(Ready ready, @Nullable String key, Object content) {
        return guarded(() -> commit(ready, request(ready.before().id().region(), key, content)), ready, 0);
    }

    Done act(Ready ready, @Nullable String key) {
        Request request = request(ready.before().id().region(), key, ready.input());
        return guarded(() -> commit(ready, request), ready, ready.before().seq());
    }

    private record Committed(Done done, List<CaseKey> noted) {}

    private Done guarded(Supplier<Committed> work, Ready ready, long expected) {
        try {
            Committed c = transactions.write(work);
            files.keep(c.done().open());
            steps.settle(c.noted());
            return c.done();
        } catch (Repeated e) {
            return answer(e.receipt());
        } catch (KeyReused e) {
            throw reused();
        } catch (Conflict e) {
            files.forget(ready.before().id());
            throw moved(files.current(ready.before().id()), expected);
        }
    }

    private Committed commit(Ready ready, @Nullable Request request) {
        OpenCase before = ready.before();
        EnforcementCase head = before.head();
        Procedure procedure = before.file().procedure(ready.act().at());
        Numbering.Numbered numbered = ready.recorder() == null
                ? numbering.fill(procedure, ready.spec(), ready.act(), ready.registry(), head.id(), head.agency())
                : numbering.keep(procedure, ready.spec(), ready.act(), ready.registry(), head.id(), head.agency());
        List<NewEntry> added = new ArrayList<>(over(ready, procedure));
        SubmissionStore.Row draft = submitted.of(ready.input(), before, ready.act());
        added.add(entry(ready, procedure, numbered.form(), draft));
        Written written = write(before, added, request);
        settle(ready, draft, written);
        numbering.issue(numbered.drawn(), head.id(), written.entry().seq());
        Done done = new Done(told(written), written.after(), changed(before.file(), written.after().file(), written.entry()), false);
        return new Committed(done, steps.note(written.after()));
    }

    private void settle(Ready ready, SubmissionStore.@Nullable Row draft, Written written) {
        if (draft != null) {
            submitted.done(draft, written.entry().seq());
        }
        if (ready.before().seq() > 0 && ready.input().corrects() == null) {
            submitted.lapse(written.after(), ready.act(), written.entry().seq());
        }
    }

    /** What was appended last, and the case as it stands after it. */
    private record Written(StoredEntry entry, OpenCase after) {}

    /** Within the transaction: appends and projects. */
    private Written write(OpenCase before, List<NewEntry> added, @Nullable Request request) {
        EnforcementCase head = before.head();
        List<StoredEntry> stored = record.append(head.id(), head.agency(), before.seq(), added, request);
        StoredEntry entry = stored.getLast();
        CaseFile file = files.waiting(head, with(before.file(), stored));
        Rows next = Projection.rows(file, head, files.today());
        if (before.seq() == 0) {
            rows.insert(next);
        } else if (!rows.update(before.written(), next, before.seq())) {
            throw new IllegalStateException("the head of case " + head.id() + " does not stand where its record does");
        }
        return new Written(entry, new OpenCase(next.head(), file, entry.sm3(), next));
    }

    private StoredEntry told(Written written) {
        OpenCase after = written.after();
        boolean elsewhere = written.entry().circumstances().recorder() != null;
        events.publishEvent(new ActDone(after.id(), after.head().agency(), written.entry().seq(), written.entry().act().code(), elsewhere, after));
        return written.entry();
    }

    /**
     * Within a transaction of the caller's: records that a case has another officer (变更承办人). What it returns may be kept
     * once that transaction is committed.
     *
     * @throws Conflict if others have added entries since {@code before} was read
     */
    OpenCase change(OpenCase before, Act change, Registry registry, String reason) {
        return own(before, change, registry, new Circumstances(reason, null, List.of(), examined(before.file().procedure())));
    }

    /**
     * Within a transaction of the caller's: records that a signed paper came back (回传签字件), with these files attached.
     *
     * @throws Conflict if others have added entries since {@code before} was read
     */
    OpenCase copy(OpenCase before, Act copy, List<String> ids) {
        return own(before, copy, Registry.EMPTY, new Circumstances(null, null, attached(ids, before, null), examined(before.file().procedure())));
    }

    private OpenCase own(OpenCase before, Act act, Registry registry, Circumstances why) {
        Written written = write(before, List.of(new NewEntry(act, registry, Mode.NOW, null, why, List.of())), null);
        told(written);
        return written.after();
    }

    private static CaseFile with(CaseFile file, List<StoredEntry> stored) {
        CaseFile next = file;
        for (StoredEntry e : stored) {
            next = next.with(e.entry());
        }
        return next;
    }

    /** The entry of going over to a later version, where this act is the first under it. */
    private List<NewEntry> over(Ready ready, Procedure procedure) {
        Act over = ready.input().corrects() == null ? ready.before().file().due(ready.act().at()) : null;
        return over == null ? List.of() : List.of(new NewEntry(over, Registry.EMPTY, Mode.NOW, null,
                new Circumstances(null, null, List.of(), examined(procedure)), List.of()));
    }

    private Map<String, String> examined(Procedure procedure) {
        return Map.of("packs", procedure.digest(), "calendar", files.calendar());
    }

    private NewEntry entry(Ready ready, Procedure procedure, Map<String, Object> form, SubmissionStore.@Nullable Row draft) {
        Act a = ready.act();
        Act numbered = new Act(a.code(), a.at(), a.on(), a.actor(), a.roles(), a.officers(), form);
        ActInput in = ready.input();
        Circumstances circumstances = new Circumstances(
                blankless(in.reason()), blankless(in.approver()), attached(in.filesOrNone(), ready.before(), draft),
                examined(procedure), ready.recorder() == null ? instead.of(ready.before()) : null,
                draft == null ? null : Long.toString(draft.senderId()), ready.recorder());
        List<NewEntry.Personal> personal = PersonalFields.of(ready.spec(), numbered, ready.before().file()).stream()
                .map(p -> new NewEntry.Personal(p.party(), p.pointer())).toList();
        return new NewEntry(numbered, ready.registry(), ready.mode(), in.corrects(), circumstances, personal);
    }

    private List<Circumstances.Attached> attached(List<String> ids, OpenCase open, SubmissionStore.@Nullable Row draft) {
        if (ids.isEmpty()) {
            return List.of();
        }
        long me = Caller.current().id();
        return attachments.getObject().attach(ids, open.id(), open.head().agency(), draft == null ? List.of(me) : List.of(me, draft.senderId()));
    }

    private static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static List<Done.Changed> changed(CaseFile before, CaseFile after, StoredEntry entry) {
        List<Done.Changed> out = new ArrayList<>();
        for (Entry e : before.entries()) {
            List<Finding> was = before.findings(e.seq());
            List<Finding> is = after.findings(e.seq());
            if (e.seq() != entry.seq() && !was.equals(is)) {
                out.add(new Done.Changed(e.seq(), is.stream().filter(f -> !was.contains(f)).toList(),
                        was.stream().filter(f -> !is.contains(f)).toList()));
            }
        }
        return out;
    }

    private Done answer(Request.Receipt receipt) {
        OpenCase open = files.current(receipt.key());
        StoredEntry entry = transactions.read(() -> record.entriesBefore(receipt.key(), receipt.seq() + 1, 1)).getFirst();
        return new Done(entry, open, List.of(), true);
    }

    /** 409: what others have added since. */
    Problem moved(OpenCase open, long expected) {
        List<StoredEntry> since = transactions.read(() -> record.entriesAfter(open.id(), expected));
        return Refused.conflict("案件在您打开之后又有了 " + since.size() + " 条新记录，请核对后再办")
                .with("seq", open.seq())
                .with("entries", since.stream().map(e -> Map.of("seq", e.seq(), "act", e.act().code(), "title",
                        title(open, e), "at", e.act().at().toString(), "actor", e.act().actor())).toList());
    }

    private static String title(OpenCase open, StoredEntry e) {
        var spec = open.file().procedure().act(e.act().code());
        return spec == null ? EntryViews.title(e.entry()) : spec.title();
    }

    private static Problem reused() {
        return Refused.conflict("同一个 Idempotency-Key 不能用于不同的内容");
    }

    private @Nullable Request request(int region, @Nullable String key, Object content) {
        if (key == null || key.isBlank()) {
            return null;
        }
        if (key.length() > 200) {
            throw Refused.bad("Idempotency-Key 不得超过 200 个字符");
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(content));
            return new Request(region, Caller.current().idText(), key, digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
