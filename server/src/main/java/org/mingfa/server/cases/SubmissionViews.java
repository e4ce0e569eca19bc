package org.mingfa.server.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Clause;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.store.CaseListStore;
import org.mingfa.server.cases.store.Projection;
import org.mingfa.server.cases.store.Rows.PersonRow;
import org.mingfa.server.cases.store.SubmissionStore;
import org.mingfa.server.cases.store.SubmissionStore.Event;
import org.mingfa.server.cases.store.SubmissionStore.Row;
import org.mingfa.server.cases.view.CaseRow;
import org.mingfa.server.cases.view.EntryViews;
import org.mingfa.server.cases.view.SubmissionView;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Shows submissions (送审稿) to the people of the body whose case it is, and to nobody else. */
@Component
public class SubmissionViews {

    private static final int SINCE = 20;

    private final SubmissionStore store;
    private final DraftSeal seal;
    private final CaseFiles files;
    private final CaseListStore lists;
    private final ObjectProvider<Attachments> attachments;
    private final Transactions transactions;
    private final JsonMapper json;
    private final Clock clock;

    SubmissionViews(
            SubmissionStore store, DraftSeal seal, CaseFiles files, CaseListStore lists, ObjectProvider<Attachments> attachments,
            Transactions transactions, JsonMapper json, Clock clock) {
        this.store = store;
        this.seal = seal;
        this.files = files;
        this.lists = lists;
        this.attachments = attachments;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** What the caller has sent and has not ended: waiting, handed back, taken back, lapsed. */
    public Page<SubmissionView.Row> sent(@Nullable String cursor, int limit) {
        Caller me = Caller.current();
        return page(after -> store.ofSender(me.agency().region(), me.agency().id(), me.id(), after, limit + 1), cursor, limit);
    }

    /** What waits for the caller's decision, what was first sent first; what the caller has opened says whether it may be decided together. */
    public Page<SubmissionView.Row> waiting(@Nullable String cursor, int limit) {
        Caller me = Caller.current();
        List<String> roles = me.rolesAt(me.agency().id());
        Page<SubmissionView.Row> page = page(after -> store.waiting(me.agency().region(), me.agency().id(), me.id(), roles, after, limit + 1), cursor, limit);
        Map<Long, Long> seen = transactions.read(() -> store.seen(me.agency().region(), page.items().stream().map(r -> Submitted.number(r.id())).toList(), me.id()));
        return new Page<>(page.items().stream().map(r -> r.with(together(r, seen.get(Submitted.number(r.id()))))).toList(), page.next());
    }

    private SubmissionView.@Nullable Ground together(SubmissionView.Row r, @Nullable Long seq) {
        if (seq == null) {
            return null;
        }
        OpenCase open = files.current(CaseKey.parse(r.of().id()).orElseThrow());
        ActSpec spec = open.seq() == seq ? open.file().procedure().act(r.act()) : null;
        Clause together = spec == null ? null : spec.together();
        return together == null ? null : new SubmissionView.Ground(together.title(), together.cite());
    }

    /** All of a case. */
    public Page<SubmissionView.Row> ofCase(CaseKey id, @Nullable String cursor, int limit) {
        if (!insider(files.current(id))) {
            return new Page<>(List.of(), null);
        }
        return page(after -> store.ofCase(id, after, limit + 1), cursor, limit);
    }

    private interface Read {
        List<Row> after(long id);
    }

    private Page<SubmissionView.Row> page(Read read, @Nullable String cursor, int limit) {
        long after = cursor == null || cursor.isBlank() ? 0 : HandOvers.before(cursor);
        return transactions.read(() -> {
            List<Row> found = read.after(after);
            List<Row> page = found.size() > limit ? found.subList(0, limit) : found;
            Map<CaseKey, CaseRow> cases = cases(page);
            return new Page<>(page.stream().filter(r -> cases.containsKey(r.of())).map(r -> row(r, cases.get(r.of()))).toList(),
                    found.size() > limit ? Long.toString(page.getLast().id()) : null);
        });
    }

    private Map<CaseKey, CaseRow> cases(List<Row> rows) {
        LocalDate today = LocalDate.now(clock);
        Map<CaseKey, CaseRow> out = new HashMap<>();
        lists.byIds(rows.stream().map(Row::of).distinct().toList()).forEach(l -> out.put(l.head().id(), Lists.row(l, today)));
        return out;
    }

    private SubmissionView.Row row(Row r, CaseRow of) {
        return new SubmissionView.Row(Long.toString(r.id()), of, r.act(), r.title(), on(r), r.state(), r.version(), r.returns(),
                person(r.senderId(), r.senderName()), r.toRole(), r.toTitle(), r.toPerson() == null ? null : person(r.toPerson(), r.toName()), r.sentAt(),
                r.openedId() == null ? null : person(r.openedId(), r.openedName()), r.openedAt(), r.entry(), null);
    }

    private Map<String, String> on(Row r) {
        Map<String, String> out = new HashMap<>();
        ((Map<?, ?>) json.readValue(r.onObjects(), Map.class)).forEach((k, v) -> out.put((String) k, (String) v));
        return out;
    }

    private static CaseRow.Person person(long id, @Nullable String name) {
        return new CaseRow.Person(Long.toString(id), name == null ? "" : name);
    }

    /** Works in the body whose case it is; to others a submission does not exist. */
    static boolean insider(OpenCase open) {
        return !Caller.current().rolesAt(open.head().agency()).isEmpty();
    }

    /** Holds the role that it was sent to and did not send it. */
    static boolean decides(Row r) {
        Caller me = Caller.current();
        return r.senderId() != me.id() && me.rolesAt(r.agencyId()).contains(r.toRole());
    }

    /** Sent it, or handles the case: colleagues go on with what somebody who left had sent. */
    boolean goesOn(Row r, OpenCase open) {
        long me = Caller.current().id();
        return r.senderId() == me || !decides(r) && Projection.people(open.file(), LocalDate.now(clock)).stream()
                .filter(PersonRow::handles).anyMatch(p -> p.person() == me);
    }

    /** One submission. */
    public SubmissionView one(String id) {
        return transactions.read(() -> {
            Row r = store.one(Caller.current().agency().region(), Submitted.number(id)).orElseThrow(SubmissionViews::none);
            OpenCase open = files.current(r.of());
            if (!insider(open)) {
                throw none();
            }
            return view(r, open);
        });
    }

    static RuntimeException none() {
        return Refused.notFound("没有这份送审稿，或者不在您的管辖范围之内");
    }

    private SubmissionView view(Row r, OpenCase open) {
        List<Event> events = store.events(r.regionId(), r.id());
        long me = Caller.current().id();
        boolean decides = decides(r);
        boolean withheld = decides && r.state().equals("sent")
                && events.stream().noneMatch(e -> e.what().equals("opened") && e.personId() == me && e.version() == r.version());
        ActSpec spec = open.file().procedure().act(r.act());
        Map<CaseKey, CaseRow> cases = cases(List.of(r));
        return new SubmissionView(row(r, java.util.Optional.ofNullable(cases.get(r.of())).orElseThrow(SubmissionViews::none)), label(open.file(), on(r)),
                withheld, decides, goesOn(r, open), DraftChanges.titles(spec), since(r, open.file()),
                withheld ? List.of() : versions(r, events, new DraftChanges(spec)),
                events.stream().map(e -> new SubmissionView.Event(e.what(), e.at(), person(e.personId(), e.personName()), e.version())).toList());
    }

    private static String label(CaseFile file, Map<String, String> on) {
        return file.objects().stream().filter(o -> o.id().equals(on.get(o.kind()))).map(CaseFile.ObjectState::label).collect(Collectors.joining("、"));
    }

    private static List<SubmissionView.Since> since(Row r, CaseFile file) {
        if (!r.state().equals("sent") && !r.state().equals("returned")) {
            return List.of();
        }
        return file.record().stream().filter(e -> e.seq() > r.caseSeq()).limit(SINCE).map(e -> {
            ActSpec spec = file.procedure().act(e.act().code());
            return new SubmissionView.Since(e.seq(), spec == null ? EntryViews.title(e) : spec.title(), e.act().at().toString());
        }).toList();
    }

    private List<SubmissionView.Version> versions(Row r, List<Event> events, DraftChanges changes) {
        List<SubmissionView.Version> out = new ArrayList<>();
        ActInput before = null;
        for (Event e : events) {
            if (e.what().equals("sent")) {
                DraftSeal.Draft draft = seal.draft(r.of(), e.content()).orElse(null);
                ActInput act = draft == null ? null : draft.act();
                out.addFirst(new SubmissionView.Version(e.version(), e.at(), person(e.personId(), e.personName()), draft == null ? "" : draft.word(), act,
                        act == null ? List.of() : attachments.getObject().known(act.filesOrNone()),
                        act == null || before == null ? List.of() : changes.between(before, act), returned(r, events, e.version(), changes)));
                before = act;
            }
        }
        return out;
    }

    private SubmissionView.@Nullable Returned returned(Row r, List<Event> events, int version, DraftChanges changes) {
        Event e = events.stream().filter(x -> x.what().equals("returned") && x.version() == version).findFirst().orElse(null);
        if (e == null) {
            return null;
        }
        DraftSeal.Marks marks = seal.marks(r.of(), e.content()).orElse(new DraftSeal.Marks("（所涉当事人的个人信息已经销毁）", List.of()));
        return new SubmissionView.Returned(person(e.personId(), e.personName()), e.at(), marks.reason(), marks.places().stream()
                .map(p -> new SubmissionView.Place(String.valueOf(p.pointer()), changes.title(String.valueOf(p.pointer())), String.valueOf(p.word()))).toList());
    }
}
