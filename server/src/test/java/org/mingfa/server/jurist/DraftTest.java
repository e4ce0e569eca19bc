package org.mingfa.server.jurist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingfa.server.jurist.DraftDesk.DRAFTS;
import static org.mingfa.server.jurist.DraftDesk.named;
import static org.mingfa.server.jurist.DraftDesk.value;

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

/** A draft of law (修改草案) before it is published: written, refused, checked, approved by nobody but another. */
@ServerTest
@Import(TestCity.class)
class DraftTest {

    private static final LocalDate FROM = DraftDesk.soon();
    private static final String RULE = "{id: place, title: 检查应当写明地点, severity: bar, require: \"act.place != '无'\", cite: 行政处罚法 第五十五条, mend: 写明地点}";
    private static final String EXAMPLES = """
            examples-of: penalty-summary
            fixtures:
              inspect-on-spot: {form: FORM}
            examples:
              - title: 写明地点的可以
                then: ['inspect-on-spot 2027-03-02 no finding inspect-on-spot.place']
              - title: 没有写明地点的不能提交
                then: ['inspect-on-spot 2027-03-02 {place: 无} barred by inspect-on-spot.place']
            """;

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    Bureau bureau;
    DraftDesk author;

    @BeforeEach
    void aReviewer() {
        bureau = new Bureau(city, jdbc);
        author = new DraftDesk(port, bureau.reviewer);
    }

    @Test
    void aDraftShowsTheLawAsTheAgencyHasItWithWhatItChangesBeside() {
        String id = author.begin("penalty-ordinary", FROM);
        JsonNode d = author.read(id);
        assertThat(d.path("layers").toString()).contains("行政处罚普通程序", "市场监管");
        JsonNode days = named(d.path("parameters"), "name", "caseDays");
        assertThat(days.path("value").asString()).isEqualTo("90 nd");
        assertThat(days.path("words").asString()).isEqualTo("九十日");
        assertThat(days.path("file").asString()).isEqualTo("national/penalty-ordinary/procedure.yaml");
        assertThat(days.path("change").isNull()).isTrue();
        assertThat(named(d.path("parameters"), "name", "publish").path("layer").asString()).isEqualTo("市场监管");
        assertThat(named(d.path("rules"), "id", "publicity").path("text").asString()).startsWith("{id: publicity").contains("书面告知");
        assertThat(named(d.path("rules"), "act", "common").path("actTitle").asString()).isEqualTo("共同规则");
        assertThat(named(d.path("files"), "level", "field").path("path").asString()).isEqualTo("field/market-supervision/penalty-ordinary.yaml");
        assertThat(List.of(d.path("state").asString(), d.path("why").asString(), d.path("editable").toString())).containsExactly("draft", "草案还没有任何修改", "true");
    }

    @Test
    void aParameterIsChangedCheckedAndTheChangeTakenBack() {
        String id = author.begin("penalty-ordinary", FROM);
        JsonNode changed = author.put(id, "/parameters/caseDays", value("60 nd"));
        assertThat(named(changed.path("parameters"), "name", "caseDays").path("change").path("value").asString()).isEqualTo("60 nd");
        assertThat(author.put(id, "/parameters/hearingPerson", value(900000)).path("parameters").toString()).contains("\"value\":900000");
        assertThat(author.takeBack(id, "/parameters/hearingPerson").path("why").asString()).isEqualTo("尚未检查");
        JsonNode checked = author.post(id, "/check");
        assertThat(checked.path("check").path("problems").toString()).isEqualTo("[]");
        assertThat(checked.path("check").path("passed").asBoolean()).isTrue();
        assertThat(checked.path("check").path("examples").path("run").asInt()).isGreaterThan(100);
        assertThat(checked.path("check").path("examples").path("changed").toString()).as("the packs' own examples that tell of ninety days").contains("due");
        assertThat(checked.path("submittable").asBoolean()).isTrue();
        JsonNode again = author.put(id, "/parameters/caseDays", value("50 nd"));
        assertThat(again.path("submittable").asBoolean()).isFalse();
        assertThat(again.path("why").asString()).contains("重新检查");
        assertThat(author.send("POST", id, "/submit", Map.of("note", "")).status()).isEqualTo(422);
        assertThat(again.path("history").valueStream().map(e -> e.path("what").asString()).toList())
                .containsExactly("created", "changed", "changed", "changed", "checked", "changed");
    }

    @Test
    void aCheckNamesFileLineAndReason() {
        String id = author.begin("penalty-ordinary", FROM);
        author.put(id, "/parameters/publish", value("三周"));
        String broken = "{id: broken, title: 写错的规则, require: act.noSuchField, cite: 行政处罚法 第五条}";
        author.done("POST", id, "/rules", Map.of("act", "decide", "file", "national/penalty-ordinary/8-decision.yaml", "text", broken));
        JsonNode check = author.post(id, "/check").path("check");
        assertThat(check.path("passed").asBoolean()).isFalse();
        JsonNode rule = named(check.path("problems"), "file", "national/penalty-ordinary/8-decision.yaml");
        assertThat(rule.path("line").asInt()).isPositive();
        assertThat(rule.path("message").asString()).contains("noSuchField");
        assertThat(named(check.path("problems"), "file", "field/market-supervision/penalty-ordinary.yaml").path("message").asString()).contains("not a period");
        assertThat(author.read(id).path("why").asString()).isEqualTo("检查没有通过");
    }

    @Test
    void aLayerMayNotLoosenWhatTheLawFixes() {
        String id = author.begin("penalty-ordinary", FROM);
        author.put(id, "/parameters/closing", value("90 nd"));
        author.put(id, "/parameters/statement", value("3 wd"));
        assertThat(author.post(id, "/check").path("check").path("problems").toString()).contains("loosens");
    }

    @Test
    void aNewRuleNeedsAnExampleThatItLetsPassAndOneThatItStops() {
        String id = author.begin("penalty-summary", FROM);
        author.done("POST", id, "/rules", Map.of("act", "inspect-on-spot", "file", named(author.read(id).path("rules"), "act", "inspect-on-spot").path("file").asString(), "text", RULE));
        JsonNode untested = author.post(id, "/check").path("check");
        assertThat(untested.path("passed").asBoolean()).isFalse();
        assertThat(untested.path("problems").toString()).contains("inspect-on-spot.place").contains("no example");
        author.put(id, "/examples", Map.of("text", EXAMPLES.replace("FORM", "{place: 云台路1号}")));
        JsonNode tested = author.post(id, "/check");
        assertThat(tested.path("check").path("problems").toString()).isEqualTo("[]");
        assertThat(tested.path("check").path("passed").asBoolean()).isTrue();
        author.put(id, "/examples", Map.of("text", EXAMPLES.replace("FORM", "{place: 无}")));
        JsonNode failed = author.post(id, "/check").path("check").path("examples").path("failed").get(0);
        assertThat(failed.path("title").asString()).isEqualTo("写明地点的可以");
        assertThat(failed.path("line").asInt()).isEqualTo(6);
    }

    @Test
    void rulesAreRewrittenLeftOutAddedAndTakenBack() {
        String id = author.begin("penalty-ordinary", FROM);
        String was = named(author.read(id).path("rules"), "id", "publicity").path("text").asString();
        JsonNode d = author.put(id, "/rules/decide/publicity", Map.of("text", was.replace("severity: warn", "severity: bar")));
        assertThat(named(d.path("rules"), "id", "publicity").path("change").path("text").asString()).contains("severity: bar");
        d = author.put(id, "/rules/decide/publicity", Map.of("removed", true));
        assertThat(named(d.path("rules"), "id", "publicity").path("change").toString()).isEqualTo("{\"removed\":true}");
        assertThat(named(author.takeBack(id, "/rules/decide/publicity").path("rules"), "id", "publicity").path("change").isNull()).isTrue();
        Map<String, Object> rule = Map.of("act", "archive-case", "file", "field/market-supervision/penalty-ordinary.yaml", "text", "id: own\ntitle: 试写\nrequire: \"true\"\ncite: 行政处罚法 第五条");
        d = author.done("POST", id, "/rules", rule);
        assertThat(d.path("added").get(0).path("title").asString()).isEqualTo("试写");
        assertThat(author.send("POST", id, "/rules", rule).status()).as("an id twice").isEqualTo(422);
        assertThat(author.put(id, "/rules/archive-case/own", Map.of("text", "{id: own, title: 再写, require: \"true\"}")).path("added").get(0).path("title").asString()).isEqualTo("再写");
        assertThat(author.takeBack(id, "/rules/archive-case/own").path("added").size()).isZero();
    }

    @Test
    void aDcrGraphIsTakenIntoADraftAndWhatAPackCannotTakeIsListed() {
        String id = author.begin("penalty-ordinary", FROM);
        String graph = author.browser.get("/api/procedures/penalty-ordinary/dcr?on=" + FROM).body();
        JsonNode same = author.done("POST", id, "/dcr", Map.of("xml", graph));
        assertThat(same.path("taken").size()).as("as it went out").isZero();
        assertThat(same.path("left").toString()).isEqualTo("[]");
        String edited = graph.replaceFirst("<response sourceId=\"file-case\" targetId=\"decide\" time=\"P90D\"/>", "")
                .replace("<responses>", "<responses><response sourceId=\"inspect\" targetId=\"interview\" time=\"P5D\"/>")
                .replace("<excludes>", "<excludes><exclude sourceId=\"inspect\" targetId=\"interview\"/>");
        JsonNode taken = author.done("POST", id, "/dcr", Map.of("xml", edited));
        assertThat(taken.path("taken").toString()).contains("新增义务：「现场检查」→「询问」，5日", "删去义务：「立案」→「作出行政处罚决定」");
        assertThat(taken.path("left").toString()).contains("排除关系");
        assertThat(taken.path("draft").path("added").get(0).path("text").asString()).isEqualTo("{act: interview, within: 5 nd}");
        assertThat(author.send("POST", id, "/dcr", Map.of("xml", "<dcrgraph/>")).status()).isEqualTo(422);
        assertThat(author.send("POST", id, "/dcr", Map.of("xml", "")).status()).isEqualTo(422);
    }

    @Test
    void aDutyIsShownRewrittenCheckedAndAnotherAdded() {
        String id = author.begin("penalty-ordinary", FROM);
        JsonNode d = author.read(id);
        JsonNode duty = d.path("rules").valueStream().filter(r -> r.path("act").asString().equals("decide") && r.path("id").asString().equals("obliges:serve-decision")).findFirst().orElseThrow();
        assertThat(duty.path("kind").asString()).isEqualTo("obliges");
        assertThat(duty.path("title").asString()).isNotBlank();
        assertThat(d.path("rules").valueStream().map(r -> r.path("kind").asString()).distinct().toList()).contains("rules", "needs", "waits-for", "obliges", "opens");
        String shorter = duty.path("text").asString().replaceFirst("within: [^,}]+", "within: 3 wd");
        d = author.put(id, "/rules/decide/obliges:serve-decision", Map.of("text", shorter));
        assertThat(d.path("rules").toString()).contains("within: 3 wd");
        assertThat(author.send("PUT", id, "/rules/decide/obliges:serve-decision", Map.of("text", shorter.replace("act: serve-decision", "act: publish"))).status()).as("another act").isEqualTo(422);
        String broken = "{act: no-such-act, within: 5 wd, title: 试写的义务, cite: 行政处罚法 第五条}";
        String file = duty.path("file").asString();
        author.done("POST", id, "/rules", Map.of("act", "decide", "file", file, "kind", "obliges", "text", broken));
        assertThat(author.post(id, "/check").path("check").path("problems").toString()).contains("no-such-act");
        author.takeBack(id, "/rules/decide/obliges:no-such-act");
        assertThat(author.send("POST", id, "/rules", Map.of("act", "decide", "file", file, "kind", "shall", "text", broken)).status()).as("no such kind").isEqualTo(422);
        JsonNode check = author.post(id, "/check").path("check");
        assertThat(check.path("problems").toString()).isEqualTo("[]");
        assertThat(check.path("passed").asBoolean()).isTrue();
        assertThat(check.path("examples").path("changed").toString()).as("the packs' own examples of seven workdays").contains("due");
    }

    @Test
    void aTextThatCannotBeReadIsRefusedWithItsLineAndNotKept() {
        String id = author.begin("penalty-ordinary", FROM);
        Map<String, Object> rule = Map.of("act", "decide", "file", "national/penalty-ordinary/8-decision.yaml", "text", "id: x\ntitle: [甲");
        Browser.Answer broken = author.send("POST", id, "/rules", rule);
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.json().at("/errors/0/pointer").asString()).isEqualTo("/text");
        assertThat(broken.json().at("/errors/0/message").asString()).startsWith("第 2 行");
        assertThat(author.send("PUT", id, "/rules/decide/publicity", Map.of("text", "{id: other, title: 甲, require: \"true\"}")).status()).isEqualTo(422);
        assertThat(author.send("PUT", id, "/rules/decide/no-such", Map.of("text", RULE)).status()).isEqualTo(404);
        assertThat(author.send("PUT", id, "/examples", Map.of("text", "examples-of: penalty-summary")).status()).isEqualTo(422);
        assertThat(author.send("PUT", id, "/parameters/noSuch", value("1 nd")).status()).isEqualTo(404);
        assertThat(author.send("PUT", id, "/parameters/caseDays", Map.of("value", Map.of(), "cite", "")).json().path("errors").size()).isGreaterThan(1);
        assertThat(author.browser.post(DRAFTS, Map.of()).json().path("errors").size()).isEqualTo(4);
        assertThat(author.browser.post(DRAFTS, Map.of("procedure", "penalty-ordinary", "title", "x", "reason", "y", "from", Bureau.TODAY.toString())).status()).isEqualTo(422);
        assertThat(author.browser.post(DRAFTS, Map.of("procedure", "no-such", "title", "x", "reason", "y", "from", FROM.toString())).status()).isEqualTo(404);
        assertThat(author.read(id).path("added").size()).isZero();
        assertThat(author.read(id).path("seq").asLong()).isEqualTo(1);
    }

    @Test
    void aWriteUponAnOlderStateOfTheDraftIsRefused() {
        String id = author.begin("penalty-ordinary", FROM);
        author.put(id, "/parameters/caseDays", value("60 nd"));
        Map<String, Object> stale = new java.util.HashMap<>(value("50 nd"));
        stale.put("seq", 1);
        assertThat(author.send("PUT", id, "/parameters/caseDays", stale).status()).isEqualTo(409);
        assertThat(author.browser.delete(DRAFTS + "/" + id + "/parameters/caseDays?seq=1").status()).isEqualTo(409);
        assertThat(author.browser.delete(DRAFTS + "/" + id + "/parameters/caseDays").status()).isEqualTo(422);
    }

    @Test
    void draftsAreForThoseWhoReviewLawAndPublishingForTheSupervisor() {
        String id = author.begin("penalty-ordinary", FROM);
        for (TestCity.Person other : List.of(bureau.officer, bureau.head, bureau.keeper, city.person(bureau.agency, "system-admin"))) {
            Browser browser = bureau.as(port, other);
            assertThat(browser.get(DRAFTS).status()).isEqualTo(403);
            assertThat(browser.get(DRAFTS + "/" + id).status()).isEqualTo(403);
            assertThat(browser.post(DRAFTS, Map.of()).status()).isEqualTo(403);
        }
        assertThat(author.send("POST", id, "/publish", Map.of("note", "")).status()).isEqualTo(403);
        assertThat(author.browser.get(DRAFTS + "/999999").status()).isEqualTo(404);
        assertThat(author.browser.get(DRAFTS + "?state=draft").json().path("items").findValuesAsString("id")).contains(id);
        assertThat(author.browser.get(DRAFTS + "?state=old").status()).isEqualTo(400);
        assertThat(author.browser.get(DRAFTS + "?limit=1&cursor=" + (Long.parseLong(id) + 1)).json().path("items").get(0).path("id").asString()).isEqualTo(id);
    }

    @Test
    void aDraftIsSubmittedReturnedWithAReasonAndWithdrawn() {
        String id = author.begin("assistance", FROM);
        author.put(id, "/parameters/assist", value("10 wd"));
        author.post(id, "/check");
        author.post(id, "/submit");
        assertThat(author.send("PUT", id, "/parameters/assist", value("9 wd")).status()).as("submitted").isEqualTo(409);
        DraftDesk supervisor = new DraftDesk(port, city.person(bureau.agency, "supervisor"));
        assertThat(supervisor.read(id).path("publishable").asBoolean()).isTrue();
        assertThat(author.read(id).path("publishable").asBoolean()).isFalse();
        assertThat(supervisor.send("POST", id, "/return", Map.of("note", "")).status()).isEqualTo(422);
        JsonNode back = supervisor.done("POST", id, "/return", Map.of("note", "缺少说明"));
        assertThat(back.path("state").asString()).isEqualTo("draft");
        assertThat(back.path("history").toString()).contains("缺少说明");
        JsonNode gone = author.done("POST", id, "/withdraw", Map.of("note", "不再需要"));
        assertThat(gone.path("state").asString()).isEqualTo("withdrawn");
        assertThat(named(gone.path("parameters"), "name", "assist").path("change").path("value").asString()).isEqualTo("10 wd");
        assertThat(author.send("POST", id, "/check", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void whatHappenedToADraftCannotBeRewritten() {
        String id = author.begin("penalty-ordinary", FROM);
        for (String sql : List.of("update law_draft_event set note = 'x'", "delete from law_draft_event", "delete from law_draft", "update law_amendment set title = 'x'")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).isInstanceOf(DataAccessException.class).hasMessageContaining("law_");
        }
        assertThat(jdbc.sql("select count(*) from law_draft_event where draft_id = ?").param(Long.valueOf(id)).query(Long.class).single()).isEqualTo(1);
    }
}
