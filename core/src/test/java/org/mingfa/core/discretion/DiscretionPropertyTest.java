package org.mingfa.core.discretion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for every table of the repository and every situation that it can be asked. */
class DiscretionPropertyTest {
    private static final List<Table> TABLES = Law.ALL.tables().stream().filter(t -> t.incomplete().isEmpty()).toList();
    private static final String[] FAMILIES = {"A", "B", "C", "D"};

    @Property(tries = 2000)
    void theResultIsWithinTheStatuteUnlessMitigated(@ForAll @IntRange(max = 1000) int table, @ForAll long seed, @ForAll @LongRange(max = 100_000_000_00L) long sum) {
        Random random = new Random(seed);
        Situation s = situation(TABLES.get(table % TABLES.size()), random, sum);
        Assessment a = Law.assess(s);
        for (Assessment.Party p : a.parties()) {
            if (p.result() == null) {
                continue;
            }
            assertThat(p.result().holds(p.proposed())).as("%s of %s", p.proposed(), p.result()).isTrue();
            assertThat(a.explanation()).contains(p.result().text(), Money.text(p.proposed()), Explanation.cited(a.table().cite()));
            if (p.law() != null && a.choice() != Choice.MITIGATE) {
                assertThat(p.law().holds(p.result())).as("%s within %s", p.result(), p.law()).isTrue();
            }
        }
        assertThat(Law.assess(s).explanation()).isEqualTo(a.explanation());
    }

    @Property(tries = 500)
    void moreWeightIsNeverALesserFine(@ForAll long seed, @ForAll @IntRange(max = 5) int factor, @ForAll @LongRange(min = 1, max = 10_000_000) long cost) {
        for (String code : List.of("example-water-discharge", "example-hazardous-waste")) {
            Table t = Law.ALL.table(code, Law.SPRING).orElseThrow();
            List<Factor> factors = java.util.Objects.requireNonNull(t.weights()).factors();
            Situation s = situation(t, new Random(seed), cost * 100);
            Factor moved = factors.get(factor % factors.size());
            List<Long> fines = new ArrayList<>();
            moved.options().forEach(o -> fines.add(Law.party(s.with(moved.name(), o.text())).proposed()));
            assertThat(fines).isSorted();
        }
    }

    @Property(tries = 500)
    void whatIsWrittenIsReadBack(@ForAll @LongRange(min = 1, max = 100_000_000_000L) long fen, @ForAll @LongRange(min = 1, max = 1_000_000_000L) long more) {
        String text = Range.of(fen, fen + more).text();
        assertThat(AmountText.read(text)).contains(new Amount.Fixed(fen, fen + more));
        assertThat(AmountText.read(Money.text(fen))).contains(new Amount.Fixed(fen, fen));
    }

    /** Any answers and quantities that the table asks for; sometimes with grounds. */
    private static Situation situation(Table t, Random random, long sum) {
        Situation s = Situation.of(t.code(), t.from().isAfter(LocalDate.of(2000, 1, 1)) ? t.from() : Law.SPRING);
        for (Question q : t.questions().values()) {
            s = s.with(q.name(), q.options().get(random.nextInt(q.options().size())));
        }
        if (t.weights() != null) {
            for (Factor f : t.weights().factors()) {
                s = s.with(f.name(), f.options().get(random.nextInt(f.options().size())).text());
            }
        }
        for (String q : t.quantities()) {
            s = s.with(q, q.endsWith("次数") ? Ratio.of(1 + random.nextInt(9)) : Money.yuan(sum));
        }
        return switch (random.nextInt(4)) {
            case 0 -> s.of(null, FAMILIES[random.nextInt(4)], "LM3");
            case 1 -> s.of(null, FAMILIES[random.nextInt(4)], "HV2");
            case 2 -> s.of(Choice.MITIGATE, FAMILIES[random.nextInt(4)], "LM5");
            default -> s;
        };
    }
}
