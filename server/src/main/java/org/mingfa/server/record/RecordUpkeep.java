package org.mingfa.server.record;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.record.store.RequestStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Timed work on the record: forgets old idempotency keys, checks all chains once a day and shows what it found. */
@Component
class RecordUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(RecordUpkeep.class);

    private final RequestStore requests;
    private final RecordCheck check;
    private final Clock clock;
    private final Duration keep;
    private volatile @Nullable Checked last;

    RecordUpkeep(
            @Qualifier("projectionJdbc") JdbcClient jdbc, RecordCheck check, Clock clock, MeterRegistry meters,
            @Value("${mingfa.record.keep-requests:30d}") Duration keep) {
        requests = new RequestStore(jdbc);
        this.check = check;
        this.clock = clock;
        this.keep = keep;
        gauge(meters, "mingfa.record.broken.cases", "cases whose record is not as it was written", checked -> checked.report.broken());
        gauge(meters, "mingfa.record.checked.entries", "entries that the last check of the record saw", checked -> checked.report.entries());
        gauge(meters, "mingfa.record.checked.time.seconds", "when it ended, in seconds since 1970", checked -> checked.atSecond);
    }

    private record Checked(RecordCheck.Report report, long atSecond) {}

    /** Not a number until the first check has ended. */
    private void gauge(MeterRegistry meters, String name, String description, ToDoubleFunction<Checked> value) {
        Gauge.builder(name, this, upkeep -> {
            Checked checked = upkeep.last;
            return checked == null ? Double.NaN : value.applyAsDouble(checked);
        }).description(description).register(meters);
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void forget() {
        int forgotten = requests.forget(keep);
        if (forgotten > 0) {
            LOG.info("record: {} idempotency keys were forgotten", forgotten);
        }
    }

    @Scheduled(cron = "${mingfa.record.check-at:0 30 3 * * *}", zone = "${mingfa.zone}")
    void check() {
        RecordCheck.Report report = check.all(entries -> {});
        report.first().forEach(broken -> LOG.error("record: case {} is broken at entry {}: {}", broken.key(), broken.seq(), broken.reason()));
        last = new Checked(report, clock.instant().getEpochSecond());
        LOG.info("record: {} entries of {} cases checked, {} cases broken", report.entries(), report.cases(), report.broken());
    }
}
