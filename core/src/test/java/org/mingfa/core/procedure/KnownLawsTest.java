package org.mingfa.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Packs that were checked before are compiled when they are first asked for. */
class KnownLawsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @Test
    void aProcedureThatManyAskForAtOnceIsTheSameForAll() throws Exception {
        Laws laws = Laws.known(LawFolder.texts(LawFolder.LAW));
        int many = 8;
        CountDownLatch together = new CountDownLatch(many);
        List<Future<Procedure>> asked = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(many)) {
            for (int i = 0; i < many; i++) {
                asked.add(pool.submit(() -> {
                    together.countDown();
                    together.await();
                    return laws.procedure("penalty-ordinary", "市场监管", "140400", DAY);
                }));
            }
        }
        Procedure first = asked.getFirst().get();
        for (Future<Procedure> one : asked) {
            assertThat(one.get()).isSameAs(first);
        }
        assertThat(laws.problems()).isEmpty();
    }

    @Test
    void theyAreTheProceduresThatAFullLoadMakes() {
        Laws known = Laws.known(LawFolder.texts(LawFolder.LAW));
        Laws loaded = Laws.load(LawFolder.texts(LawFolder.LAW));
        assertThat(known.procedures()).extracting(Procedure::digest)
                .isEqualTo(loaded.procedures().stream().map(Procedure::digest).toList());
        assertThat(known.procedure("penalty-summary", "市场监管", "140400", DAY).sources())
                .isEqualTo(loaded.procedure("penalty-summary", "市场监管", "140400", DAY).sources());
    }

    @Test
    void oneProcedureReadAloneIsTheOneReadWithAllOthers() {
        Laws all = Laws.known(LawFolder.texts(LawFolder.LAW));
        for (String code : all.codes()) {
            Laws one = Laws.known(LawFolder.texts(LawFolder.LAW), code);
            List<String> whole = all.procedures().stream().filter(p -> p.code().equals(code)).map(Procedure::digest).toList();
            assertThat(one.procedures().stream().filter(p -> p.code().equals(code)).map(Procedure::digest)).as(code).isEqualTo(whole);
            assertThat(one.problems()).as(code).isEmpty();
        }
        assertThat(Laws.known(LawFolder.texts(LawFolder.LAW), "penalty-ordinary").procedure("penalty-ordinary", "市场监管", "371100", DAY).digest())
                .isEqualTo(all.procedure("penalty-ordinary", "市场监管", "371100", DAY).digest());
    }

    @Test
    void packsThatDoNotLoadAreNotMistakenForNoneInForce() {
        Map<String, String> texts = LawFolder.texts(LawFolder.LAW);
        texts.replaceAll((file, text) -> file.endsWith("penalty-summary/2-execution.yaml") ? text.replace("happened('archive-case')", "happened('no-such-act')") : text);
        Laws laws = Laws.known(texts);
        assertThatThrownBy(() -> laws.procedure("penalty-summary", "", "", DAY))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("unknown act 'no-such-act'");
        assertThatThrownBy(() -> laws.procedure("penalty-summary", "", "", LocalDate.parse("1990-01-01")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("in force");
    }
}
