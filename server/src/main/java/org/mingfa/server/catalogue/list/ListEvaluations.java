package org.mingfa.server.catalogue.list;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ListColumn;
import org.mingfa.core.procedure.ListKind;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Scope;
import org.mingfa.server.catalogue.evaluation.Conclusions;
import org.mingfa.server.catalogue.evaluation.Evaluated;
import org.mingfa.server.operation.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists as they are evaluated: due so many months after the last evaluation, else after they were first published. */
@Component
class ListEvaluations implements Evaluated {

    static final String NAME = "list";

    private final ListStore lists;
    private final ListRows rows;
    private final ListLife life;
    private final Kinds kinds;
    private final Conclusions conclusions;
    private final JdbcClient jdbc;

    ListEvaluations(ListStore lists, ListRows rows, ListLife life, Kinds kinds, Conclusions conclusions, JdbcClient jdbc) {
        this.lists = lists;
        this.rows = rows;
        this.life = life;
        this.kinds = kinds;
        this.conclusions = conclusions;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    private record DueList(long id, LocalDate due) {}

    @Override
    public List<Subject> due(LocalDate until, After after, int limit) {
        Scope scope = Caller.current().scope();
        List<ListKind> read = kinds.all().stream().filter(k -> k.reviewEvery() > 0).toList();
        return jdbc.sql("""
                        select d.id, d.due from (
                            select l.id, cast(coalesce(e.last, f.first) + make_interval(months => m.months) as date) as due
                            from list l join unnest(:kinds, :months) m (kind, months) on m.kind = l.kind
                            join lateral (select min(v.published_on) as first,
                                bool_or(v.from_day <= :today and (v.to_day is null or v.to_day >= :today)) as stands
                                from list_version v where v.list_id = l.id and v.state in ('published', 'withdrawn')) f on f.stands
                            left join lateral (select max(closed_on) as last from evaluation where subject = 'list' and subject_id = l.id) e on true
                            where l.of_agency = any (:agencies) or l.of_region = any (:regions)) d
                        where d.due <= :until and (d.due, d.id) > (:afterDue, :afterId) order by d.due, d.id limit :limit""")
                .param("kinds", read.stream().map(ListKind::code).toArray(String[]::new)).param("months", read.stream().map(ListKind::reviewEvery).toArray(Integer[]::new))
                .param("today", life.today()).param("agencies", scope.agencies().toArray(Long[]::new)).param("regions", scope.regions().toArray(Integer[]::new))
                .param("until", until).param("afterDue", after.due()).param("afterId", after.id()).param("limit", limit)
                .query(DueList.class).list().stream().map(d -> subject(d.id())).toList();
    }

    @Override
    public Subject subject(long id) {
        KeptList l = life.list(id);
        if (!Keepers.reaches(l)) {
            throw Refused.notFound("没有这个清单，或者不归您查看");
        }
        ListKind kind = kinds.of(l.kind());
        List<ListVersion> versions = lists.versions(id);
        ListVersion now = versions.stream().filter(v -> v.isPublic() && ListViews.stands(v, life.today())).findFirst().orElse(null);
        return new Subject(id, l.title(), l.owner(), l.agency(), l.region(), now == null ? 0 : now.number(),
                now == null ? null : due(kind, versions, conclusions.standing(NAME, id).last()), kind.review().cite(), kind.review().outcomes());
    }

    /** @param last the last evaluation */
    static @Nullable LocalDate due(ListKind kind, List<ListVersion> versions, @Nullable LocalDate last) {
        LocalDate first = versions.stream().filter(ListVersion::isPublic).map(ListVersion::publishedOn).filter(Objects::nonNull).min(LocalDate::compareTo).orElse(null);
        LocalDate since = last == null ? first : last;
        return kind.reviewEvery() == 0 || since == null ? null : since.plusMonths(kind.reviewEvery());
    }

    @Override
    public void parts(Subject subject, Consumer<List<Part>> some) {
        ListKind kind = kinds.of(life.list(subject.id()).kind());
        List<String> naming = kind.columns().stream().filter(c -> !c.key() && c.required() && c.choices().isEmpty() && c.type() != ListColumn.Type.CITATION)
                .map(ListColumn::name).limit(1).toList();
        rows.each(lists.version(subject.id(), subject.version()).orElseThrow().id(), chunk -> some.accept(chunk.stream()
                .map(r -> new Part(r.key(), naming.stream().map(c -> r.cells().getOrDefault(c, "")).filter(t -> !t.isEmpty()).findFirst().orElse(r.key()))).toList()));
    }

    @Override
    public boolean may(Subject subject, Step step) {
        KeptList l = life.list(subject.id());
        ListKind kind = kinds.of(l.kind());
        return switch (step) {
            case PROPOSE -> Keepers.drafts(l, kind);
            case OPINE -> Keepers.reviews(l, kind);
            case DECIDE -> Keepers.publishes(l, kind);
        };
    }

    private record Carried(String key, int number, LocalDate fromDay) {}

    /** The first later version that has been or will be in force in which the row is gone, or reads otherwise. */
    @Override
    public Map<String, Effect> effects(long id, int version, Map<String, String> agreed) {
        Map<String, Effect> out = new HashMap<>();
        List<String> keys = List.copyOf(agreed.keySet());
        jdbc.sql("""
                        select distinct on (k.key) k.key, v.number, v.from_day
                        from unnest(:keys, :changes) k (key, change)
                        join list_version old on old.list_id = :list and old.number = :version
                        join list_version v on v.list_id = :list and v.number > :version and v.state in ('published', 'withdrawn') and (v.to_day is null or v.to_day >= v.from_day)
                        left join list_row was on was.version_id = old.id and was.key = k.key
                        left join list_row now on now.version_id = v.id and now.key = k.key
                        where now.key is null or k.change and now.cells <> was.cells
                        order by k.key, v.number""")
                .param("keys", keys.toArray(String[]::new)).param("changes", keys.stream().map(k -> "change".equals(agreed.get(k))).toArray(Boolean[]::new))
                .param("list", id).param("version", version).query(Carried.class).list().forEach(c -> out.put(c.key(), new Effect(c.number(), c.fromDay())));
        return out;
    }

    /** The rows that are gone are taken out; those whose kind keeps the day of evaluation get it. */
    @Override
    public int draft(Subject subject, String reason, Set<String> gone, Map<String, LocalDate> evaluated) {
        ListLife.Turn t = life.change(subject.id(), reason);
        ListKind.Evaluation noted = t.kind().evaluation();
        life.rows(subject.id(), t.version().number(), t.version().seq(), ListVersion.What.CHANGED, "按评估的决定删除：" + named(gone), now -> {
            rows.removeAll(now.version().id(), gone);
            if (noted != null) {
                rows.each(now.version().id(), chunk -> rows.putAll(now.version().id(), chunk.stream().filter(r -> owed(noted, r, evaluated.get(r.key())))
                        .map(r -> dated(r, noted, evaluated)).toList(), Caller.current().id()));
            }
        });
        return t.version().number();
    }

    /** Whether it was owed on the day on which it was evaluated: a power assigned lately is evaluated again after its year. */
    private static boolean owed(ListKind.Evaluation noted, ListRow row, @Nullable LocalDate evaluated) {
        LocalDate due = noted.due(row.cells());
        return evaluated != null && due != null && !evaluated.isBefore(due);
    }

    private static ListRow dated(ListRow row, ListKind.Evaluation noted, Map<String, LocalDate> evaluated) {
        Map<String, String> cells = new java.util.TreeMap<>(row.cells());
        cells.put(noted.done(), String.valueOf(evaluated.get(row.key())));
        return new ListRow(row.key(), row.ordinal(), cells);
    }

    private static String named(Set<String> gone) {
        String some = gone.stream().limit(20).collect(java.util.stream.Collectors.joining("、"));
        return gone.isEmpty() ? "无" : gone.size() > 20 ? some + " 等 " + gone.size() + " 行" : some;
    }
}
