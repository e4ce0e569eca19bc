package org.mingfa.server.backup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.StartupProblem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How old the last whole backup is, for who watches the metrics: not a number where no folder is set or none can be read. */
@Component
class BackupAge {

    private final String folder;
    private final Clock clock;
    private volatile @Nullable Instant last;

    BackupAge(@Value("${mingfa.backup.folder:}") String folder, Clock clock, MeterRegistry meters) {
        this.folder = folder;
        this.clock = clock;
        Gauge.builder("mingfa.backup.age.seconds", this, BackupAge::seconds).description("since the last whole backup was begun").register(meters);
    }

    double seconds() {
        Instant made = last;
        return made == null ? Double.NaN : Duration.between(made, clock.instant()).toSeconds();
    }

    /** Not when the metrics are asked: a share that hangs would hold up whoever asks. */
    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT5M")
    void look() {
        try {
            last = folder.isBlank() ? null : Backups.last(Path.of(folder)).orElse(null);
        } catch (StartupProblem e) {
            last = null;
        }
    }
}
