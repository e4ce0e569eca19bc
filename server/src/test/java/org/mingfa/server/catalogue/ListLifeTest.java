package org.mingfa.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.cases.Bureau;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The life of a list (清单): drafted, reviewed by the legal unit, published by another, changed, withdrawn. */
@ServerTest
@Import(TestCity.class)
class ListLifeTest {

    private static final LocalDate TODAY = Bureau.TODAY;

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    TestCity.Agency agency;
    ListDesk clerk;
    ListDesk reviewer;
    ListDesk head;

    @BeforeEach
    void anAgency() {
        agency = city.agency();
        clerk = new ListDesk(port, city.person(agency, "officer"));
        reviewer = new ListDesk(port, city.person(agency, "legal-reviewer"));
        head = new ListDesk(port, city.person(agency, "agency-head"));
    }

    private static Map<String, String> fee(String number, String title) {
        return Map.of("number", number, "title", title, "body", "本局", "basis", "优化营商环境条例 第二十五条", "standard", "每件十元", "object", "申请人");
    }

    private String reviewed(String... titles) {
        String id = clerk.begin("fees");
        for (int i = 0; i < titles.length; i++) {
            clerk.put(id, 1, fee(Integer.toString(i + 1), titles[i]));
        }
        clerk.step(id, 1, "submit", Map.of());
        reviewer.step(id, 1, "review", Map.of("opinion", "依据充分，同意公布"));
        return id;
    }

    private String published(String... titles) {
        String id = reviewed(titles);
        head.step(id, 1, "publish", Map.of());
        return id;
    }

    private static void refused(Browser.Answer answer, int status, String why) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(why);
    }

    @Test
    void aListGoesFromItsDraftOverTheReviewToPublicationAndSaysWhoDidWhat() {
        String id = published("工本费");
        JsonNode v = clerk.read(id, 1);
        assertThat(v.path("state").asString()).isEqualTo("published");
        assertThat(v.path("from").asString()).isEqualTo(TODAY.toString());
        assertThat(v.path("opinion").asString()).isEqualTo("依据充分，同意公布");
        assertThat(v.path("history").valueStream().map(e -> e.path("what").asString()).toList())
                .containsExactly("created", "changed", "submitted", "reviewed", "published");
        assertThat(v.path("history").get(4).path("name").asString()).isEqualTo("李执法");
        assertThat(ListDesk.done(clerk.browser.get("/api/lists/" + id), 200).path("current").path("number").asInt()).isEqualTo(1);
    }

    @Test
    void whoDraftedMayNeitherReviewNorPublish() {
        String id = reviewer.begin("fees");
        reviewer.put(id, 1, fee("1", "工本费"));
        JsonNode submitted = reviewer.step(id, 1, "submit", Map.of());
        assertThat(submitted.path("steps").get(0).path("why").asString()).contains("本人起草");
        refused(reviewer.send("POST", id, 1, "/review", Map.of("opinion", "同意")), 403, "须由另一人审核");
        TestCity.Person both = city.person(agency, "officer", "agency-head");
        ListDesk drafter = new ListDesk(port, both);
        String own = drafter.begin("guidance");
        drafter.put(own, 1, Map.of("number", "1", "risk", "未查验", "basis", "食品安全法 第五十三条", "advice", "建立查验制度"));
        drafter.step(own, 1, "submit", Map.of());
        reviewer.step(own, 1, "review", Map.of("opinion", "同意"));
        refused(drafter.send("POST", own, 1, "/publish", Map.of()), 403, "须由另一人公布");
    }

    @Test
    void aReviewerReturnsADraftWithTheReason() {
        String id = clerk.begin("fees");
        clerk.put(id, 1, fee("1", "工本费"));
        clerk.step(id, 1, "submit", Map.of());
        refused(reviewer.send("POST", id, 1, "/return", Map.of()), 422, "必填");
        JsonNode back = reviewer.step(id, 1, "return", Map.of("note", "依据的条文已经修改"));
        assertThat(back.path("state").asString()).isEqualTo("draft");
        assertThat(back.path("history").get(3).path("note").asString()).isEqualTo("依据的条文已经修改");
        assertThat(clerk.put(id, 1, fee("2", "检测费")).path("rows").asInt()).isEqualTo(2);
    }

    @Test
    void whatIsReturnedAfterItsReviewMustBeReviewedAgain() {
        String id = reviewed("工本费");
        JsonNode back = head.step(id, 1, "return", Map.of("note", "标准有误"));
        assertThat(back.path("state").asString() + back.path("opinion").asString()).isEqualTo("draft");
        clerk.step(id, 1, "submit", Map.of());
        refused(head.send("POST", id, 1, "/publish", Map.of()), 409, "待审核");
    }

    @Test
    void differencesComeInPagesThatMissNothing() throws java.io.IOException {
        StringBuilder csv = new StringBuilder("序号,收费项目,收费主体,收费依据,收费标准,收费对象\n");
        java.util.stream.IntStream.range(0, 450).forEach(i -> csv.append(i).append(",项目").append(i).append(",本局,优化营商环境条例 第二十五条,每件十元,申请人\n"));
        String id = clerk.begin("fees");
        JsonNode report = clerk.brought(id, 1, "fees.csv", csv.toString(), false);
        assertThat(report.path("imported").asInt()).as(report.toString()).isEqualTo(450);
        java.util.Set<String> seen = new java.util.HashSet<>();
        String cursor = "";
        for (int i = 0; i < 4; i++) {
            JsonNode page = ListDesk.done(clerk.browser.get(ListDesk.at(id, 1) + "/differences?cursor=" + java.net.URLEncoder.encode(cursor, java.nio.charset.StandardCharsets.UTF_8)), 200);
            assertThat(page.path("added").isNull()).as("counted once, with the first page").isEqualTo(i > 0);
            assertThat(page.path("added").asInt(450)).isEqualTo(450);
            page.path("rows").forEach(r -> assertThat(seen.add(r.path("key").asString())).isTrue());
            if (page.path("next").isNull()) {
                break;
            }
            cursor = page.path("next").asString();
        }
        assertThat(seen).hasSize(450);
        assertThat(clerk.browser.get(ListDesk.at(id, 1) + "/differences?cursor=x").status()).isEqualTo(400);
        assertThat(clerk.browser.get(ListDesk.at(id, 1) + "/export").status()).isEqualTo(200);
    }

    @Test
    void nothingIsPublishedBeforeTheReviewAndNoEmptyListIsSubmitted() {
        String id = clerk.begin("fees");
        refused(clerk.send("POST", id, 1, "/submit", Map.of()), 422, "还没有一行");
        refused(head.send("POST", id, 1, "/publish", Map.of()), 409, "正在起草");
        refused(reviewer.send("POST", id, 1, "/review", Map.of("opinion", "同意")), 409, "正在起草");
    }

    @Test
    void whatIsPublishedIsNotChangedNotEvenInTheDatabase() {
        String id = published("工本费");
        refused(clerk.send("PUT", id, 1, "/row", Map.of("cells", fee("2", "检测费"))), 409, "已公布");
        refused(clerk.remove(id, 1, "1"), 409, "已公布");
        for (String sql : new String[] {"update list_row set cells = '{}' where version_id = (select id from list_version where list_id = ?)",
                "delete from list_row where version_id = (select id from list_version where list_id = ?)",
                "insert into list_row (version_id, key, ordinal, cells, recorded_by) select id, '9', 9, '{}', 0 from list_version where list_id = ?"}) {
            assertThatThrownBy(() -> jdbc.sql(sql).param(Long.valueOf(id)).update()).isInstanceOf(DataAccessException.class).hasMessageContaining("not a draft");
        }
    }

    @Test
    void aChangeIsANewVersionAndTheDifferencesAreShownByColumn() {
        String id = published("工本费", "检测费");
        clerk.browser.post("/api/lists/" + id + "/versions", Map.of("reason", "取消一项"));
        ListDesk.done(clerk.remove(id, 2, "2"), 200);
        ListDesk.done(clerk.send("PUT", id, 2, "/row", Map.of("was", "1", "cells", fee("1", "证照工本费"))), 200);
        clerk.put(id, 2, fee("3", "培训费"));
        JsonNode d = ListDesk.done(clerk.browser.get(ListDesk.at(id, 2) + "/differences"), 200);
        assertThat(d.path("added").asInt() + " " + d.path("removed").asInt() + " " + d.path("changed").asInt()).isEqualTo("1 1 1");
        assertThat(d.path("rows").toString()).contains("\"was\":\"工本费\",\"is\":\"证照工本费\"");
        clerk.step(id, 2, "submit", Map.of());
        reviewer.step(id, 2, "review", Map.of("opinion", "同意"));
        LocalDate from = TODAY.plusDays(10);
        head.step(id, 2, "publish", Map.of("from", from.toString()));
        assertThat(clerk.read(id, 1).path("to").asString()).isEqualTo(from.minusDays(1).toString());
        assertThat(on(TODAY)).contains("工本费", "检测费").doesNotContain("培训费");
        assertThat(on(from)).contains("证照工本费", "培训费").doesNotContain("检测费");
    }

    private String on(LocalDate day) {
        return ListDesk.done(clerk.browser.get("/api/lists/on?kind=fees&day=" + day), 200).path("rows").toString();
    }

    @Test
    void whatStoodOnTheListsOnADayIsOneQuestion() {
        assertThat(on(TODAY)).isEqualTo("[]");
        String id = reviewed("工本费");
        assertThat(on(TODAY)).as("not published yet").isEqualTo("[]");
        head.step(id, 1, "publish", Map.of("publishedOn", "2024-05-01", "from", "2024-06-01", "document", "云市监〔2024〕3号"));
        assertThat(on(LocalDate.of(2024, 5, 31))).isEqualTo("[]");
        assertThat(on(LocalDate.of(2024, 6, 1))).contains("工本费");
        head.step(id, 1, "withdraw", Map.of("last", TODAY.plusDays(5).toString(), "note", "收费取消"));
        assertThat(on(TODAY.plusDays(5))).contains("工本费");
        assertThat(on(TODAY.plusDays(6))).isEqualTo("[]");
        assertThat(clerk.read(id, 1).path("state").asString()).isEqualTo("withdrawn");
    }

    @Test
    void whereANextVersionIsWithdrawnBeforeItsFirstDayThePresentOneGoesOn() {
        String id = published("工本费");
        clerk.browser.post("/api/lists/" + id + "/versions", Map.of("reason", "改价"));
        ListDesk.done(clerk.send("PUT", id, 2, "/row", Map.of("was", "1", "cells", fee("1", "证照工本费"))), 200);
        clerk.step(id, 2, "submit", Map.of());
        reviewer.step(id, 2, "review", Map.of("opinion", "同意"));
        LocalDate from = TODAY.plusDays(10);
        head.step(id, 2, "publish", Map.of("from", from.toString()));
        head.step(id, 2, "withdraw", Map.of("note", "缓行"));
        assertThat(clerk.read(id, 1).path("to").isNull()).isTrue();
        assertThat(on(from)).contains("工本费").doesNotContain("证照工本费");
    }

    @Test
    void datesThatDoNotFitAreRefused() {
        String id = reviewed("工本费");
        refused(head.send("POST", id, 1, "/publish", Map.of("from", TODAY.minusDays(1).toString())), 422, "施行日不得早于公布日");
        refused(head.send("POST", id, 1, "/publish", Map.of("publishedOn", TODAY.plusDays(1).toString())), 422, "不得晚于今天");
        refused(head.send("POST", id, 1, "/publish", Map.of("publishedOn", "2024-05-01")), 422, "应当填写公布文号");
        head.step(id, 1, "publish", Map.of());
        refused(head.send("POST", id, 1, "/withdraw", Map.of("last", TODAY.minusDays(1).toString(), "note", "x")), 422, "不得早于今天");
        clerk.browser.post("/api/lists/" + id + "/versions", Map.of("reason", "再改"));
        clerk.step(id, 2, "submit", Map.of());
        reviewer.step(id, 2, "review", Map.of("opinion", "同意"));
        refused(head.send("POST", id, 2, "/publish", Map.of()), 422, "应当晚于前一版的施行日");
        refused(head.send("POST", id, 2, "/publish", Map.of("publishedOn", TODAY.minusDays(3).toString(), "document", "x")), 422, "自今天起公布");
    }

    @Test
    void aCellThatDoesNotFitItsColumnIsRefusedByName() {
        String id = clerk.begin("leniency");
        Browser.Answer answer = clerk.send("PUT", id, 1, "/row", Map.of("cells", Map.of("number", "1", "effect", "加重处罚", "violation", "未公示", "items", "进货", "conditions", "首次")));
        refused(answer, 422, "清单类型：应为 不予处罚、减轻处罚、从轻处罚、免予行政强制 之一");
        assertThat(answer.body()).contains("/cells/items").contains("/cells/basis");
        refused(clerk.send("PUT", id, 1, "/row", Map.of("cells", Map.of("colour", "红"))), 422, "没有这一栏");
    }

    @Test
    void aRowOfTheSameKeyIsNotAddedTwice() {
        String id = clerk.begin("fees");
        clerk.put(id, 1, fee("1", "工本费"));
        refused(clerk.send("PUT", id, 1, "/row", Map.of("cells", fee("1", "检测费"))), 422, "已有 1 这一行");
        refused(clerk.send("PUT", id, 1, "/row", Map.of("was", "7", "cells", fee("7", "检测费"))), 404, "没有这一行");
    }

    @Test
    void whoWroteUponAnOldStateIsToldSo() {
        String id = clerk.begin("fees");
        clerk.put(id, 1, fee("1", "工本费"));
        refused(clerk.send("PUT", id, 1, "/row", Map.of("seq", 1, "cells", fee("2", "检测费"))), 409, "已由他人改动");
        refused(clerk.browser.send("PUT", ListDesk.at(id, 1) + "/row", "{\"cells\":{}}"), 422, "必填");
    }

    @Test
    void oneVersionOfAListIsUnderWayAtATime() {
        String id = clerk.begin("fees");
        refused(clerk.browser.post("/api/lists/" + id + "/versions", Map.of("reason", "再改")), 409, "正在起草或者审核");
        refused(clerk.browser.post("/api/lists", Map.of("kind", "fees", "owner", "agency", "reason", "又一个")), 422, "已经有同名的清单");
        clerk.step(id, 1, "discard", Map.of("note", "不再编制"));
        assertThat(ListDesk.done(clerk.browser.post("/api/lists/" + id + "/versions", Map.of("reason", "重新编制")), 201).path("number").asInt()).isEqualTo(2);
    }

    @Test
    void anotherAgencysClerkReadsWhatIsPublishedAndNothingElseAndWritesNothing() {
        String id = published("工本费");
        ListDesk stranger = new ListDesk(port, city.person(city.agency(), "officer", "legal-reviewer", "agency-head"));
        assertThat(stranger.read(id, 1).path("editable").asBoolean()).isFalse();
        clerk.browser.post("/api/lists/" + id + "/versions", Map.of("reason", "再改"));
        for (String path : List.of("", "/rows", "/differences", "/export")) {
            refused(stranger.browser.get(ListDesk.at(id, 2) + path), 404, "没有这一版");
        }
        assertThat(ListDesk.done(stranger.browser.get("/api/lists/" + id + "/versions"), 200).toString()).doesNotContain("再改");
        refused(stranger.browser.send("PUT", ListDesk.at(id, 2) + "/row", "{\"seq\": 1, \"cells\": {}}"), 404, "没有这一版");
        refused(stranger.browser.post("/api/lists/" + id + "/versions", Map.of("reason", "x")), 403, "不能起草");
        refused(clerk.browser.post("/api/lists", Map.of("kind", "fees", "owner", "region", "reason", "x")), 403, "不能起草");
        refused(clerk.browser.post("/api/lists", Map.of("kind", "guidance", "owner", "region", "reason", "x")), 422, "应为 agency 之一");
    }

    @Test
    void aListOfARegionIsKeptByItsSupervisorsAndHoldsForItsAgencies() {
        int region = city.region(null);
        TestCity.Agency bureau = city.agencyIn(region);
        TestCity.Agency justice = city.agencyIn(region);
        ListDesk one = new ListDesk(port, city.person(justice, "supervisor"));
        ListDesk other = new ListDesk(port, city.person(justice, "supervisor"));
        String id = ListDesk.done(one.browser.post("/api/lists", Map.of("kind", "fees", "owner", "region", "reason", "全区统一")), 201).path("list").asString();
        one.put(id, 1, fee("1", "全区工本费"));
        one.step(id, 1, "submit", Map.of());
        other.step(id, 1, "review", Map.of("opinion", "同意"));
        other.step(id, 1, "publish", Map.of());
        Browser reader = Browser.of(port, city.person(bureau, "archivist"));
        assertThat(reader.get("/api/lists/on?kind=fees").body()).contains("全区工本费");
        assertThat(Browser.of(port, city.person(agency, "archivist")).get("/api/lists/on?kind=fees").body()).doesNotContain("全区工本费");
    }

    @Test
    void aCitationThatDoesNotResolveIsShownWithTheRowAndNotRefused() {
        String name = LibraryDesk.name("清单所引");
        new LibraryDesk(Browser.of(port, city.person(city.agency(), "system-admin"))).taken(LibraryDesk.law(name, "2018-01-01", "第八条", "甲。", "第九条", "乙。"));
        String id = clerk.begin("fees");
        Map<String, String> row = new java.util.HashMap<>(fee("1", "工本费"));
        row.put("basis", name + " 第八条；" + name + " 第七十条；从未收录的条例 第一条；食品安全法126条");
        clerk.put(id, 1, row);
        assertThat(clerk.rows(id, 1).path("rows").get(0).path("cites").valueStream().map(c -> c.path("state").asString()).toList())
                .containsExactly("held", "no-article", "unheld", "unread");
    }

    @Test
    void aDelegatedPowerSaysWhenItIsToBeEvaluatedAndAListWhenItIsToBeReviewed() {
        String id = clerk.begin("delegation");
        Map<String, String> row = new java.util.HashMap<>(Map.of("code", "F-1", "title", "甲", "actType", "行政处罚", "from", "本局", "to", "各街道", "since", "2025-06-01"));
        clerk.put(id, 1, row);
        row.putAll(Map.of("code", "F-2", "evaluatedOn", "2026-05-30", "result", "收回"));
        clerk.put(id, 1, row);
        JsonNode rows = clerk.rows(id, 1).path("rows");
        assertThat(rows.get(0).path("evaluateBy").asString()).isEqualTo("2026-06-01");
        assertThat(rows.get(1).path("evaluateBy").isNull()).isTrue();
        clerk.step(id, 1, "submit", Map.of());
        reviewer.step(id, 1, "review", Map.of("opinion", "同意"));
        head.step(id, 1, "publish", Map.of());
        assertThat(ListDesk.done(clerk.browser.get("/api/lists/" + id), 200).path("current").path("reviewDue").asString()).isEqualTo(TODAY.plusMonths(12).toString());
    }

    @Test
    void rowsAreFoundByAnyOfTheirCells() {
        String id = clerk.begin("fees");
        clerk.put(id, 1, fee("1", "工本费"));
        clerk.put(id, 1, fee("2", "检测_费"));
        assertThat(ListDesk.done(clerk.browser.get(ListDesk.at(id, 1) + "/rows?q=_"), 200).path("total").asInt()).isEqualTo(1);
        assertThat(ListDesk.done(clerk.browser.get(ListDesk.at(id, 1) + "/rows?q=%25"), 200).path("total").asInt()).isZero();
        refused(clerk.browser.get(ListDesk.at(id, 1) + "/rows?q=" + "x".repeat(51)), 400, "50 个字");
        refused(clerk.browser.get("/api/lists?kind=nosuch"), 404, "没有这种清单");
        refused(clerk.browser.get("/api/lists/999999999"), 404, "没有这个清单");
        refused(clerk.browser.get(ListDesk.at(id, 9)), 404, "没有这一版");
    }
}
