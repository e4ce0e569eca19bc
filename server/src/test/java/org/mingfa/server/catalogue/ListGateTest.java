package org.mingfa.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.Bureau;
import org.mingfa.server.cases.Desk;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What published lists (清单) ask of a case: recording, legal review, the conditions of leniency. */
@ServerTest
@Import(TestCity.class)
class ListGateTest {

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    @Autowired Items items;
    @Autowired Transactions transactions;
    Bureau bureau;
    Desk officer;
    String item;

    @BeforeEach
    void aBureauWithAnItem() {
        bureau = new Bureau(city, jdbc);
        officer = new Desk(port, bureau.officer);
        item = "G" + System.nanoTime();
        items.put(new Item(item, Bureau.SINCE, null, "进货查验", "食品安全法 第一百二十六条", "市场监管", Bureau.SINCE), 0);
    }

    private void publish(String kind, Map<String, String> row) {
        ListDesk clerk = new ListDesk(port, bureau.officer);
        String id = clerk.begin(kind);
        clerk.put(id, 1, row);
        clerk.step(id, 1, "submit", Map.of());
        new ListDesk(port, bureau.reviewer).step(id, 1, "review", Map.of("opinion", "同意"));
        new ListDesk(port, bureau.head).step(id, 1, "publish", Map.of());
    }

    private String inspected() {
        Map<String, Object> filing = new HashMap<>(bureau.filing(Bureau.TODAY));
        filing.put("item", item);
        String id = new Desk(port, bureau.head).open(filing);
        officer.done(id, Desk.act("tell-rights", Bureau.TODAY, Map.of("statement", true, "recusal", true), "party-1"));
        officer.done(id, bureau.inspection(Bureau.TODAY, 2));
        return id;
    }

    private Browser.Answer conclude(String id, Map<String, Object> more) {
        Map<String, Object> form = new LinkedHashMap<>(Map.of("facts", "未建立进货查验记录制度", "evidence", "现场笔录", "nature", "违反食品安全法", "proposal", "penalty",
                "basis", "食品安全法 第一百二十六条", "discretion", "一般", "conductEndedOn", Bureau.TODAY.minusDays(3).toString(), "harmful", false, "publicInterest", false));
        form.putAll(Map.of("complexLaw", false, "reviewByLaw", false, "complexOrMajor", false));
        form.putAll(more);
        return officer.act(id, Bureau.act("conclude", Bureau.TODAY, bureau.officers(), form));
    }

    private List<String> owed(String id) {
        return officer.one(id).path("duties").valueStream().filter(d -> d.path("status").asString().equals("OPEN")).map(d -> d.path("act").asString()).toList();
    }

    @Test
    void aRecordingItemMakesTheRecordingADutyOfTheCase() {
        assertThat(owed(inspected())).as("no list").doesNotContain("file-recording");
        publish("recording", Map.of("number", "3", "actTypes", "行政处罚", "step", "现场检查", "acts", "现场检查、询问", "manner", "执法记录仪", "whole", "是"));
        String id = inspected();
        assertThat(owed(id)).contains("file-recording");
        Browser.Answer without = officer.act(id, Bureau.act("file-recording", Bureau.TODAY, List.of(), Map.of("step", "现场检查", "recorded", false)));
        assertThat(without.status() + without.body()).startsWith("422").contains("file-recording.reason");
        JsonNode unrecorded = officer.done(id, Bureau.act("file-recording", Bureau.TODAY, List.of(), Map.of("step", "现场检查", "recorded", false, "reason", "设备故障")));
        assertThat(unrecorded.path("entry").toString()).contains("应录未录：《音像记录事项清单》第1版 3");
        assertThat(owed(id)).doesNotContain("file-recording");
    }

    @Test
    void aRowWithoutTheActItStandsForAsksNothing() {
        publish("recording", Map.of("number", "3", "actTypes", "行政处罚", "step", "入户", "manner", "执法记录仪"));
        assertThat(owed(inspected())).doesNotContain("file-recording");
    }

    @Test
    void anItemOfTheReviewCatalogueMustGoToTheLegalReview() {
        publish("review", Map.of("number", "1", "actType", "行政处罚", "matter", "吊销许可证件", "items", item));
        String id = inspected();
        Browser.Answer plain = conclude(id, Map.of());
        assertThat(plain.status() + plain.body()).startsWith("422").contains("review-list.item").contains("《重大执法决定法制审核目录清单》第1版 1");
        assertThat(conclude(id, Map.of("reviewByLaw", true)).status()).isEqualTo(201);
    }

    @Test
    void aLeniencyRowIsLaidBeforeTheOfficerWithItsConditions() {
        publish("leniency", Map.of("number", "7", "effect", "不予处罚", "violation", "未建立进货查验记录", "items", item + "；X-9", "basis", "行政处罚法 第三十三条",
                "conditions", "同时满足下列情形：（1）属于首次违法；（2）在期限内改正。"));
        String id = inspected();
        JsonNode rows = officer.get("/api/cases/" + id + "/forms/conclude").path("properties").path("leniency").path("x-rows");
        assertThat(rows.get(0).path("conditions").toString()).isEqualTo("[\"属于首次违法\",\"在期限内改正\"]");
        assertThat(rows.get(0).path("cells").path("清单类型").asString()).isEqualTo("不予处罚");
        assertThat(conclude(id, Map.of()).body()).contains("leniency-list.answered").contains("《不罚轻罚清单》第1版 7");
        List<Map<String, Object>> answers = new ArrayList<>();
        answers.add(Map.of("list", "不罚轻罚清单", "row", "7", "condition", "属于首次违法", "met", true, "reason", "案件库没有前案"));
        assertThat(conclude(id, Map.of("leniency", answers)).body()).as("one is left").contains("leniency-list.answered");
        answers.add(Map.of("list", "不罚轻罚清单", "row", "7", "condition", "在期限内改正", "met", false, "reason", "复查时仍未改正"));
        Browser.Answer done = conclude(id, Map.of("leniency", answers));
        assertThat(done.status()).as(done.body()).isEqualTo(201);
        assertThat(officer.get("/api/cases/" + id + "/entries").toString()).contains("复查时仍未改正");
    }

    @Test
    void aRowOfAnotherItemIsNotProposed() {
        publish("leniency", Map.of("number", "7", "effect", "不予处罚", "violation", "甲", "items", "X-9", "basis", "行政处罚法 第三十三条", "conditions", "首次违法"));
        String id = inspected();
        assertThat(officer.get("/api/cases/" + id + "/forms/conclude").path("properties").path("leniency").path("x-rows").toString()).isEqualTo("[]");
        assertThat(conclude(id, Map.of()).status()).isEqualTo(201);
    }

    @Test
    void theFactsOfTheListsStandInTheRecordSoThatItCanBeExaminedAgain() {
        publish("recording", Map.of("number", "3", "actTypes", "行政处罚", "step", "现场检查", "acts", "现场检查", "manner", "执法记录仪"));
        String id = inspected();
        String stored = bureau.agency.scope().call(() -> transactions.read(() -> jdbc.sql("select convert_from(bytes, 'UTF8') from entry where region_id = ? and seq = 3")
                .param(bureau.agency.region()).query(String.class).single()));
        assertThat(stored).contains("\"lists\":{\"recording\":[{");
        assertThat(owed(id)).contains("file-recording");
    }
}
