package org.mingfa.core.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A paper is drawn by lot, and drawn again it is the same. */
class PaperDrawTest {

    private static List<String> pool(int size) {
        return IntStream.rangeClosed(1, size).mapToObj(i -> i + "@1").toList();
    }

    @Property(tries = 200)
    void drawsTheSamePaperAgainWhateverTheOrderOfThePool(@ForAll @Size(32) byte[] seed, @ForAll @IntRange(min = 1, max = 60) int size, @ForAll @IntRange(min = 1, max = 5000) int ticket, @ForAll Random random) {
        int take = random.nextInt(size + 1);
        List<String> shuffled = new ArrayList<>(pool(size));
        Collections.shuffle(shuffled, random);
        List<String> drawn = new PaperDraw(seed, "7").part(ticket, 1, pool(size), take);
        assertThat(drawn).hasSize(take).doesNotHaveDuplicates().isSubsetOf(pool(size)).isEqualTo(new PaperDraw(seed, "7").part(ticket, 1, shuffled, take));
        assertThat(PaperDraw.poolDigest(List.of(shuffled))).isEqualTo(PaperDraw.poolDigest(List.of(pool(size))));
    }

    @Property(tries = 100)
    void oneMoreQuestionToDrawLeavesTheOthersInTheirOrder(@ForAll @Size(32) byte[] seed, @ForAll @IntRange(min = 2, max = 40) int size) {
        PaperDraw draw = new PaperDraw(seed, "7");
        assertThat(draw.part(1, 1, pool(size), size).subList(0, size - 1)).isEqualTo(draw.part(1, 1, pool(size), size - 1));
    }

    @Test
    void everyQuestionHasTheSameChance() {
        int[] times = new int[20];
        PaperDraw draw = new PaperDraw(new byte[32], "7");
        for (int ticket = 1; ticket <= 4_000; ticket++) {
            draw.part(ticket, 1, pool(20), 5).forEach(q -> times[Integer.parseInt(q.replace("@1", "")) - 1]++);
        }
        // 1,000 expected each, standard deviation 27: five of them
        assertThat(Arrays.stream(times).boxed()).allSatisfy(n -> assertThat(n).isBetween(863, 1_137));
    }

    @Test
    void candidatesAndPartsAndSeedsGetPapersOfTheirOwn() {
        PaperDraw draw = new PaperDraw(new byte[32], "7");
        byte[] other = new byte[32];
        other[31] = 1;
        assertThat(draw.part(1, 1, pool(50), 20)).isNotEqualTo(draw.part(2, 1, pool(50), 20)).isNotEqualTo(draw.part(1, 2, pool(50), 20))
                .isNotEqualTo(new PaperDraw(other, "7").part(1, 1, pool(50), 20)).isNotEqualTo(new PaperDraw(new byte[32], "8").part(1, 1, pool(50), 20));
    }

    /** As openssl and sha256sum give them: printf 'mingfa-paper-1\n7\n3\n1\n2@1' | openssl dgst -sha256 -mac HMAC -macopt hexkey:00…00. */
    @Test
    void theFormulaIsTheOneThatIsWrittenDown() {
        assertThat(PaperDraw.commitment(new byte[32])).isEqualTo("66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925");
        assertThat(new PaperDraw(new byte[32], "7").part(3, 1, pool(6), 6)).containsExactly("1@1", "2@1", "3@1", "6@1", "5@1", "4@1");
    }

    @Test
    void moreThanThePoolHoldsCannotBeDrawn() {
        assertThatThrownBy(() -> new PaperDraw(new byte[32], "7").part(1, 1, pool(3), 4)).hasMessageContaining("4 of 3");
        assertThatThrownBy(() -> new PaperDraw(new byte[32], "7").part(1, 1, List.of("a", "a"), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PaperDraw(new byte[16], "7")).hasMessageContaining("32");
    }
}
