package org.mingfa.server.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Finding;
import org.mingfa.core.procedure.Severity;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.store.SubmissionStore;
import org.mingfa.server.cases.store.SubmissionStore.Happened;
import org.mingfa.server.cases.store.SubmissionStore.Holder;
import org.mingfa.server.cases.store.SubmissionStore.Row;
import org.mingfa.server.cases.view.SubmissionView;
import org.mingfa.server.operation.Problem;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Submissions (送审稿): an act that another role must do is drafted, examined and sent to that role; handed back with a reason
 * and where it hurts, taken back before it was opened, sent again. They are no part of the record, move no due date and bar
 * nothing: the act itself is done by whoever may do it, with the form filled in from the submission.
 */
@Component
public class Submissions {

    private static final int LONGEST = 500;
    private static final int MOST_PLACES = 50;
    private static final int MOST_VERSIONS = 50;
    private static final int MOST_HOLDERS = 50;

    /** What is sent. {@code toPerson}: id of one holder of the role; missing: any of them. {@code word}: to whoever gets it. */
    public record Asked(
            @JsonProperty("case") @Nullable String of, @Nullable ActInput act, @Nullable String toRole, @Nullable String toPerson, @Nullable String word) {}

    /** What is sent again. @param version that it mends */
    public record Again(
            @Nullable Integer version, @Nullable ActInput act, @Nullable String toRole, @Nullable String toPerson, @Nullable String word) {}

    /** What is handed back. */
    public record Return(@Nullable Integer version, @Nullable String reason, @Nullable List<DraftSeal.Place> places) {}

    /** A role that may do an act, and who holds it today. */
    public record Receiver(String role, String title, List<Person> holders) {}

    public record Person(String id, String name) {}

    private record Prepared(OpenCase open, ActInput input, ActSpec spec, Act act, String role, @Nullable Long person, String word, Handling.Tried tried) {}

    private final SubmissionStore store;
    private final SubmissionViews views;
    private final Submitted submitted;
    private final DraftSeal seal;
    private final DraftFiles drafts;
    private final CaseFiles files;
    private final Handling handling;
    private final Transactions transactions;
    private final Clock clock;

    Submissions(
            SubmissionStore store, SubmissionViews views, Submitted submitted, DraftSeal seal, DraftFiles drafts, CaseFiles files,
            Handling handling, Transactions transactions, Clock clock) {
        this.store = store;
        this.views = views;
        this.submitted = submitted;
        this.seal = seal;
        this.drafts = drafts;
        this.files = files;
        this.handling = handling;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Who would get an act of a case; nobody where the caller may do it. */
    public List<Receiver> receivers(CaseKey id, @Nullable String act) {
        OpenCase open = open(id);
        ActSpec spec = act == null ? null : open.file().procedure().act(act);
        if (spec == null || mine(spec, open)) {
            return List.of();
        }
        long agency = open.head().agency();
        return transactions.read(() -> store.roles(spec.by()).stream()
                .map(r -> new Receiver(r.code(), r.title(), holders(agency, r.code()).stream().map(h -> new Person(Long.toString(h.id()), h.name())).toList()))
                .filter(r -> !r.holders().isEmpty()).toList());
    }

    /** What the act would do if whoever it is sent to did it; nothing is changed. */
    public Handling.Tried examine(Asked in) {
        return prepare(key(in.of()), in).tried();
    }

    /** Sends one; sent again under its key it is the one that was sent first. */
    public SubmissionView send(Asked in, @Nullable String key) {
        return once(key, () -> {
            Prepared p = prepare(key(in.of()), in);
            barred(p);
            SubmissionStore.Sent sent = sent(p);
            long id = added(() -> store.add(sent));
            happened(p.open(), id, 1, "sent", content(p), key);
            drafts.hold(p.input().filesOrNone(), p.open().head().agency(), List.of(Caller.current().id()));
            return id;
        });
    }

    /** Sends it again, mended; earlier versions stay. */
    public SubmissionView again(String id, Again in, @Nullable String key) {
        return once(key, () -> {
            Row r = locked(id);
            OpenCase open = open(r.of());
            if (!views.goesOn(r, open)) {
                throw Refused.forbidden("只有送审人和本案承办人可以再次送审");
            }
            if (!List.of("returned", "withdrawn", "lapsed").contains(r.state()) || !Objects.equals(in.version(), r.version())) {
                throw Submitted.moved(r);
            }
            if (r.version() >= MOST_VERSIONS) {
                throw Refused.invalid("/version", "同一送审稿最多送审 " + MOST_VERSIONS + " 次");
            }
            Prepared p = prepare(r.of(), new Asked(r.of().toString(), in.act(), in.toRole() == null ? r.toRole() : in.toRole(), in.toPerson(), in.word()));
            if (!p.act().code().equals(r.act()) || !submitted.same(p.act().on(), r)) {
                throw Refused.invalid("/act/code", "应为原送审稿的事项和对象");
            }
            barred(p);
            added(() -> {
                store.again(r.regionId(), r.id(), sent(p));
                return r.id();
            });
            happened(p.open(), r.id(), r.version() + 1, "sent", content(p), key);
            drafts.hold(p.input().filesOrNone(), r.agencyId(), List.of(Caller.current().id(), r.senderId()));
            return r.id();
        });
    }

    /** Shows it; of whoever decides it is kept that they opened this version, and when first. */
    public SubmissionView open(String id) {
        return once(null, () -> {
            Row r = locked(id);
            OpenCase open = open(r.of());
            boolean seen = store.events(r.regionId(), r.id()).stream()
                    .anyMatch(e -> e.what().equals("opened") && e.version() == r.version() && e.personId() == Caller.current().id());
            if (SubmissionViews.decides(r) && r.state().equals("sent") && !seen) {
                store.opened(r.regionId(), r.id(), Caller.current().id(), clock.instant());
                happened(open, r.id(), r.version(), "opened", null, null);
            }
            return r.id();
        });
    }

    /** Hands it back with the reason and the places that hurt. */
    public SubmissionView giveBack(String id, Return in, @Nullable String key) {
        return once(key, () -> {
            Row r = locked(id);
            OpenCase open = open(r.of());
            if (!SubmissionViews.decides(r)) {
                throw Refused.forbidden("只有担任「" + r.toTitle() + "」的人员可以退回");
            }
            waits(r, in.version());
            DraftSeal.Marks marks = new DraftSeal.Marks(text(in.reason(), "/reason", "须写明退回的理由"), places(in.places()));
            store.opened(r.regionId(), r.id(), Caller.current().id(), clock.instant());
            store.returned(r.regionId(), r.id());
            happened(open, r.id(), r.version(), "returned", seal.seal(open, marks), key);
            return r.id();
        });
    }

    /** Takes it back before anybody who decides has opened it. */
    public SubmissionView withdraw(String id, @Nullable Integer version) {
        return once(null, () -> {
            Row r = locked(id);
            OpenCase open = open(r.of());
            goesOn(r, open);
            if (r.state().equals("withdrawn") && Objects.equals(version, r.version())) {
                return r.id();
            }
            waits(r, version);
            if (r.openedId() != null) {
                throw Refused.conflict("「" + r.openedName() + "」已经打开，不能撤回；可以请其退回").with("state", r.state()).with("openedAt", String.valueOf(r.openedAt()));
            }
            store.state(r.regionId(), r.id(), "withdrawn");
            happened(open, r.id(), r.version(), "withdrawn", null, null);
            return r.id();
        });
    }

    /** Gives up one that does not wait; all its versions stay with the case. */
    public SubmissionView drop(String id) {
        return once(null, () -> {
            Row r = locked(id);
            OpenCase open = open(r.of());
            goesOn(r, open);
            if (r.state().equals("dropped")) {
                return r.id();
            }
            if (!List.of("returned", "withdrawn", "lapsed").contains(r.state())) {
                throw r.state().equals("sent") ? Refused.conflict("送审稿正在等待审批，请先撤回") : Submitted.moved(r);
            }
            store.state(r.regionId(), r.id(), "dropped");
            happened(open, r.id(), r.version(), "dropped", null, null);
            drafts.release(r);
            return r.id();
        });
    }

    private SubmissionView once(@Nullable String key, LongSupplier work) {
        if (key != null && key.length() > 200) {
            throw Refused.bad("Idempotency-Key 不得超过 200 个字符");
        }
        Optional<Long> earlier = earlier(key);
        if (earlier.isPresent()) {
            return views.one(Long.toString(earlier.get()));
        }
        try {
            return views.one(Long.toString(transactions.write(work::getAsLong)));
        } catch (Problem | DuplicateKeyException e) {
            // The same request, sent twice at once: what the other made is the answer.
            return views.one(Long.toString(earlier(key).orElseThrow(() -> e)));
        }
    }

    private Optional<Long> earlier(@Nullable String key) {
        Caller me = Caller.current();
        return key == null || key.isBlank() ? Optional.empty() : transactions.read(() -> store.earlier(me.agency().region(), me.id(), key));
    }

    private static long added(LongSupplier work) {
        try {
            return work.getAsLong();
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("本案这一事项已有送审稿在等待审批或者已经退回，请在原送审稿上继续");
        }
    }

    private Row locked(String id) {
        Row r = store.locked(Caller.current().agency().region(), Submitted.number(id)).orElseThrow(SubmissionViews::none);
        if (Caller.current().rolesAt(r.agencyId()).isEmpty()) {
            throw SubmissionViews.none();
        }
        return r;
    }

    private OpenCase open(CaseKey id) {
        OpenCase open = files.current(id);
        if (!SubmissionViews.insider(open)) {
            throw Refused.forbidden("只有本案办案机关的人员可以送审");
        }
        return open;
    }

    private static CaseKey key(@Nullable String id) {
        return CaseKey.parse(String.valueOf(id)).orElseThrow(() -> Refused.invalid("/case", "没有这个案件"));
    }

    private void goesOn(Row r, OpenCase open) {
        if (!views.goesOn(r, open)) {
            throw Refused.forbidden("只有送审人和本案承办人可以撤回");
        }
    }

    private static void waits(Row r, @Nullable Integer version) {
        if (version == null) {
            throw Refused.invalid("/version", "必填：所见送审稿的版本");
        }
        if (!r.state().equals("sent") || version != r.version()) {
            throw Submitted.moved(r);
        }
    }

    private Prepared prepare(CaseKey id, Asked in) {
        OpenCase open = open(id);
        ActInput act = in.act();
        ActSpec spec = act == null || act.code() == null ? null : open.file().procedure().act(act.code());
        if (act == null || spec == null) {
            throw Refused.invalid("/act/code", "本案没有这个办理事项");
        }
        if (mine(spec, open)) {
            throw Refused.invalid("/act/code", "「" + spec.title() + "」您可以直接办理，不必送审");
        }
        if (act.mode() != null || act.corrects() != null || act.submission() != null) {
            throw Refused.invalid("/act/mode", "更正、补录和不规范记录不经送审");
        }
        String role = in.toRole() == null ? spec.by().getFirst() : in.toRole();
        if (!spec.by().contains(role)) {
            throw Refused.invalid("/toRole", "这一角色不能办理「" + spec.title() + "」");
        }
        String word = in.word() == null || in.word().isBlank() ? "" : text(in.word(), "/word", "");
        List<Holder> holders = chosen(open.head().agency(), role, in.toPerson());
        Handling.AsRead read = tried(open, act, role, holders);
        Long person = in.toPerson() == null || in.toPerson().isBlank() ? null : holders.getFirst().id();
        return new Prepared(open, act, spec, read.act(), role, person, word, read.tried());
    }

    private List<Holder> chosen(long agency, String role, @Nullable String person) {
        List<Holder> all = holders(agency, role);
        if (all.isEmpty()) {
            throw Refused.invalid("/toRole", "本机关现在没有他人担任这一角色");
        }
        if (person == null || person.isBlank()) {
            return all;
        }
        List<Holder> one = all.stream().filter(h -> h.id() == Submitted.number(person)).toList();
        if (one.isEmpty()) {
            throw Refused.invalid("/toPerson", "此人现在不担任这一角色");
        }
        return one;
    }

    private List<Holder> holders(long agency, String role) {
        return store.holders(agency, role, LocalDate.now(clock), MOST_HOLDERS).stream().filter(h -> h.id() != Caller.current().id()).toList();
    }

    /** As the first of them would do it whom nothing bars; the law may bar one of them and not another. */
    private Handling.AsRead tried(OpenCase open, ActInput act, String role, List<Holder> holders) {
        Handling.AsRead first = handling.tryAs(open, act, Long.toString(holders.getFirst().id()), List.of(role), "/act");
        for (Holder h : first.tried().open() ? List.<Holder>of() : holders.subList(1, Math.min(holders.size(), 5))) {
            Handling.AsRead next = handling.tryAs(open, act, Long.toString(h.id()), List.of(role), "/act");
            if (next.tried().open()) {
                return next;
            }
        }
        return first;
    }

    private static boolean mine(ActSpec spec, OpenCase open) {
        return spec.by().isEmpty() || Caller.current().rolesAt(open.head().agency()).stream().anyMatch(spec.by()::contains);
    }

    private static void barred(Prepared p) {
        List<Finding> bars = p.tried().findings().stream().filter(f -> f.severity() == Severity.BAR).toList();
        if (!p.tried().open() && p.spec().kind() == ActSpec.Kind.ACT && !bars.isEmpty()) {
            throw Refused.barred("「" + p.spec().title() + "」依法现在不能办理，没有送审", bars);
        }
    }

    private SubmissionStore.Sent sent(Prepared p) {
        Instant now = clock.instant();
        return new SubmissionStore.Sent(p.open().id(), p.open().head().agency(), p.spec().code(), p.spec().title(), submitted.text(p.act().on()), p.role(),
                p.person(), Caller.current().id(), now, p.open().seq());
    }

    private byte[] content(Prepared p) {
        return seal.seal(p.open(), p.spec(), p.act(), new DraftSeal.Draft(p.input(), p.word()));
    }

    private void happened(OpenCase open, long id, int version, String what, byte @Nullable [] content, @Nullable String key) {
        store.add(open.id().region(), open.head().agency(), id,
                new Happened(Caller.current().id(), what, version, content, key == null || key.isBlank() ? null : key, clock.instant()));
    }

    private static List<DraftSeal.Place> places(@Nullable List<DraftSeal.Place> given) {
        List<DraftSeal.Place> all = given == null ? List.of() : given;
        if (all.size() > MOST_PLACES) {
            throw Refused.invalid("/places", "最多标出 " + MOST_PLACES + " 处");
        }
        for (int i = 0; i < all.size(); i++) {
            String pointer = all.get(i).pointer();
            if (pointer == null || !pointer.matches("(/[^/]{1,100}){1,10}")) {
                throw Refused.invalid("/places/" + i + "/pointer", "应指明送审稿中的一处，如 /form/facts");
            }
            text(all.get(i).word(), "/places/" + i + "/word", "须写明这一处的问题");
        }
        return all;
    }

    private static String text(@Nullable String text, String pointer, String missing) {
        if (text == null || text.isBlank()) {
            throw Refused.invalid(pointer, missing);
        }
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw Refused.invalid(pointer, "不得超过 " + LONGEST + " 字");
        }
        return text.strip();
    }
}
