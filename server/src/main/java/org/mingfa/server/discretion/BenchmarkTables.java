package org.mingfa.server.discretion;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.discretion.Benchmarks;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.discretion.store.BenchmarkSetStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The tables, grounds and families in force: those of the law packs, and over them the published sets. Read when first asked for. */
@Component
public class BenchmarkTables {

    private static final Logger LOG = LoggerFactory.getLogger(BenchmarkTables.class);

    private record Read(String law, Benchmarks all) {}

    private final CurrentLaw law;
    private final BenchmarkSetStore store;
    private volatile @Nullable Read read;

    BenchmarkTables(CurrentLaw law, BenchmarkSetStore store) {
        this.law = law;
        this.store = store;
    }

    public Benchmarks now() {
        Read held = read;
        return held != null && held.law().equals(law.digest()) ? held.all() : reload();
    }

    /** After a set was published or withdrawn. */
    synchronized Benchmarks reload() {
        Benchmarks all = Benchmarks.load(law.loaded().texts()).with(store.published());
        all.problems().forEach(p -> LOG.warn("a benchmark table is left out: {}", p));
        read = new Read(law.digest(), all);
        return all;
    }

    /** Whether these tables (YAML) can stand beside all that are published. */
    boolean fits(String tables) {
        Map<String, String> published = store.published();
        Map<String, String> with = new HashMap<>(published);
        with.put("published/new.yaml", tables);
        return Benchmarks.load(with).problems().size() <= Benchmarks.load(published).problems().size();
    }

    /** What would be in force were these tables (YAML) published now. */
    Benchmarks with(String name, String tables) {
        return now().with(Map.of(name, tables));
    }
}
