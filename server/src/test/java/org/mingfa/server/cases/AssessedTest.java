package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.disclosure.DecidedCase;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a case keeps of the calculator, and what is made of it: assessed again, similar cases, the supervisor's watch. */
@ServerTest
@Import(TestCity.class)
class AssessedTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TABLE = "food-without-licence";
    private static final long FINE = 60_000_00L;

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    @Autowired Rebuilding rebuilding;
    @Autowired org.mingfa.server.discretion.KeptAssessments keptAssessments;
    @Autowired org.mingfa.server.catalogue.CurrentLaw law;
    Bureau bureau;

    @BeforeEach
    void bureau() {
        bureau = new Bureau(city, jdbc);
    }

    private Map<String, Object> situation(long goods) {
        return new LinkedHashMap<>(Map.of("table", TABLE, "on", Bureau.TODAY.minusDays(23).toString(), "quantities", Map.of("货值金额", Long.toString(goods))));
    }

    /** What the calculator says is to be kept. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> kept(long goods) {
        Browser.Answer answer = Browser.of(port, bureau.officer).post("/api/discretion/assessments", situation(goods));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JSON.convertValue(answer.json().path("kept"), LinkedHashMap.class);
    }

    private DecidedCase fined(long fine, Object assessment) {
        return new DecidedCase(bureau, port).with("issue-notice", "fine", fine).with("issue-notice", "hearingRight", true)
                .with("decide", "fine", fine).with("decide", "assessment", assessment);
    }

    @Test
    void theCalculatorAloneIsNothingForTheAudit() {
        kept(8000);
        String rows = Browser.of(port, city.person(bureau.agency, "audit-admin")).get("/api/audit?person=" + bureau.officer.id()).body();
        assertThat(rows).contains("sign-in").doesNotContain("/api/discretion/assessments");
    }

    @Test
    void theDecisionKeepsTheAssessmentAndItIsAssessedAgain() {
        DecidedCase one = fined(FINE, kept(8000));
        Browser.Answer done = one.decide();
        assertThat(done.status()).as(done.body()).isEqualTo(201);
        assertThat(done.json().at("/entry/form/assessment/situation/quantities/货值金额").asString()).isEqualTo("8000");
        long seq = done.json().at("/entry/seq").asLong();
        JsonNode again = Browser.of(port, bureau.officer).get("/api/cases/" + one.id() + "/entries/" + seq + "/assessments").json();
        assertThat(again.at("/0/answer/same").asBoolean()).as(again.toString()).isTrue();
        assertThat(again.at("/0/answer/tables/0/state").asString()).isEqualTo("same");
        Bureau elsewhere = new Bureau(city, jdbc);
        assertThat(Browser.of(port, elsewhere.officer).get("/api/cases/" + one.id() + "/entries/" + seq + "/assessments").status()).isEqualTo(404);
    }

    @Test
    void anAssessmentThatDoesNotComputeIsRefusedAtItsField() {
        Map<String, Object> other = kept(8000);
        other.put("grade", "较轻");
        Browser.Answer refused = fined(FINE, other).decide();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(Desk.pointers(refused)).containsExactly("/form/assessment");
        assertThat(refused.json().path("detail").asString()).contains("裁量阶次", "请重新计算");
        Map<String, Object> cheaper = kept(8000);
        @SuppressWarnings("unchecked")
        Map<String, Object> situation = (Map<String, Object>) cheaper.get("situation");
        cheaper.put("situation", new LinkedHashMap<>(situation) {{ put("quantities", Map.of("货值金额", "900000")); }});
        assertThat(fined(FINE, cheaper).decide().status()).isEqualTo(422);
        Map<String, Object> named = kept(8000);
        @SuppressWarnings("unchecked")
        Map<String, Object> with = new LinkedHashMap<>((Map<String, Object>) named.get("situation"));
        with.put("name", "张三");
        named.put("situation", with);
        Browser.Answer person = fined(FINE, named).decide();
        assertThat(person.status()).isEqualTo(422);
        assertThat(person.json().path("detail").asString()).contains("不写姓名");
        assertThat(fined(FINE, Map.of("situation", Map.of())).decide().status()).isEqualTo(422);
    }

    @Test
    void nothingThatNoTableSaidIsTakenInOnAnEarlierDay() {
        org.mingfa.core.calendar.Moment yesterday = org.mingfa.core.calendar.Moment.parse(Bureau.TODAY.minusDays(1).toString());
        assertThat(keptAssessments.wrong(kept(8000), yesterday)).isNull();
        for (Map.Entry<String, Object> invented : Map.<String, Object>of("explanation", "0".repeat(64), "violation", "另一种行为", "benchmark", "另一个基准",
                "tables", List.of(Map.of("code", TABLE, "from", "", "digest", "0".repeat(64))), "grade", "较轻").entrySet()) {
            Map<String, Object> other = kept(8000);
            other.put(invented.getKey(), invented.getValue());
            assertThat(keptAssessments.wrong(other, yesterday)).as(invented.getKey()).contains("请重新计算");
        }
    }

    @Test
    void whatTheLawPacksOfThenAnsweredIsTakenInLateAndNotToday() throws java.sql.SQLException {
        Map<String, String> then = new java.util.TreeMap<>(law.loaded().texts());
        then.replaceAll((path, text) -> text.replace("    title: " + title(), "    title: " + title() + "（旧）"));
        assertThat(then).isNotEqualTo(law.loaded().texts());
        Map<String, Object> old = org.mingfa.core.discretion.KeptAssessment.of(org.mingfa.core.discretion.Benchmarks.load(then), situation(8000));
        org.mingfa.core.calendar.Moment late = org.mingfa.core.calendar.Moment.parse(Bureau.TODAY.minusDays(1).toString());
        assertThat(keptAssessments.wrong(old, late)).as("no packs say so").contains("请重新计算");
        String digest = "test-" + System.nanoTime();
        try {
            jdbc.sql("insert into law_text (digest, files, loaded_at) values (?, cast(? as jsonb), cast(? as timestamptz))")
                    .params(digest, JSON.writeValueAsString(then), Bureau.TODAY.minusDays(2) + "T00:00:00Z").update();
            assertThat(keptAssessments.wrong(old, late)).isNull();
            assertThat(keptAssessments.wrong(old, org.mingfa.core.calendar.Moment.parse(Bureau.TODAY.toString()))).contains("请重新计算");
        } finally {
            org.mingfa.server.support.TestDatabase.asSuperuser("delete from law_text where digest = '" + digest + "'");
        }
    }

    private String title() {
        return String.valueOf(kept(8000).get("violation"));
    }

    @Test
    void aFineOutsideTheAssessedRangeThatIsNotCalledADepartureIsWarnedOf() {
        Browser.Answer answer = fined(120_000_00L, kept(8000)).decide();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(Desk.rules(answer.json().at("/entry/findings"))).contains("decide.assessed");
    }

    @Test
    void aDayThatDoesNotExistIsToldAndNotAFaultOfTheServer() {
        Map<String, Object> kept = kept(8000);
        Map<String, Object> with = new LinkedHashMap<>((Map<String, Object>) kept.get("situation"));
        with.put("on", "2026-02-30");
        kept.put("situation", with);
        assertThat(fined(FINE, kept).decide().status()).isEqualTo(422);
    }

    @Test
    void similarCasesAreCountedSpreadFromFiveOnAndNamedOnlyToWhoMayReadThem() {
        long before = alike(bureau.officer).at("/all/fined").asLong();
        DecidedCase first = decided(FINE);
        JsonNode few = alike(bureau.officer);
        assertThat(few.at("/all/fined").asLong()).isEqualTo(before + 1);
        if (before + 1 < few.path("fewest").asInt()) {
            assertThat(few.at("/all/median").isNull()).as("a small group is only counted").isTrue();
        }
        for (long fine : List.of(50_000_00L, 70_000_00L, 80_000_00L, 90_000_00L)) {
            decided(fine);
        }
        JsonNode many = alike(bureau.officer);
        assertThat(many.at("/all/fined").asLong()).isEqualTo(before + 5);
        assertThat(many.at("/all/lowest").asLong()).isLessThanOrEqualTo(many.at("/all/median").asLong());
        assertThat(many.at("/all/below").asLong()).isGreaterThanOrEqualTo(1);
        assertThat(many.path("newest").toString()).contains(first.id());
        JsonNode ofCase = Browser.of(port, bureau.officer).get("/api/cases/" + first.id() + "/alike").json();
        assertThat(ofCase.at("/0/fine").asLong()).isEqualTo(FINE);
        assertThat(ofCase.at("/0/newest").toString()).doesNotContain(first.id());
        Bureau elsewhere = new Bureau(city, jdbc);
        JsonNode stranger = alike(elsewhere.officer);
        assertThat(stranger.at("/all/fined").asLong()).as("the numbers are everybody's").isEqualTo(before + 5);
        assertThat(stranger.path("newest")).as("the cases are not").isEmpty();
        assertThat(stranger.toString()).doesNotContain(first.id(), "禾穗坊");
    }

    @Test
    void theSupervisorSeesPerAgencyHowOftenTheRangeIsLeftAndNoSums() {
        decided(FINE);
        Browser supervisor = Browser.of(port, city.person(bureau.agency, "supervisor"));
        JsonNode page = supervisor.get("/api/discretion/watch?limit=200").json();
        JsonNode own = page.path("items").valueStream().filter(r -> r.path("agency").asLong() == bureau.agency.id() && r.path("table").asString().equals(TABLE)).findFirst().orElseThrow();
        assertThat(own.path("assessed").asLong()).isEqualTo(1);
        assertThat(own.path("outside").asLong()).isZero();
        assertThat(own.path("position").isNull()).as("one case has no median").isTrue();
        assertThat(own.propertyNames()).doesNotContain("fine", "sum", "rank");
        List<Long> order = page.path("items").valueStream().map(r -> r.path("agency").asLong()).toList();
        assertThat(order).isSorted();
        assertThat(Browser.of(port, bureau.officer).get("/api/discretion/watch").status()).isEqualTo(403);
        assertThat(supervisor.get("/api/discretion/watch?from=2020-01-01").status()).isEqualTo(422);
        JsonNode paged = supervisor.get("/api/discretion/watch?limit=1").json();
        assertThat(paged.path("items")).hasSize(1);
    }

    @Test
    void theRowsOfACaseAreTheSameWhenItIsProjectedAnew() {
        DecidedCase one = decided(FINE);
        CaseKey key = CaseKey.parse(one.id()).orElseThrow();
        String rows = "select string_agg(f::text, ';' order by seq) from case_fine f where region_id = ? and case_id = ?";
        org.mingfa.server.access.Scope scope = org.mingfa.server.access.Scope.of(List.of(bureau.agency.id()), List.of(bureau.agency.region()));
        String was = scope.call(() -> jdbcIn(rows, key));
        scope.run(() -> rebuilding.rebuild(key));
        assertThat(scope.<String, RuntimeException>call(() -> jdbcIn(rows, key))).isEqualTo(was).contains(TABLE);
    }

    @Autowired org.mingfa.server.access.Transactions transactions;

    private String jdbcIn(String sql, CaseKey key) {
        return transactions.read(() -> jdbc.sql(sql).params(key.region(), key.id()).query(String.class).single());
    }

    private DecidedCase decided(long fine) {
        DecidedCase one = fined(fine, kept(8000));
        Browser.Answer answer = one.decide();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return one;
    }

    @Test
    void aFineOfManyTimesTheValueOfTheGoodsIsLaidBeforeWhoReviewsThePublication() {
        assertThat(found(8000)).doesNotContain("DIS-S6");
        assertThat(found(50)).contains("DIS-S6");
    }

    private List<String> found(long goods) {
        DecidedCase one = fined(FINE, kept(goods));
        Browser.Answer answer = one.decide();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String publication = one.publications(bureau.officer, "draft").get(0).path("id").asString();
        Browser.Answer sent = bureau.as(port, bureau.officer).post("/api/publications/" + publication + "/submit", Map.of());
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        return bureau.as(port, bureau.keeper).get("/api/publications/" + publication).json().path("findings").findValuesAsString("rule");
    }

    private JsonNode alike(TestCity.Person who) {
        Browser.Answer answer = Browser.of(port, who).get("/api/discretion/alike?table=" + TABLE + "&grade=" + URLEncoder.encode(grade(), StandardCharsets.UTF_8) + "&fine=" + FINE);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String grade() {
        return String.valueOf(kept(8000).get("grade"));
    }
}
