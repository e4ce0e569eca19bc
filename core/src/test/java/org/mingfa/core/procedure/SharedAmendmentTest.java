package org.mingfa.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A file that several procedures share is changed for all of them from the day on. */
class SharedAmendmentTest {

    private static final String FILE = "national/general/1-base.yaml";
    private static final LocalDate DAY = LocalDate.parse("2027-01-01");
    private static final List<String> SHARING = List.of("levy", "requisition", "charge", "benefit", "confirmation", "reward", "adjudication");

    private final Map<String, String> texts = LawFolder.texts(LawFolder.LAW);

    private static String value(Map<String, String> packs, String code, String name, LocalDate on) {
        Laws laws = Laws.known(packs, code);
        Procedure p = laws.procedure(code, "", "", on);
        return p.parameters().stream().filter(x -> x.name().equals(name)).findFirst().orElseThrow().value() + " " + p.version();
    }

    @Test
    void aParameterThatSevenProceduresShareChangesForAllOfThemFromTheDay() {
        Amendment a = new Amendment(texts, "reward", DAY);
        String name = Doc.parse(FILE, texts.get(FILE)).need("parameters").keys().iterator().next();
        assertThat(a.parts("", "").stream().filter(p -> p.level().equals("shared")).map(Amendment.Part::path)).contains(FILE);
        String old = value(texts, "levy", name, DAY);
        Change c = Change.parameter(FILE, name, a.parameter(FILE, name), "9 wd", "行政许可法 第八十二条", true, "");
        assertThat(a.reach(List.of(c))).first().isEqualTo("reward");
        assertThat(a.reach(List.of(c))).containsExactlyInAnyOrderElementsOf(SHARING);
        Map<String, String> dated = a.dated(List.of(c));
        for (String code : SHARING) {
            assertThat(value(dated, code, name, DAY)).as(code).startsWith("9 wd ").endsWith("@" + DAY);
            assertThat(value(dated, code, name, DAY.minusDays(1))).as(code).isEqualTo(value(texts, code, name, DAY.minusDays(1)));
        }
        assertThat(value(dated, "levy", name, DAY)).isNotEqualTo(old);
        assertThat(Laws.load(dated, "charge").problems()).isEmpty();
        assertThat(dated.get("national/licence/procedure.yaml")).as("who does not share it").isEqualTo(texts.get("national/licence/procedure.yaml"));
    }

    @Test
    void aLaterChangeOfTheSameFileFollowsTheFirst() {
        Amendment a = new Amendment(texts, "reward", DAY);
        String name = Doc.parse(FILE, texts.get(FILE)).need("parameters").keys().iterator().next();
        Map<String, String> once = a.dated(List.of(Change.parameter(FILE, name, a.parameter(FILE, name), "9 wd", "甲法 第一条", true, "")));
        Amendment b = new Amendment(new TreeMap<>(once), "levy", DAY.plusMonths(1));
        Map<String, String> twice = b.dated(List.of(Change.parameter(FILE, name, b.parameter(FILE, name), "8 wd", "甲法 第一条", true, "")));
        assertThat(value(twice, "charge", name, DAY)).startsWith("9 wd");
        assertThat(value(twice, "charge", name, DAY.plusMonths(1))).startsWith("8 wd");
        assertThat(new Amendment(twice, "levy", DAY).later(List.of(Change.parameter(FILE, name, "x", "7 wd", "甲法 第一条", true, ""))).toString()).contains("a later version begins here");
        assertThat(value(b.always(List.of(Change.parameter(FILE, name, b.parameter(FILE, name), "8 wd", "甲法 第一条", true, ""))), "levy", name, LocalDate.parse("2022-01-01")))
                .startsWith("8 wd");
    }
}
