package org.mingfa.server.catalogue.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ListColumn;
import org.mingfa.core.procedure.ListKind;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.catalogue.CiteStates;
import org.mingfa.server.catalogue.evaluation.Conclusions;
import org.mingfa.server.catalogue.list.ListVersion.State;
import org.mingfa.server.operation.Refused;
import org.springframework.stereotype.Component;

/** Lists, versions and rows as the workbench shows them, to one caller. */
@Component
public class ListViews {

    /**
     * @param changes whether the caller may begin a new version now
     * @param evaluated day of the last evaluation; null: 从未评估
     * @param evaluating id of an evaluation under way
     */
    public record ListView(
            String id, String kind, String kindTitle, String title, String owner, String ownerKind, @Nullable Current current,
            @Nullable UnderWay underWay, boolean changes, @Nullable LocalDate evaluated, @Nullable String evaluating) {}

    /**
     * The version in force today.
     *
     * @param reviewDue the day by which its kind asks that it be evaluated; null: it does not ask
     */
    public record Current(int number, @Nullable LocalDate from, @Nullable LocalDate to, long rows, @Nullable LocalDate reviewDue) {}

    public record UnderWay(int number, String state) {}

    public record VersionRow(
            int number, String state, @Nullable Integer base, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable LocalDate publishedOn,
            String document, String reason, long rows, Instant updatedAt) {}

    /**
     * A step that comes next.
     *
     * @param why what stands in its way for this caller; null: nothing
     */
    public record Step(String step, @Nullable String why) {}

    /** @param editable whether the caller may change rows now */
    public record VersionView(
            String list, String kind, String title, String owner, int number, long seq, String state, @Nullable Integer base, @Nullable LocalDate from,
            @Nullable LocalDate to, @Nullable LocalDate publishedOn, String document, String reason, String opinion, String endedFor, long rows,
            boolean editable, List<Step> steps, List<ListVersion.Event> history) {}

    /**
     * A row with how its citations stand today.
     *
     * @param evaluateBy the day by which it is to be evaluated; null where it was, or where its kind does not ask it
     * @param evaluated what the last evaluation said of it; null: 从未评估
     */
    public record RowView(String key, Map<String, String> cells, List<CiteStates.CiteState> cites, @Nullable LocalDate evaluateBy, Conclusions.@Nullable Last evaluated) {}

    public record RowPage(List<RowView> rows, long total, int page, int size) {}

    /** A row as it stood on a day. */
    public record OnDay(String list, String title, String owner, int version, LocalDate from, @Nullable LocalDate to, String key, Map<String, String> cells) {}

    private final ListStore lists;
    private final ListRows rows;
    private final InForceStore inForce;
    private final Kinds kinds;
    private final ListLife life;
    private final CiteStates cites;
    private final Conclusions conclusions;
    private final Transactions transactions;

    ListViews(ListStore lists, ListRows rows, InForceStore inForce, Kinds kinds, ListLife life, CiteStates cites, Conclusions conclusions, Transactions transactions) {
        this.lists = lists;
        this.rows = rows;
        this.inForce = inForce;
        this.kinds = kinds;
        this.life = life;
        this.cites = cites;
        this.conclusions = conclusions;
        this.transactions = transactions;
    }

    public List<ListView> lists(@Nullable String kind, @Nullable Long agency, long after, int limit) {
        return transactions.read(() -> lists.lists(kind, agency, after, limit).stream().map(this::view).toList());
    }

    public ListView list(long id) {
        return transactions.read(() -> view(life.list(id)));
    }

    private ListView view(KeptList l) {
        ListKind kind = kinds.of(l.kind());
        List<ListVersion> versions = lists.versions(l.id());
        LocalDate today = life.today();
        Conclusions.Standing evaluated = conclusions.standing(ListEvaluations.NAME, l.id());
        Current current = versions.stream().filter(v -> v.isPublic() && stands(v, today)).findFirst()
                .map(v -> new Current(v.number(), v.from(), v.to(), v.rows(), ListEvaluations.due(kind, versions, evaluated.last()))).orElse(null);
        UnderWay underWay = seen(l).filter(v -> List.of(State.DRAFT, State.SUBMITTED, State.REVIEWED).contains(v.state())).findFirst()
                .map(v -> new UnderWay(v.number(), v.state().word())).orElse(null);
        return new ListView(Long.toString(l.id()), l.kind(), kind.title(), l.title(), l.owner(), l.agency() != null ? ListKind.AGENCY : ListKind.REGION,
                current, underWay, underWay == null && Keepers.drafts(l, kind), evaluated.last(), Keepers.reaches(l) ? evaluated.running() : null);
    }

    static boolean stands(ListVersion v, LocalDate day) {
        return v.from() != null && !v.from().isAfter(day) && (v.to() == null || !v.to().isBefore(day));
    }

    public List<VersionRow> versions(long list) {
        return transactions.read(() -> seen(life.list(list)).map(v -> new VersionRow(v.number(), v.state().word(), v.base(), v.from(),
                v.to(), v.publishedOn(), v.document(), v.reason(), v.rows(), v.updatedAt())).toList());
    }

    /** The versions that the caller may see: of lists beyond their reach those that were published. */
    private Stream<ListVersion> seen(KeptList l) {
        return lists.versions(l.id()).stream().filter(v -> v.isPublic() || Keepers.reaches(l));
    }

    public VersionView version(long list, int number) {
        return transactions.read(() -> view(life.turn(list, number)));
    }

    public VersionView view(ListLife.Turn t) {
        ListVersion v = t.version();
        boolean drafts = Keepers.drafts(t.list(), t.kind());
        return new VersionView(Long.toString(t.list().id()), t.list().kind(), t.list().title(), t.list().owner(), v.number(), v.seq(), v.state().word(), v.base(),
                v.from(), v.to(), v.publishedOn(), v.document(), v.reason(), v.opinion(), v.endedFor(), v.rows(), v.state() == State.DRAFT && drafts,
                steps(t, drafts), lists.events(v.id()));
    }

    private List<Step> steps(ListLife.Turn t, boolean drafts) {
        String notMine = drafts ? null : "须由起草清单的人办理";
        return switch (t.version().state()) {
            case DRAFT -> List.of(new Step("submit", notMine != null ? notMine : life.empty(t)), new Step("discard", notMine));
            case SUBMITTED -> List.of(new Step("review", life.unreviewable(t)), new Step("return", life.unreviewable(t)), new Step("discard", notMine));
            case REVIEWED -> List.of(new Step("publish", life.unpublishable(t)), new Step("return", life.unpublishable(t)), new Step("discard", notMine));
            case PUBLISHED -> t.version().to() != null && t.version().to().isBefore(life.today()) ? List.of()
                    : List.of(new Step("withdraw", Keepers.publishes(t.list(), t.kind()) ? null : "须由有权公布的人撤回"));
            case WITHDRAWN, DISCARDED -> List.of();
        };
    }

    public RowPage rows(long list, int number, String q, int page, int size) {
        return transactions.read(() -> {
            ListLife.Turn t = life.turn(list, number);
            ListRows.Page found = rows.page(t.version().id(), t.version().rows(), q.strip(), page * size, size);
            Map<String, Conclusions.Last> last = conclusions.last(ListEvaluations.NAME, list, found.rows().stream().map(ListRow::key).toList());
            return new RowPage(found.rows().stream().map(r -> view(t.kind(), r, last.get(r.key()))).toList(), found.total(), page, size);
        });
    }

    public RowView row(long list, int number, String key) {
        return transactions.read(() -> {
            ListLife.Turn t = life.turn(list, number);
            return view(t.kind(), rows.find(t.version().id(), key).orElseThrow(() -> Refused.notFound("这一版没有这一行")),
                    conclusions.last(ListEvaluations.NAME, list, List.of(key)).get(key));
        });
    }

    private RowView view(ListKind kind, ListRow r, Conclusions.@Nullable Last last) {
        List<CiteStates.CiteState> found = new ArrayList<>();
        kind.columns().stream().filter(c -> c.type() == ListColumn.Type.CITATION)
                .forEach(c -> found.addAll(cites.of(r.cells().getOrDefault(c.name(), ""), life.today())));
        LocalDate owed = kind.evaluation() == null ? null : kind.evaluation().due(r.cells());
        return new RowView(r.key(), r.cells(), found, owed == null || last != null && !last.on().isBefore(owed) ? null : owed, last);
    }

    private static final int DIFFERENT = 200;

    /**
     * @param with number of the other version; null: the one that it changes, or none
     * @param cursor of the page before; empty: from the first
     */
    public ListDifferences differences(long list, int number, @Nullable Integer with, String cursor) {
        String[] after = cursor.isEmpty() ? new String[] {"0", Integer.toString(Integer.MIN_VALUE), ""} : cursor.split("\\|", 3);
        if (after.length < 3 || !after[0].matches("[01]") || !after[1].matches("-?\\d{1,9}") && !cursor.isEmpty()) {
            throw Refused.bad("游标不是由本系统给出的");
        }
        return transactions.read(() -> {
            ListLife.Turn t = life.turn(list, number);
            Integer other = with == null ? t.version().base() : with;
            long was = other == null ? 0 : life.turn(list, other).version().id();
            long is = t.version().id();
            List<ListRows.Different> found = rows.differences(was, is, Integer.parseInt(after[0]), Integer.parseInt(after[1]), after[2], DIFFERENT + 1);
            return ListDifferences.of(t.kind(), cursor.isEmpty() ? rows.counts(was, is) : null, found.subList(0, Math.min(found.size(), DIFFERENT)), found.size() > DIFFERENT);
        });
    }

    /** What stood on the lists of a kind for an agency on a day. */
    public List<OnDay> on(String kind, long agency, LocalDate day, int page, int size) {
        kinds.of(kind);
        return transactions.read(() -> inForce.on(agency, kind, day, page * size, size).stream().map(s -> new OnDay(Long.toString(s.list()), s.title(), s.owner(),
                s.version(), s.from(), s.to(), s.row().key(), new LinkedHashMap<>(s.row().cells()))).toList());
    }
}
