package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.disclosure.DecidedCase;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A fine of 5,000 yuan is decided and served today, to be paid within fifteen days. */
@ServerTest
@Import(TestCity.class)
class CalculationsTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    private Bureau bureau;
    private DecidedCase decided;
    private Desk officer;

    @BeforeEach
    void aServedDecision() {
        bureau = new Bureau(city, jdbc);
        decided = new DecidedCase(bureau, port);
        assertThat(decided.decide().status()).isEqualTo(201);
        Browser.Answer served = decided.send(bureau.officer, decided.onParty(decided.act("serve-decision", Bureau.TODAY, false,
                Map.of("method", "direct", "receipt", true, "signedBy", "钱代表，本人签收"))));
        assertThat(served.status()).as(served.body()).isEqualTo(201);
        officer = new Desk(port, bureau.officer);
    }

    private String at() {
        return "/api/cases/" + decided.id() + "/calculations";
    }

    private JsonNode figure(LocalDate on, String name) {
        for (JsonNode f : officer.get(at() + "?on=" + on).path("figures")) {
            if (f.path("name").asString().equals(name)) {
                return f;
            }
        }
        throw new AssertionError("no figure " + name + " on " + on);
    }

    private LocalDate payDue() {
        return LocalDate.parse(figure(Bureau.TODAY, "payDue").path("value").asString().substring(0, 10));
    }

    @Test
    void theSurchargeGrowsByThreePerCentADayUntilItIsAsMuchAsTheFine() {
        LocalDate due = payDue();
        assertThat(figure(due, "surcharge").path("value").asLong()).isZero();
        assertThat(figure(due.plusDays(1), "surcharge").path("value").asLong()).isEqualTo(15_000);
        assertThat(figure(due.plusDays(10), "surcharge").path("value").asLong()).isEqualTo(150_000);
        assertThat(figure(due.plusDays(33), "surcharge").path("value").asLong()).isEqualTo(495_000);
        assertThat(figure(due.plusDays(34), "surcharge").path("value").asLong()).isEqualTo(500_000);
        assertThat(figure(due.plusDays(500), "surcharge").path("value").asLong()).isEqualTo(500_000);
    }

    @Test
    void everyFigureShowsWhatItIsMadeFromWithTheArticle() {
        JsonNode surcharge = figure(payDue().plusDays(10), "surcharge");
        assertThat(surcharge.path("cite").asString()).contains("行政处罚法 第七十二条");
        assertThat(surcharge.path("from").findValuesAsString("title")).contains("每日加处罚款比例", "加处罚款的基数与日数之积");
        assertThat(surcharge.path("onLabel").asString()).contains("禾穗坊");
        assertThat(figure(Bureau.TODAY, "overdueTo").path("from").findValuesAsString("title")).contains("计算日");
        assertThat(figure(Bureau.TODAY, "remedyLapse").path("from").findValuesAsString("value")).contains(Bureau.TODAY.toString(), "6个月");
    }

    @Test
    void beforeTheDecisionNothingIsOwed() {
        JsonNode then = officer.get(at() + "?on=" + Bureau.TODAY.minusDays(10));
        assertThat(then.path("figures").findValuesAsString("name")).doesNotContain("payDue", "surcharge");
        assertThat(officer.get(at() + "?on=" + Bureau.TODAY.minusYears(3)).path("figures").isEmpty()).isTrue();
    }

    @Test
    void thePeriodsOfTheCasesOwnLawCanBeChosen() {
        JsonNode periods = officer.get(at()).path("periods");
        assertThat(periods.findValuesAsString("title")).contains("缴纳罚款期限", "申请行政复议期限");
        periods.forEach(p -> {
            assertThat(p.path("cite").asString()).isNotEmpty();
            assertThat(officer.get(at() + "/period?from=2026-03-02T15:00&period=" + p.path("period").asString().replace(" ", "%20")).path("due").asString()).as(p.path("title").asString()).isGreaterThanOrEqualTo("2026-03-02");
        });
    }

    @Test
    void aPeriodShowsItsSumAndLeavesOutTheHolidays() {
        JsonNode sum = officer.get(at() + "/period?from=2026-09-23&period=7%20wd");
        assertThat(sum.path("due").asString()).isEqualTo("2026-10-10");
        assertThat(sum.path("steps").size()).isGreaterThan(1);
        assertThat(officer.get(at() + "/period?from=2026-09-18&period=15%20nd").path("due").asString()).as("within the National Day holidays").isEqualTo("2026-10-08");
        assertThat(officer.get(at() + "/period?from=2026-09-18&period=15%20nd&strict=true").path("due").asString()).isEqualTo("2026-10-03");
        assertThat(officer.get(at() + "/period?from=2027-01-31&period=1%20m&strict=true").path("due").asString()).isEqualTo("2027-02-28");
        assertThat(cited("2026-09-23&period=7%20wd")).contains("民事诉讼法 第八十五条 第二款", "全国年节及纪念日放假办法").doesNotContain("第三款");
        assertThat(cited("2026-09-18&period=15%20nd")).as("moved by the holidays").contains("民事诉讼法 第八十五条 第三款");
        assertThat(cited("2026-09-18&period=15%20nd&strict=true")).doesNotContain("第三款");
        assertThat(cited("2026-03-02T15:00&period=24%20h")).isEqualTo("民法典 第二百零一条 第二款");
        assertThat(officer.get(at() + "/period?from=2026-03-02T15:00&period=24%20h").path("steps").toString()).contains("自2026-03-02 15:00起算");
        assertThat(cited("2027-01-31&period=1%20m&strict=true")).contains("民法典 第二百零二条");
        assertThat(officer.get(at() + "/period?from=2027-01-31&period=1%20m&strict=true").path("steps").toString()).contains("当月没有对应日");
        assertThat(officer.get(at() + "/period?from=2026-03-02T15:00&period=24%20h").path("due").asString()).isEqualTo("2026-03-03T15:00");
    }

    private String cited(String query) {
        return officer.get(at() + "/period?from=" + query).path("cite").asString();
    }

    @Test
    void instalmentsAddUpAndSayWhichFallOnARestDay() {
        JsonNode plan = officer.get(at() + "/instalments?amount=500000&count=3&first=2026-10-01&months=1");
        assertThat(plan.findValuesAsString("amount")).containsExactly("166666", "166666", "166668");
        assertThat(plan.get(0).path("rest").asString()).isEqualTo("国庆节");
        assertThat(plan.get(0).path("workday").asString()).isEqualTo("2026-10-08");
        assertThat(officer.get(at() + "/instalments?amount=500000&each=200000&first=2026-12-01").findValuesAsString("amount")).containsExactly("200000", "200000", "100000");
    }

    @Test
    void farDaysAreCalculatedToo() {
        assertThat(figure(LocalDate.of(2199, 12, 31), "surcharge").path("value").asLong()).isEqualTo(500_000);
        assertThat(officer.get(at() + "/period?from=2199-12-31&period=9999%20wd").path("provisional").asBoolean()).isTrue();
        assertThat(officer.get(at() + "/period?from=1990-01-01&period=99%20y").path("due").asString()).startsWith("2089-01");
        assertThat(officer.get(at() + "/instalments?amount=10000000000000&count=120&first=2199-12-31&months=12").size()).isEqualTo(120);
    }

    @Test
    void whatCannotBeCalculatedSaysWhere() {
        Map<String, String> wrong = Map.ofEntries(Map.entry("/period?from=2026-02-30&period=7%20wd", "/from"), Map.entry("/period?period=7%20wd", "/from"),
                Map.entry("/period?from=0001-01-01&period=7%20wd", "/from"), Map.entry("/period?from=2026-03-02&period=7", "/period"),
                Map.entry("/period?from=2026-03-02&period=-7%20wd", "/period"), Map.entry("/period?from=2026-03-02&period=99999%20wd", "/period"),
                Map.entry("/period?from=2026-03-02&period=9999%20y", "/period"), Map.entry("/period?from=2026-03-02&period=24%20h", "/from"),
                Map.entry("?on=9999-01-01", "/on"), Map.entry("/instalments?amount=0&count=3&first=2026-10-01", "/amount"),
                Map.entry("/instalments?amount=2&count=3&first=2026-10-01", "/count"), Map.entry("/instalments?amount=500&count=3&each=5&first=2026-10-01", "/count"),
                Map.entry("/instalments?amount=500000&each=1&first=2026-10-01", "/each"), Map.entry("/instalments?amount=500000&count=3&first=2026-10-01&months=0", "/months"),
                Map.entry("/instalments?amount=500000&count=3", "/first"), Map.entry("/instalments?amount=99999999999999999&count=3&first=2026-10-01", "/amount"));
        wrong.forEach((path, pointer) -> assertThat(Desk.pointers(officer.browser.get(at() + path))).as(path).contains(pointer));
    }

    @Test
    void aCaseOfAnotherBodyIsNotCalculatedOn() {
        Desk stranger = new Desk(port, new Bureau(city, jdbc).officer);
        for (String path : new String[] {"", "/period?from=2026-03-02&period=7%20wd", "/instalments?amount=5&count=1&first=2026-03-02"}) {
            assertThat(stranger.browser.get(at() + path).status()).isEqualTo(404);
        }
    }
}
