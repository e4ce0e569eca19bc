package org.mingfa.core.discretion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishedDaysTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 22);
    private static final String BASE = table("旧", "2021-01-01");

    private static String table(String title, String from) {
        return "discretion: tables\ntables:\n  - {code: t, title: " + title + ", cite: 甲法 第一条, in-force: {from: " + from + "}, statute: [{do: 处一万元以上五万元以下罚款}]}\n";
    }

    private static Optional<String> on(Benchmarks all, LocalDate day) {
        return all.table("t", day).map(Table::title);
    }

    @Test
    void aPublishedTableTakesThePlaceOfTheOneBeforeOnItsDaysOnly() {
        Benchmarks base = Benchmarks.load(Map.of("base.yaml", BASE));
        Benchmarks running = base.with(List.of(new Benchmarks.Published("new.yaml", table("新", "2000-01-01"), FIRST, null)));
        assertThat(on(running, FIRST.minusDays(1))).as("what was done yesterday is judged by yesterday's table").contains("旧");
        assertThat(on(running, FIRST)).contains("新");
        Benchmarks withdrawn = base.with(List.of(new Benchmarks.Published("new.yaml", table("新", "2000-01-01"), FIRST, FIRST.plusDays(9))));
        assertThat(on(withdrawn, FIRST.plusDays(9))).contains("新");
        assertThat(on(withdrawn, FIRST.plusDays(10))).as("after the withdrawal the one before counts again").contains("旧");
        assertThat(on(withdrawn, LocalDate.of(2020, 12, 31))).isEmpty();
    }

    @Test
    void aDigestSealedWithTheFirstDayIsStillKnownAndTheDayNoLongerCounts() {
        Benchmarks base = Benchmarks.load(Map.of("base.yaml", BASE));
        Table old = base.table("t", FIRST).orElseThrow();
        Table rest = java.util.Objects.requireNonNull(old.within(FIRST, null));
        assertThat(rest.from()).isNotEqualTo(old.from());
        assertThat(TableDigest.of(rest)).as("cut by a publication: not a word has changed").isEqualTo(TableDigest.of(old));
        assertThat(TableDigest.is(TableDigest.of(old), rest, rest.from().toString())).isTrue();
        assertThat(TableDigest.is(TableDigest.withFirstDay(old), rest, old.from().toString())).as("sealed before").isTrue();
        assertThat(TableDigest.is("0".repeat(64), old, old.from().toString())).isFalse();
    }

    @Test
    void theTableBeforeKeepsItsDigest() {
        Benchmarks base = Benchmarks.load(Map.of("base.yaml", BASE));
        Benchmarks running = base.with(List.of(new Benchmarks.Published("new.yaml", table("新", "2000-01-01"), FIRST, null)));
        LocalDate before = FIRST.minusDays(1);
        assertThat(TableDigest.of(running.table("t", before).orElseThrow())).isEqualTo(TableDigest.of(base.table("t", before).orElseThrow()));
    }
}
