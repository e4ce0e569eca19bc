package org.mingfa.server.evidence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Scope;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.evidence.store.ContentFolder;
import org.mingfa.server.evidence.store.FileStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps rows and contents in step: drops what was uploaded and never attached, finds contents missing or without a row. */
@Component
public class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration GRACE = Duration.ofDays(1);
    private static final int BATCH = 1000;
    private final ContentFolder folder;
    private final FileStore store;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    private volatile @Nullable Findings last;

    Upkeep(ContentFolder folder, FileStore store, Transactions transactions, JdbcClient jdbc, Clock clock, MeterRegistry meters) {
        this.folder = folder;
        this.store = store;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
        gauge(meters, "mingfa.evidence.missing", "contents that entries name and the folder lacks", found -> found.missing().size());
        gauge(meters, "mingfa.evidence.orphans", "contents in the folder that no row names", found -> found.orphans().size());
    }

    /** Not a number until the first check has ended. */
    private void gauge(MeterRegistry meters, String name, String description, ToDoubleFunction<Findings> value) {
        Gauge.builder(name, this, upkeep -> {
            Findings found = upkeep.last;
            return found == null ? Double.NaN : value.applyAsDouble(found);
        }).description(description).register(meters);
    }

    /** What does not fit: contents that rows name and the folder lacks, contents a day old that no row names. */
    public record Findings(List<String> missing, List<String> orphans) {
        public boolean none() {
            return missing.isEmpty() && orphans.isEmpty();
        }
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void hourly() throws IOException {
        int purged = purge(clock.instant().minus(GRACE));
        if (purged > 0) LOG.info("evidence: {} files never attached were dropped", purged);
    }

    @Scheduled(cron = "${mingfa.record.check-at:0 30 3 * * *}", zone = "${mingfa.zone}")
    void daily() throws IOException {
        Findings findings = check();
        last = findings;
        findings.missing().forEach(content -> LOG.error("evidence: content {} is missing in the folder", content));
        LOG.info("evidence: {} contents are missing, {} belong to no row", findings.missing().size(), findings.orphans().size());
    }

    /** Drops files uploaded before this moment and never attached; answers how many. */
    public int purge(Instant before) throws IOException {
        var contents = everywhere().call(() -> transactions.write(() -> store.purge(before)));
        for (String content : contents) {
            boolean used = everywhere().call(() -> transactions.read(() -> store.refersTo(content)));
            if (!used) folder.discard(content, before);
        }
        folder.dropUnfinished(before);
        return contents.size();
    }

    /** Compares all rows with the folder. */
    public Findings check() throws IOException {
        var known = new java.util.HashSet<String>();
        var missing = new ArrayList<String>();
        for (String last = ""; ;) {
            String after = last;
            var batch = everywhere().call(() -> transactions.read(() -> store.contents(after, BATCH)));
            batch.stream().filter(content -> !folder.has(content)).forEach(missing::add);
            known.addAll(batch);
            if (batch.size() < BATCH) break;
            last = batch.getLast();
        }
        var orphans = folder.before(clock.instant().minus(GRACE)).stream().filter(content -> !known.contains(content)).toList();
        return new Findings(missing, orphans);
    }

    /** Upkeep sees all agencies' rows, by the same scope that people have. */
    private Scope everywhere() {
        return Scope.of(jdbc.sql("select id from agency").query(Long.class).list(), jdbc.sql("select id from region").query(Integer.class).list());
    }
}
