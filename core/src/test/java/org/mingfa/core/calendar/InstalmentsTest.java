package org.mingfa.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.mingfa.core.calendar.Instalments.Instalment;

class InstalmentsTest {

    private static final LocalDate LAST_OF_JANUARY = LocalDate.of(2027, 1, 31);

    @Test
    void whatDoesNotDivideIsInTheLastOne() {
        assertThat(Instalments.equal(10_000, 3, LocalDate.of(2027, 3, 1), 1)).extracting(Instalment::amount).containsExactly(3_333L, 3_333L, 3_334L);
    }

    @Test
    void theLastOneIsSmallerWhereTheSizeOfEachIsGiven() {
        assertThat(Instalments.each(10_000, 4_000, LocalDate.of(2027, 3, 1), 3)).containsExactly(
                new Instalment(LocalDate.of(2027, 3, 1), 4_000), new Instalment(LocalDate.of(2027, 6, 1), 4_000), new Instalment(LocalDate.of(2027, 9, 1), 2_000));
    }

    @Test
    void aMonthWithoutTheDayEndsOnItsLastAndTheNextOneHasTheDayAgain() {
        assertThat(Instalments.equal(400, 4, LAST_OF_JANUARY, 1)).extracting(Instalment::day).containsExactly(
                LAST_OF_JANUARY, LocalDate.of(2027, 2, 28), LocalDate.of(2027, 3, 31), LocalDate.of(2027, 4, 30));
    }

    @Test
    void nothingIsDividedIntoNothing() {
        assertThatThrownBy(() -> Instalments.equal(2, 3, LAST_OF_JANUARY, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Instalments.equal(100, 0, LAST_OF_JANUARY, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Instalments.each(100, 0, LAST_OF_JANUARY, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void theyAlwaysAddUpToTheWhole(@ForAll @LongRange(min = 120, max = 10_000_000_000_000L) long amount, @ForAll @IntRange(min = 1, max = 120) int count) {
        List<Instalment> plan = Instalments.equal(amount, count, LAST_OF_JANUARY, 1);
        assertThat(plan).hasSize(count).allMatch(i -> i.amount() > 0);
        assertThat(plan.stream().mapToLong(Instalment::amount).sum()).isEqualTo(amount);
    }
}
