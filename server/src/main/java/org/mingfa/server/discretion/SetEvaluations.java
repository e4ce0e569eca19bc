package org.mingfa.server.discretion;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.discretion.Benchmarks;
import org.mingfa.core.procedure.ListKind;
import org.mingfa.server.access.Caller;
import org.mingfa.server.catalogue.evaluation.Evaluated;
import org.mingfa.server.discretion.store.BenchmarkSetStore;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.RegisterParameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Published benchmark sets as they are evaluated (国办发〔2022〕27号 （十三）). What is decided is carried out when the set is withdrawn. */
@Component
class SetEvaluations implements Evaluated {

    static final String NAME = "benchmark";

    private static final String DUE = """
            select s.id, s.title, r.name as owner, s.of_region as region,
                case when p.what = 'published' then cast(coalesce(e.last, p.day, cast(p.at as date)) + make_interval(months => :months) as date) end as due,
                case when p.what = 'withdrawn' then p.day end as gone
            from benchmark_set s join region r on r.id = s.of_region
            left join lateral (select x.what, x.day, x.at from benchmark_set_event x where x.set_id = s.id order by x.seq desc limit 1) p on true
            left join lateral (select max(closed_on) as last from evaluation where subject = 'benchmark' and subject_id = s.id) e on true
            where s.of_region = any (:regions)""";

    private final JdbcClient jdbc;
    private final BenchmarkSetStore store;
    private final RegisterParameters parameters;

    SetEvaluations(JdbcClient jdbc, BenchmarkSetStore store, RegisterParameters parameters) {
        this.jdbc = jdbc;
        this.store = store;
        this.parameters = parameters;
    }

    private record Row(long id, String title, String owner, int region, @Nullable LocalDate due, @Nullable LocalDate gone) {}

    @Override
    public String name() {
        return NAME;
    }

    private JdbcClient.StatementSpec select(String sql) {
        return jdbc.sql(sql).param("months", parameters.value("benchmark.review-months", parameters.today()).intValue())
                .param("regions", Caller.current().scope().regions().toArray(Integer[]::new));
    }

    @Override
    public List<Subject> due(LocalDate until, After after, int limit) {
        return select("select * from (" + DUE + ") d where d.due <= :until and (d.due, d.id) > (:afterDue, :afterId) order by d.due, d.id limit :limit")
                .param("until", until).param("afterDue", after.due()).param("afterId", after.id()).param("limit", limit).query(Row.class).list().stream().map(this::subject).toList();
    }

    private Row row(long id) {
        return select(DUE + " and s.id = :id").param("id", id).query(Row.class).optional().orElseThrow(() -> Refused.notFound("没有这份基准表，或者不在本地区"));
    }

    private Subject subject(Row r) {
        String cite = parameters.on(parameters.today()).stream().filter(p -> p.name().equals("benchmark.review-months")).map(RegisterParameters.Parameter::cite)
                .findFirst().orElse("");
        return new Subject(r.id(), r.title(), r.owner(), null, r.region(), 0, r.due(), cite, ListKind.OUTCOMES);
    }

    @Override
    public Subject subject(long id) {
        return subject(row(id));
    }

    @Override
    public void parts(Subject subject, Consumer<List<Part>> some) {
        String name = "set/" + subject.id();
        some.accept(Benchmarks.load(Map.of(name, store.locked(subject.id()).tables())).tables().stream().map(t -> new Part(t.code(), t.title())).toList());
    }

    @Override
    public boolean may(Subject subject, Step step) {
        return switch (step) {
            case PROPOSE, OPINE -> Caller.current().may("law.draft");
            case DECIDE -> Caller.current().may("law.publish");
        };
    }

    @Override
    public Map<String, Effect> effects(long id, int version, Map<String, String> agreed) {
        LocalDate gone = row(id).gone();
        Map<String, Effect> out = new HashMap<>();
        if (gone != null) {
            agreed.keySet().forEach(k -> out.put(k, new Effect(0, gone.plusDays(1))));
        }
        return out;
    }
}
