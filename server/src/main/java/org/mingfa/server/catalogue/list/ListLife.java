package org.mingfa.server.catalogue.list;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ListKind;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.catalogue.list.ListVersion.State;
import org.mingfa.server.catalogue.list.ListVersion.What;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The life of a version (清单的一版): draft, the legal unit's review, publication by another, withdrawal. */
@NamedInterface("lists")
@Component
public class ListLife {

    private static final int LONGEST = 2_000;

    /** A list with one of its versions. */
    @NamedInterface("lists")
    public record Turn(KeptList list, ListKind kind, ListVersion version) {}

    private final ListStore lists;
    private final ListRows rows;
    private final Kinds kinds;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ListLife(ListStore lists, ListRows rows, Kinds kinds, Transactions transactions, ApplicationEventPublisher events, Clock clock) {
        this.lists = lists;
        this.rows = rows;
        this.kinds = kinds;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    KeptList list(long id) {
        return lists.find(id).filter(l -> !l.isRegister()).orElseThrow(() -> Refused.notFound("没有这个清单"));
    }

    Turn turn(long list, int number) {
        KeptList l = list(list);
        ListVersion version = lists.version(list, number).filter(v -> v.isPublic() || Keepers.reaches(l))
                .orElseThrow(() -> Refused.notFound("这个清单没有这一版"));
        return new Turn(l, kinds.of(l.kind()), version);
    }

    /** The version, if the caller has seen its last change. */
    private Turn seen(long list, int number, @Nullable Long seq) {
        new Fields().present("/seq", seq).done();
        Turn t = turn(list, number);
        if (t.version().seq() != Objects.requireNonNull(seq)) {
            throw Refused.conflict("这一版已由他人改动，请重新打开");
        }
        return t;
    }

    private Turn in(State state, String step, long list, int number, @Nullable Long seq) {
        Turn t = seen(list, number, seq);
        if (t.version().state() != state) {
            throw Refused.conflict("这一版现在" + word(t.version().state()) + "，不能" + step);
        }
        return t;
    }

    static String word(State state) {
        return switch (state) {
            case DRAFT -> "正在起草";
            case SUBMITTED -> "待审核";
            case REVIEWED -> "待公布";
            case PUBLISHED -> "已公布";
            case WITHDRAWN -> "已撤回";
            case DISCARDED -> "已作废";
        };
    }

    private static String text(String pointer, @Nullable String text, boolean needed) {
        new Fields().check(pointer, !needed || text != null && !text.isBlank(), "必填")
                .check(pointer, text == null || text.length() <= LONGEST, "不超过" + LONGEST + "个字符").done();
        return text == null ? "" : text.strip();
    }

    /** A new list of the caller's agency or region, with its first draft. */
    public Turn begin(String kind, String owner, @Nullable String title, @Nullable String reason) {
        ListKind k = kinds.of(kind);
        Caller me = Caller.current();
        if (!k.owners().containsKey(owner)) {
            throw Refused.invalid("/owner", "应为 " + String.join("、", k.owners().keySet()) + " 之一");
        }
        String name = title == null || title.isBlank() ? k.title() : title.strip();
        new Fields().check("/title", name.length() <= 100, "不超过100个字符").done();
        String why = text("/reason", reason, true);
        boolean agency = owner.equals(ListKind.AGENCY);
        KeptList asked = new KeptList(0, kind, agency ? me.agency().id() : null, agency ? null : me.agency().region(), name, "");
        Keepers.needs(Keepers.drafts(asked, k), "起草");
        return transactions.write(() -> {
            long id = lists.add(kind, asked.agency(), asked.region(), name);
            return new Turn(list(id), k, lists.draft(id, null, why, me.id()));
        });
    }

    /** A new draft from the version in force or published last; from none where none was. */
    public Turn change(long list, @Nullable String reason) {
        KeptList l = list(list);
        ListKind k = kinds.of(l.kind());
        Keepers.needs(Keepers.drafts(l, k), "起草");
        String why = text("/reason", reason, true);
        long me = Caller.current().id();
        return transactions.write(() -> {
            ListVersion base = lists.versions(list).stream().filter(ListVersion::isPublic).findFirst().orElse(null);
            ListVersion draft = lists.draft(list, base, why, me);
            if (base != null) {
                rows.copy(base.id(), draft.id(), me);
            }
            return new Turn(l, k, lists.version(list, draft.number()).orElseThrow());
        });
    }

    /** Does something to the rows of a draft in one transaction with its event. */
    Turn rows(long list, int number, @Nullable Long seq, What what, String note, Consumer<Turn> work) {
        return transactions.write(() -> {
            Turn t = in(State.DRAFT, "修改", list, number, seq);
            Keepers.needs(Keepers.drafts(t.list(), t.kind()), "修改");
            lists.step(t.version(), State.DRAFT, Caller.current().id(), what, note);
            work.accept(t);
            return turn(list, number);
        });
    }

    public Turn putRow(long list, int number, @Nullable Long seq, @Nullable String was, Map<String, String> given) {
        ListKind kind = turn(list, number).kind();
        given.keySet().stream().filter(c -> kind.column(c) == null).findFirst().ifPresent(c -> {
            throw Refused.invalid("/cells/" + c, "这种清单没有这一栏");
        });
        Map<String, String> cells = Kinds.cells(kind, given);
        Kinds.check(kind, cells);
        String key = Kinds.key(kind, cells);
        return rows(list, number, seq, What.CHANGED, was == null ? "新增 " + key : "修改 " + was, t -> {
            long version = t.version().id();
            Optional<ListRow> there = was == null ? Optional.empty() : rows.find(version, was);
            if (was != null && there.isEmpty()) {
                throw Refused.notFound("这一版没有这一行");
            }
            if (!key.equals(was) && rows.find(version, key).isPresent()) {
                throw Refused.invalid("/cells/" + kind.keys().getFirst().name(), "已有 " + key + " 这一行");
            }
            if (was != null && !key.equals(was)) {
                rows.remove(version, was);
            }
            rows.put(version, key, there.map(ListRow::ordinal).orElseGet(() -> rows.last(version) + 1), cells, Caller.current().id());
        });
    }

    public Turn removeRow(long list, int number, @Nullable Long seq, String key) {
        return rows(list, number, seq, What.CHANGED, "删除 " + key, t -> {
            if (!rows.remove(t.version().id(), key)) {
                throw Refused.notFound("这一版没有这一行");
            }
        });
    }

    /** What stands against submitting a draft as far as its head tells; its rows are gone through when it is submitted. */
    @Nullable String empty(Turn t) {
        return t.version().rows() == 0 ? "还没有一行" : null;
    }

    private @Nullable String unready(Turn t) {
        if (t.version().rows() == 0) {
            return empty(t);
        }
        for (ListRow row : (Iterable<ListRow>) rows.stream(t.version().id())::iterator) {
            String why = t.kind().columns().stream().filter(c -> c.fault(row.cells().getOrDefault(c.name(), "")) != null)
                    .map(c -> c.title() + "：" + c.fault(row.cells().getOrDefault(c.name(), ""))).findFirst().orElse(null);
            if (why != null) {
                return "第 " + row.key() + " 行的" + why;
            }
        }
        return null;
    }

    public Turn submit(long list, int number, @Nullable Long seq, @Nullable String note) {
        String words = text("/note", note, false);
        Turn t = in(State.DRAFT, "送审", list, number, seq);
        Keepers.needs(Keepers.drafts(t.list(), t.kind()), "送审");
        String why = unready(t);
        if (why != null) {
            throw Refused.invalid("/", why);
        }
        return step(t, State.SUBMITTED, What.SUBMITTED, words, () -> { });
    }

    public Turn review(long list, int number, @Nullable Long seq, @Nullable String opinion) {
        String words = text("/opinion", opinion, true);
        Turn t = in(State.SUBMITTED, "审核", list, number, seq);
        refuse(unreviewable(t));
        long me = Caller.current().id();
        return step(t, State.REVIEWED, What.REVIEWED, words, () -> lists.reviewed(t.version().id(), me, words));
    }

    /** Back to its drafters, with the reason: by the reviewer, or after the review by who was to publish it. */
    public Turn giveBack(long list, int number, @Nullable Long seq, @Nullable String note) {
        String words = text("/note", note, true);
        Turn t = seen(list, number, seq);
        refuse(switch (t.version().state()) {
            case SUBMITTED -> unreviewable(t);
            case REVIEWED -> unpublishable(t);
            default -> throw Refused.conflict("这一版现在" + word(t.version().state()) + "，不能退回");
        });
        return step(t, State.DRAFT, What.RETURNED, words, () -> lists.unreviewed(t.version().id()));
    }

    private static void refuse(@Nullable String why) {
        if (why != null) {
            throw Refused.forbidden(why);
        }
    }

    @Nullable String unreviewable(Turn t) {
        if (!Keepers.reviews(t.list(), t.kind())) {
            return "须由法制审核人员审核";
        }
        return drafted(t) ? "本人起草或者修改过这一版，须由另一人审核" : null;
    }

    @Nullable String unpublishable(Turn t) {
        if (!Keepers.publishes(t.list(), t.kind())) {
            return "须由有权公布的人公布";
        }
        return drafted(t) ? "本人起草或者修改过这一版，须由另一人公布" : null;
    }

    private boolean drafted(Turn t) {
        Set<Long> drafters = lists.drafters(t.version().id());
        return drafters.contains(Caller.current().id());
    }

    /**
     * Publishes a reviewed version.
     *
     * @param from first day in force; null: today
     * @param on day of publication; before today only where the list was published before it was kept here; null: today
     * @param document number of the announcement; needed where it was published before
     */
    public Turn publish(long list, int number, @Nullable Long seq, @Nullable LocalDate from, @Nullable LocalDate on, @Nullable String document) {
        Turn t = in(State.REVIEWED, "公布", list, number, seq);
        refuse(unpublishable(t));
        LocalDate today = today();
        LocalDate day = on == null ? today : on;
        LocalDate first = from == null ? day : from;
        String paper = document == null ? "" : document.strip();
        Optional<ListVersion> before = lists.versions(list).stream().filter(ListVersion::isPublic).filter(ListLife::everInForce).findFirst();
        new Fields().check("/publishedOn", !day.isAfter(today), "不得晚于今天")
                .check("/publishedOn", before.isEmpty() || day.equals(today), "这个清单已有公布的版本，新的一版自今天起公布")
                .check("/from", !first.isBefore(day), "施行日不得早于公布日")
                .check("/from", before.isEmpty() || first.isAfter(Objects.requireNonNull(before.get().from())), "施行日应当晚于前一版的施行日")
                .check("/document", !day.isBefore(today) || !paper.isEmpty(), "此前已经公布的，应当填写公布文号")
                .check("/document", paper.length() <= 60, "不超过60个字符").done();
        return step(t, State.PUBLISHED, What.PUBLISHED, paper, () -> {
            lists.endBefore(list, t.version().id(), first);
            lists.published(t.version().id(), Caller.current().id(), day, first, paper);
        });
    }

    /** Takes a published version out of force after a day; null: after today. */
    public Turn withdraw(long list, int number, @Nullable Long seq, @Nullable LocalDate last, @Nullable String note) {
        String words = text("/note", note, true);
        Turn t = in(State.PUBLISHED, "撤回", list, number, seq);
        Keepers.needs(Keepers.publishes(t.list(), t.kind()), "撤回");
        LocalDate end = last == null ? today() : last;
        LocalDate to = t.version().to();
        new Fields().check("/last", to == null || !to.isBefore(today()), "这一版已经不再施行")
                .check("/last", !end.isBefore(today()), "不得早于今天")
                .check("/last", to == null || !end.isAfter(to), "不得晚于现在的末日").done();
        return step(t, State.WITHDRAWN, What.WITHDRAWN, words, () -> {
            lists.ended(t.version().id(), end, words);
            LocalDate from = t.version().from();
            if (from != null && from.isAfter(end)) {
                lists.again(list, from);
            }
        });
    }

    /** One that was withdrawn before its first day never was. */
    private static boolean everInForce(ListVersion v) {
        return v.from() == null || v.to() == null || !v.to().isBefore(v.from());
    }

    /** Gives a draft up; it stays to be read. */
    public Turn discard(long list, int number, @Nullable Long seq, @Nullable String note) {
        String words = text("/note", note, true);
        Turn t = seen(list, number, seq);
        if (!List.of(State.DRAFT, State.SUBMITTED, State.REVIEWED).contains(t.version().state())) {
            throw Refused.conflict("这一版现在" + word(t.version().state()) + "，不能作废");
        }
        Keepers.needs(Keepers.drafts(t.list(), t.kind()), "作废");
        return step(t, State.DISCARDED, What.DISCARDED, words, () -> { });
    }

    private Turn step(Turn t, State next, What what, String note, Runnable also) {
        Turn done = transactions.write(() -> {
            also.run();
            lists.step(t.version(), next, Caller.current().id(), what, note);
            return turn(t.list().id(), t.version().number());
        });
        events.publishEvent(new ListsChanged(t.list().id()));
        return done;
    }
}
