package org.mingfa.server.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.cases.Bureau;
import org.mingfa.server.cases.Desk;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Guiding cases (案例指导): from a closed case to the public page, without names. */
@ServerTest
@Import(TestCity.class)
class GuidanceTest {

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    @Autowired org.mingfa.server.access.Transactions transactions;
    Bureau bureau;
    Browser officer;
    String closed;
    String word;

    @BeforeEach
    void aClosedCase() {
        bureau = new Bureau(city, jdbc);
        officer = Browser.of(port, bureau.officer);
        Map<String, Object> form = new HashMap<>(Map.of("violation", "涉嫌未取得许可经营食品", "facts", "现场发现", "purpose", "evidence", "otherMeans", false, "slight", false,
                "necessity", "货物可能转移", "delegated", false));
        form.put("parties", List.of(Map.of("kind", "legal-org", "name", "云岭市禾穗坊食品有限公司", "address", "云岭市云台路1号"),
                Map.of("kind", "natural", "name", "孙小店", "address", "云岭市云台路2号")));
        closed = new Desk(port, bureau.officer).open(Map.of("procedure", "compulsory-measure", "act", Bureau.act("propose-measure", Bureau.TODAY, bureau.officers(), form)));
        word = "指导" + Long.toString(System.nanoTime(), 36);
    }

    private void close() {
        new Desk(port, bureau.head).done(closed, Bureau.act("refuse-measure", Bureau.TODAY, List.of(), Map.of("reasons", "没有必要")));
    }

    private Map<String, Object> text() {
        return new HashMap<>(Map.of("table", "food-without-licence", "conduct", "未取得许可经营食品", "cite", "食品安全法 第一百二十二条", "title", word + "某公司未取得许可案",
                "facts", "某公司许可届满后继续经营。", "issue", "许可届满后继续经营如何定性。", "reasoning", "许可届满未延续的，不再具有许可。"));
    }

    private Browser.Answer step(TestCity.Person who, String id, String what, String note, int seq) {
        return Browser.of(port, who).post("/api/guidance/" + id + "/steps", Map.of("what", what, "note", note, "seq", seq));
    }

    private long found(Browser who) {
        return who.get("/api/guidance?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8) + "&table=food-without-licence").json().path("items").size();
    }

    @Test
    void onlyAClosedCaseIsProposedAndNobodyOfItIsNamed() {
        assertThat(officer.post("/api/guidance/of/" + closed, text()).status()).as("still open").isEqualTo(409);
        close();
        String number = officer.get("/api/cases/" + closed).json().path("number").asString();
        assertThat(number).isNotBlank();
        for (String named : new String[] {"云岭市禾穗坊食品有限公司经营", "店员孙小店证实", "联系电话13812345678", "本院认定的" + number}) {
            Map<String, Object> leaking = text();
            leaking.put("facts", named);
            Browser.Answer refused = officer.post("/api/guidance/of/" + closed, leaking);
            assertThat(refused.status()).as(named + refused.body()).isEqualTo(422);
            assertThat(refused.body()).as("what is left is not repeated").doesNotContain("禾穗坊", "孙小店", "13812345678");
        }
        assertThat(officer.post("/api/guidance/of/" + closed, Map.of("title", "无")).status()).isEqualTo(422);
        Bureau elsewhere = new Bureau(city, jdbc);
        assertThat(Browser.of(port, elsewhere.officer).post("/api/guidance/of/" + closed, text()).status()).isEqualTo(404);
        assertThat(officer.post("/api/guidance/of/" + closed, text()).status()).isEqualTo(201);
        assertThat(officer.post("/api/guidance/of/" + closed, text()).status()).as("once").isEqualTo(409);
    }

    @Test
    void itIsReviewedAndPublishedByOthersFoundByAllAndWithdrawn() {
        close();
        Browser.Answer proposed = officer.post("/api/guidance/of/" + closed, text());
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        String id = proposed.json().path("id").asString();
        Browser stranger = Browser.of(port, new Bureau(city, jdbc).officer);
        assertThat(stranger.get("/api/guidance/" + id).status()).as("under way: its own agency's alone").isEqualTo(404);
        assertThat(step(bureau.reviewer, id, "review", "同意", 1).status()).as("not submitted").isEqualTo(409);
        assertThat(step(bureau.officer, id, "submit", "", 1).status()).isEqualTo(200);
        Map<String, Object> late = text();
        late.put("seq", 2);
        assertThat(officer.send("PUT", "/api/guidance/" + id, new tools.jackson.databind.json.JsonMapper().writeValueAsString(late)).status()).isEqualTo(409);
        assertThat(step(bureau.officer, id, "review", "同意", 2).status()).isEqualTo(403);
        assertThat(step(bureau.reviewer, id, "review", "", 2).status()).isEqualTo(422);
        assertThat(step(bureau.reviewer, id, "review", "事实清楚", 1).status()).as("seen before the submission").isEqualTo(409);
        assertThat(step(bureau.reviewer, id, "review", "事实清楚", 2).status()).isEqualTo(200);
        assertThat(found(stranger)).isZero();
        Browser.Answer published = step(bureau.head, id, "publish", "云司案〔2026〕1号", 3);
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        assertThat(found(stranger)).isEqualTo(1);
        assertThat(stranger.get("/api/guidance/" + id).json().path("caseId").isNull()).as("which case it retells is its own agency's to know").isTrue();
        String page = stranger.get("/public/guidance/" + id).body();
        assertThat(page).contains(word, "许可届满").doesNotContain("禾穗坊", closed);
        assertThat(stranger.get("/public/guidance?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8)).body()).contains("/public/guidance/" + id);
        assertThatThrownBy(() -> bureau.agency.scope().run(() -> transactions.write(() -> jdbc.sql("update guidance set facts = '改' where id = ?").param(Long.valueOf(id)).update())))
                .isInstanceOf(DataAccessException.class);
        assertThat(step(bureau.head, id, "withdraw", "上位法修改", 4).status()).isEqualTo(200);
        assertThat(found(stranger)).isZero();
        assertThat(stranger.get("/public/guidance/" + id).status()).isEqualTo(404);
    }

    @Test
    void whoWroteItDoesNotReviewIt() {
        close();
        Browser reviewer = Browser.of(port, bureau.reviewer);
        String id = reviewer.post("/api/guidance/of/" + closed, text()).json().path("id").asString();
        step(bureau.reviewer, id, "submit", "", 1);
        assertThat(step(bureau.reviewer, id, "review", "同意", 2).status()).isEqualTo(403);
    }
}
