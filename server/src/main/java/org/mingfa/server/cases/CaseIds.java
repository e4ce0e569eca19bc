package org.mingfa.server.cases;

import org.mingfa.server.record.CaseKey;
import java.security.SecureRandom;
import java.time.Clock;

/** Draws ids that grow with time (TSID): milliseconds since 2020-01-01 UTC, then 22 bits of chance. */
final class CaseIds {

    private static final long EPOCH = 1_577_836_800_000L;
    private static final SecureRandom RANDOM = new SecureRandom();

    private CaseIds() {}

    static CaseKey next(int region, Clock clock) {
        return new CaseKey(region, (clock.millis() - EPOCH) << 22 | RANDOM.nextInt(1 << 22));
    }
}
