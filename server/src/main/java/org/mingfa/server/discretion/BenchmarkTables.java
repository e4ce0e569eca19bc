package org.mingfa.server.discretion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.discretion.Benchmarks;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.discretion.store.BenchmarkSetStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The tables, grounds and families in force: those of the law packs, and over them the published sets, each on its days. Read when first asked for, and again when
 * the law packs or the published sets change; what another server publishes is seen a minute later at the latest.
 */
@Component
public class BenchmarkTables {

    private static final Logger LOG = LoggerFactory.getLogger(BenchmarkTables.class);
    private static final long KEPT = Duration.ofMinutes(1).toNanos();

    /** @param stamp of the published sets; {@code looked} when it was last looked at */
    private record Read(String law, long stamp, long looked, Benchmarks all) {}

    private final CurrentLaw law;
    private final BenchmarkSetStore store;
    private volatile @Nullable Read read;

    BenchmarkTables(CurrentLaw law, BenchmarkSetStore store) {
        this.law = law;
        this.store = store;
    }

    public Benchmarks now() {
        Read held = read;
        if (held == null || !held.law().equals(law.digest())) {
            return reload();
        }
        if (System.nanoTime() - held.looked() < KEPT) {
            return held.all();
        }
        return look(held);
    }

    /** Whether another server has published or withdrawn since. */
    synchronized Benchmarks look(Read held) {
        if (store.stamp() != held.stamp()) {
            return reload();
        }
        read = new Read(held.law(), held.stamp(), System.nanoTime(), held.all());
        return held.all();
    }

    /** Looks at once, not after a minute. */
    void forget() {
        Read held = read;
        if (held != null) {
            look(held);
        }
    }

    /** After a set was published or withdrawn. */
    synchronized Benchmarks reload() {
        long stamp = store.stamp();
        Benchmarks all = Benchmarks.load(law.loaded().texts()).with(store.published());
        all.problems().forEach(p -> LOG.warn("a benchmark table is left out: {}", p));
        read = new Read(law.digest(), stamp, System.nanoTime(), all);
        return all;
    }

    /** With the packs and the sets as they were in use at a moment: for what was assessed then and is taken in later. */
    Benchmarks asOf(Instant then) {
        return Benchmarks.load(law.textsAt(then)).with(store.published(then));
    }

    /** With the sets as they were published at a moment, and the packs of now: an offline client may have had them before. */
    Benchmarks publishedAt(Instant then) {
        return Benchmarks.load(law.loaded().texts()).with(store.published(then));
    }

    /** Whether no table of these (YAML) is in force from that publication already. */
    boolean fits(String tables) {
        List<String> standing = new ArrayList<>();
        store.published().stream().filter(p -> p.last() == null).forEach(p -> Benchmarks.load(Map.of(p.name(), p.text())).tables().forEach(t -> standing.add(t.code())));
        return Benchmarks.load(Map.of("new.yaml", tables)).tables().stream().noneMatch(t -> standing.contains(t.code()));
    }

    /** What would be in force were these tables (YAML) published now. */
    Benchmarks with(String name, String tables) {
        return now().with(Map.of(name, tables));
    }
}
