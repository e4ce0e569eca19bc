package org.mingfa.server.discretion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** The benchmark tables and the calculator as the officer has them, and tables that come from files. */
@ServerTest
@Import(TestCity.class)
class DiscretionTest {

    private static final String HEADER = "row_id,领域,法律文件,项目编号,违法行为,法律依据,裁量阶次,适用情形,处罚标准,备注,source\n";
    private static final String BASIS = "《试行条例》第九条：违反规定露天堆放的，由主管部门处二万元以上十万元以下的罚款。";

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    Bureau bureau;

    @BeforeEach
    void bureau() {
        bureau = new Bureau(city, jdbc);
    }

    @Test
    void theOfficerFindsTheTableByTheConductAndSeesWhatToAnswer() {
        Browser officer = Browser.of(port, bureau.officer);
        JsonNode found = officer.get("/api/discretion/tables?q=" + encoded("许可 食品") + "&on=2026-03-02").json();
        assertThat(found.path("items").toString()).contains("food-without-licence").doesNotContain("fake-seeds");
        JsonNode table = officer.get("/api/discretion/tables/food-without-licence?on=2026-03-02").json();
        assertThat(table.path("quantities").toString()).contains("货值金额");
        assertThat(table.path("statute").size()).isGreaterThan(1);
        assertThat(table.at("/head/cite").asString()).contains("第一百二十二条");
        assertThat(officer.get("/api/discretion/grounds").json().path("grounds").toString()).contains("LM3", "NP1");
        assertThat(officer.get("/api/discretion/tables/no-such-table").status()).isEqualTo(404);
        assertThat(officer.get("/api/discretion/tables?limit=1000").status()).isEqualTo(422);
    }

    @Test
    void pagesOfTablesMissNoneAndRepeatNone() {
        Browser officer = Browser.of(port, bureau.officer);
        List<String> whole = codes(officer.get("/api/discretion/tables?limit=200").json());
        List<String> paged = new java.util.ArrayList<>();
        String next = "";
        for (int i = 0; i < 100 && next != null; i++) {
            JsonNode page = officer.get("/api/discretion/tables?limit=7" + (next.isEmpty() ? "" : "&cursor=" + encoded(next))).json();
            paged.addAll(codes(page));
            next = page.path("next").isNull() ? null : page.path("next").asString();
        }
        assertThat(whole).hasSizeGreaterThan(7);
        assertThat(paged.subList(0, whole.size())).isEqualTo(whole).doesNotHaveDuplicates();
    }

    @Test
    void aSituationGivesTheRangeTheProposalAndTheWordsForTheDecision() {
        Browser officer = Browser.of(port, bureau.officer);
        Map<String, Object> lighter = situation("food-without-licence", Map.of("货值金额", 8000));
        lighter.put("grounds", List.of("LM3"));
        lighter.put("choice", "从轻");
        lighter.put("family", "A");
        JsonNode party = officer.post("/api/discretion/assessments", lighter).json().at("/parties/0");
        assertThat(party.at("/statutory/min").asLong()).isEqualTo(50_000_00);
        assertThat(party.at("/statutory/max").asLong()).isEqualTo(100_000_00);
        assertThat(party.at("/result/max").asLong()).isEqualTo(65_000_00);
        JsonNode whole = officer.post("/api/discretion/assessments", lighter).json();
        assertThat(whole.path("explanation").asString()).contains("第一百二十二条");
        assertThat(whole.path("departs").asBoolean()).isFalse();
    }

    @Test
    void whereTheLawHasChangedBothAreAskedAndTheLighterApplies() {
        Browser officer = Browser.of(port, bureau.officer);
        String path = "/api/discretion/tables/building-before-assessment-2018?on=2026-07-01";
        assertThat(officer.get(path).json().path("later").isNull()).isTrue();
        JsonNode both = officer.get(path + "&decided=2026-09-01").json();
        assertThat(both.at("/later/code").asString()).isEqualTo("building-before-assessment");
        assertThat(both.path("questions").toString()).contains("环评类别");
        Map<String, Object> act = new HashMap<>(Map.of("table", "building-before-assessment-2018", "on", "2026-07-01", "decided", "2026-09-01",
                "quantities", Map.of("建设项目总投资额", 100_000_000), "choices", Map.of("环评类别", "报告表")));
        JsonNode answer = officer.post("/api/discretion/assessments", act).json();
        assertThat(answer.at("/change/lighter").asBoolean()).isTrue();
        assertThat(answer.at("/parties/0/statutory/max").asLong()).isEqualTo(500_000_00);
        assertThat(answer.path("explanation").asString()).contains("第三十七条");
        act.put("choices", Map.of());
        assertThat(officer.post("/api/discretion/assessments", act).json().at("/errors/0/pointer").asString()).isEqualTo("/choices/环评类别");
    }

    @Test
    void whatIsMissingOrDoesNotFitIsToldAtItsField() {
        Browser officer = Browser.of(port, bureau.officer);
        Browser.Answer missing = officer.post("/api/discretion/assessments", situation("food-without-licence", Map.of()));
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.json().at("/errors/0/pointer").asString()).isEqualTo("/quantities/货值金额");
        assertThat(missing.json().path("detail").asString()).isEqualTo("没有填写货值金额（元）");
        Browser.Answer typed = officer.post("/api/discretion/assessments", situation("food-without-licence", Map.of("货值金额", "八千多")));
        assertThat(typed.json().at("/errors/0/pointer").asString()).as(typed.body()).isEqualTo("/quantities/货值金额");
        assertThat(typed.json().path("detail").asString()).startsWith("“八千多”不是数");
        Browser.Answer parts = officer.post("/api/discretion/assessments", situation("food-without-licence", Map.of("货值金额", "0.001")));
        assertThat(parts.status()).isEqualTo(422);
        assertThat(parts.json().path("detail").asString()).isEqualTo("“0.001元”不是金额，应不小于零、精确到分");
        for (Map<String, Object> bad : List.<Map<String, Object>>of(Map.of(), Map.of("table", 7), Map.of("table", "food-without-licence", "on", "2026-02-30"),
                Map.of("table", "no-such", "on", "2026-03-02"), Map.of("table", "food-without-licence", "on", "2026-03-02", "fin", 3))) {
            assertThat(officer.post("/api/discretion/assessments", bad).status()).as(bad.toString()).isEqualTo(422);
        }
        assertThat(officer.send("POST", "/api/discretion/assessments", "[1, 2").status()).isEqualTo(400);
    }

    @Test
    void aTableFromAFileIsUsedOnceASecondPersonHasPublishedItAndNoLongerWhenItIsWithdrawn() {
        Browser reviewer = Browser.of(port, bureau.reviewer);
        Browser supervisor = Browser.of(port, city.person(bureau.agency, "supervisor"));
        byte[] csv = (HEADER + row("T1", "堆物", "1", "不足10吨的", "处二万元以上五万元以下罚款") + row("T2", "堆物", "2", "10吨以上的", "处五万元以上十万元以下罚款")
                + row("T3", "堆物", "3", "数量特别大的", "处□□万元罚款")).getBytes(StandardCharsets.UTF_8);
        JsonNode dry = taken(reviewer, "堆放试.csv", csv, true);
        assertThat(dry.at("/counts/rows").asInt()).isEqualTo(3);
        assertThat(dry.at("/counts/read").asInt()).isEqualTo(2);
        assertThat(dry.at("/counts/reported/0/id").asString()).isEqualTo("T3");
        assertThat(dry.at("/counts/reported/0/reason").asString()).isEqualTo("处罚标准里有损坏的文字“处□□万元罚款”，请对照原件改正后重新导入");
        assertThat(dry.at("/counts/reported/0/row").asInt()).as("as the spreadsheet shows it").isEqualTo(4);
        assertThat(dry.path("imported").isNull()).isTrue();

        String id = taken(reviewer, "堆放试.csv", csv, false).path("imported").asString();
        String path = "/api/discretion/sets/" + id;
        assertThat(found(reviewer)).isZero();
        assertThat(reviewer.post(path + "/publication", Map.of("note", "公布")).status()).as("the reviewer may not publish").isEqualTo(403);
        assertThat(supervisor.post(path + "/publication", Map.of("note", "")).status()).isEqualTo(422);
        Browser.Answer published = supervisor.post(path + "/publication", Map.of("note", "市政府常务会议审议通过"));
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        assertThat(published.json().path("state").asString()).isEqualTo("published");
        assertThat(found(reviewer)).isEqualTo(1);
        assertThat(supervisor.post(path + "/publication", Map.of("note", "再来")).status()).isEqualTo(409);
        assertThat(supervisor.post(path + "/withdrawal", Map.of("note", "上位法修改")).json().path("state").asString()).isEqualTo("withdrawn");
        assertThat(found(reviewer)).isZero();
    }

    @Test
    void anActBeforeTheWithdrawalKeepsItsTableAndAnActBeforeThePublicationHasNone() {
        Browser reviewer = Browser.of(port, bureau.reviewer);
        Browser supervisor = Browser.of(port, city.person(bureau.agency, "supervisor"));
        byte[] csv = (HEADER + row("T1", "堆放起止" + System.nanoTime(), "1", "各种情形", "处二万元以上五万元以下罚款")).getBytes(StandardCharsets.UTF_8);
        String path = "/api/discretion/sets/" + taken(reviewer, "days.csv", csv, false).path("imported").asString();
        String first = Bureau.TODAY.minusDays(10).toString();
        Browser.Answer published = supervisor.post(path + "/publication", Map.of("note", "市政府公布", "firstDay", first));
        assertThat(published.json().path("firstDay").asString()).as(published.body()).isEqualTo(first);
        assertThat(onDay(reviewer, 10)).isEqualTo(1);
        assertThat(onDay(reviewer, 11)).as("before it was published").isZero();
        assertThat(supervisor.post(path + "/withdrawal", Map.of("note", "修改", "lastDay", Bureau.TODAY.minusDays(5).toString())).status()).as("the past stays").isEqualTo(422);
        Browser.Answer withdrawn = supervisor.post(path + "/withdrawal", Map.of("note", "修改"));
        assertThat(withdrawn.json().path("lastDay").asString()).as(withdrawn.body()).isEqualTo(Bureau.TODAY.minusDays(1).toString());
        assertThat(onDay(reviewer, 3)).as("an act before the withdrawal").isEqualTo(1);
        assertThat(onDay(reviewer, 0)).isZero();
    }

    /** Of a region below one reads the tables; their evaluation is that region's own, and would not be seen once begun. */
    @Test
    void nobodyBeginsAnEvaluationThatTheyWouldNotSee() {
        int above = city.region(null);
        Bureau county = new Bureau(city, jdbc, city.agencyIn(city.region(above)));
        Browser own = Browser.of(port, county.reviewer);
        byte[] csv = (HEADER + row("T1", "堆放评估", "1", "各种情形", "处二万元以上五万元以下罚款")).getBytes(StandardCharsets.UTF_8);
        String set = taken(own, "due.csv", csv, false).path("imported").asString();
        Browser.Answer published = Browser.of(port, city.person(county.agency, "supervisor"))
                .post("/api/discretion/sets/" + set + "/publication", Map.of("note", "公布", "firstDay", Bureau.TODAY.minusMonths(13).toString()));
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        Browser higher = Browser.of(port, new Bureau(city, jdbc, city.agencyIn(above)).reviewer);
        assertThat(dueSets(own)).contains(set);
        assertThat(dueSets(higher)).doesNotContain(set);
        Map<String, Object> opening = Map.of("subject", "benchmark", "id", Long.valueOf(set));
        assertThat(higher.post("/api/evaluations", opening).status()).isEqualTo(404);
        assertThat(own.post("/api/evaluations", opening).status()).isEqualTo(201);
    }

    /** A table stays in force when the law that it cites has ended: then the decision is to be looked at (DIS-S5). */
    @Test
    void aTableTellsThatTheLawItCitesHadEnded() {
        long n = System.nanoTime();
        String law = "试行堆放" + n + "办法";
        long statute = jdbc.sql("insert into statute (name) values (?) returning id").param(law).query(Long.class).single();
        long batch = jdbc.sql("insert into statute_import (imported_by) values (0) returning id").query(Long.class).single();
        long version = jdbc.sql("insert into statute_version (statute_id, title, in_force_from, in_force_by, digest, articles, import_id) values (?, ?, '2020-01-01', 'given', '', 1, ?) returning id")
                .params(statute, law, batch).query(Long.class).single();
        jdbc.sql("insert into statute_article (version_id, n, no, text, bigrams) values (?, 1, '第九条', '处二万元以上十万元以下的罚款', array['罚款'])").param(version).update();
        jdbc.sql("insert into statute_article (version_id, n, no, text, bigrams) values (?, 2, '第九条之一', '另有规定的除外', array['另有'])").param(version).update();
        Browser reviewer = Browser.of(port, bureau.reviewer);
        String conduct = "堆放旧法" + n;
        byte[] csv = (HEADER + row("T1", conduct, "1", "各种情形", "处二万元以上五万元以下罚款").replace("试行条例", law).replace("第九条：", "第十九条：")).getBytes(StandardCharsets.UTF_8);
        String set = taken(reviewer, "law.csv", csv, false).path("imported").asString();
        assertThat(Browser.of(port, city.person(bureau.agency, "supervisor")).post("/api/discretion/sets/" + set + "/publication", Map.of("note", "公布")).status()).isEqualTo(200);
        String code = reviewer.get("/api/discretion/tables?q=" + encoded(conduct)).json().at("/items/0/code").asString();
        assertThat(tableLaw.lost(code, Bureau.TODAY)).as(code).singleElement().satisfies(c -> assertThat(c.note()).contains("没有这一条"));
        assertThat(tableLaw.lost("no-such-table", Bureau.TODAY)).isEmpty();
    }

    @Autowired TableLaw tableLaw;

    private static List<String> dueSets(Browser who) {
        return who.get("/api/evaluations/due?subject=benchmark&limit=200").json().path("items").findValuesAsString("id");
    }

    private int onDay(Browser who, int ago) {
        return who.get("/api/discretion/tables?q=" + encoded("堆放起止") + "&on=" + Bureau.TODAY.minusDays(ago)).json().path("items").size();
    }

    @Test
    void aCountyDoesNotPublishTheTableOfAProvinceOrOfAnotherPlace() {
        Browser reviewer = Browser.of(port, bureau.reviewer);
        byte[] csv = (HEADER + row("T1", "堆放越级", "1", "各种情形", "处二万元以上五万元以下罚款")).getBytes(StandardCharsets.UTF_8);
        Browser.Answer province = send(reviewer, "a.csv", csv, true, Map.of("level", "province"));
        assertThat(province.status()).isEqualTo(422);
        assertThat(province.json().path("detail").asString()).contains("县级不能公布省级");
        assertThat(send(reviewer, "a.csv", csv, true, Map.of("level", "county", "region", "990101")).json().at("/errors/0/pointer").asString()).isEqualTo("/region");
        assertThat(send(reviewer, "a.csv", csv, true, Map.of("level", "county")).status()).isEqualTo(200);
    }

    @Test
    void whatAnotherServerPublishesIsSeen() {
        tables.now();
        Browser reviewer = Browser.of(port, bureau.reviewer);
        byte[] csv = (HEADER + row("T1", "堆放别机", "1", "各种情形", "处二万元以上五万元以下罚款")).getBytes(StandardCharsets.UTF_8);
        long id = Long.parseLong(taken(reviewer, "node.csv", csv, false).path("imported").asString());
        jdbc.sql("insert into benchmark_set_event (set_id, seq, what, note, day, person_id) values (?, 1, 'published', '他处', ?, ?)").params(id, Bureau.TODAY, bureau.officer.id()).update();
        tables.forget();
        assertThat(reviewer.get("/api/discretion/tables?q=" + encoded("堆放别机")).json().path("items")).hasSize(1);
    }

    @Autowired BenchmarkTables tables;

    @Test
    void whoBroughtATableInDoesNotPublishIt() {
        Browser supervisor = Browser.of(port, city.person(bureau.agency, "supervisor"));
        byte[] csv = (HEADER + row("T1", "堆放自批", "1", "各种情形", "处二万元以上五万元以下罚款")).getBytes(StandardCharsets.UTF_8);
        String id = taken(supervisor, "a.csv", csv, false).path("imported").asString();
        assertThat(supervisor.post("/api/discretion/sets/" + id + "/publication", Map.of("note", "公布")).status()).isEqualTo(403);
    }

    @Test
    void aSetOfAnotherRegionIsNotFoundAndNothingOfASetCanBeChanged() {
        Browser reviewer = Browser.of(port, bureau.reviewer);
        byte[] csv = (HEADER + row("T1", "堆放别处", "1", "各种情形", "处二万元以上五万元以下罚款")).getBytes(StandardCharsets.UTF_8);
        String id = taken(reviewer, "a.csv", csv, false).path("imported").asString();
        Bureau elsewhere = new Bureau(city, jdbc);
        Browser stranger = Browser.of(port, city.person(elsewhere.agency, "supervisor"));
        assertThat(stranger.get("/api/discretion/sets/" + id).status()).isEqualTo(elsewhere.agency.region() == bureau.agency.region() ? 200 : 404);
        for (String change : List.of("update benchmark_set set tables = ''", "delete from benchmark_set", "delete from benchmark_set_event")) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> jdbc.sql(change).update())).as(change).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void aFileThatIsNoTableOfBenchmarksIsRefusedWithTheReason() {
        Browser reviewer = Browser.of(port, bureau.reviewer);
        for (Map.Entry<String, String> bad : Map.of("a.csv", "姓名,年龄\n甲,3\n", "b.csv", "", "c.xls", "x", "d.csv", "违法行为\n\"甲\n").entrySet()) {
            Browser.Answer answer = send(reviewer, bad.getKey(), bad.getValue().getBytes(StandardCharsets.UTF_8), true);
            assertThat(answer.status()).as(bad.getKey() + answer.body()).isEqualTo(422);
            assertThat(answer.json().path("detail").asString()).isNotBlank();
        }
        assertThat(send(Browser.of(port, bureau.officer), "a.csv", new byte[] {1}, true).status()).isEqualTo(403);
    }

    @Test
    void theTablesOfThreeCitiesAreReadAndTheirUnreadableRowsReported() throws IOException {
        Path folder = Path.of("../../shared/data/discretion");
        assumeTrue(Files.isDirectory(folder), "../shared/data/discretion is not there");
        Browser reviewer = Browser.of(port, bureau.reviewer);
        Map<String, Double> least = Map.of("jiangmen_eco_2020.csv", 1.0, "guangdong_eco_2021.csv", 0.85, "shenzhen_city_mgmt_2023_part.csv", 1.0);
        for (Map.Entry<String, Double> file : least.entrySet()) {
            JsonNode counts = taken(reviewer, file.getKey(), Files.readAllBytes(folder.resolve(file.getKey())), true).path("counts");
            assertThat(counts.path("read").asInt()).as(file.getKey()).isGreaterThanOrEqualTo((int) Math.ceil(file.getValue() * counts.path("rows").asInt()));
            assertThat(counts.path("read").asInt() + counts.path("reported").size()).isEqualTo(counts.path("rows").asInt());
        }
    }

    private static String row(String id, String conduct, String grade, String when, String standard) {
        return id + ",生态环境,《试行条例》,1-1," + conduct + "," + BASIS + "," + grade + "," + when + "," + standard + ",,试\n";
    }

    private int found(Browser who) {
        return who.get("/api/discretion/tables?q=" + encoded("堆物") + "&on=" + Bureau.TODAY + "").json().path("items").size();
    }

    private static List<String> codes(JsonNode page) {
        return page.path("items").valueStream().map(i -> i.path("code").asString() + i.path("from").asString()).toList();
    }

    private static Map<String, Object> situation(String table, Map<String, Object> quantities) {
        return new HashMap<>(Map.of("table", table, "on", "2026-03-02", "quantities", quantities));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode taken(Browser who, String file, byte[] content, boolean dryRun) {
        Browser.Answer answer = send(who, file, content, dryRun);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Objects.requireNonNull(answer.json());
    }

    private static Browser.Answer send(Browser who, String file, byte[] content, boolean dryRun) {
        return send(who, file, content, dryRun, Map.of());
    }

    private static Browser.Answer send(Browser who, String file, byte[] content, boolean dryRun, Map<String, String> more) {
        var body = new ByteArrayOutputStream();
        Map<String, String> fields = new HashMap<>(more);
        fields.putAll(Map.of("title", "试行裁量基准", "dryRun", String.valueOf(dryRun)));
        fields.forEach((name, value) ->
                body.writeBytes(("--mingfa\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--mingfa\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file + "\"\r\nContent-Type: text/csv\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--mingfa--\r\n".getBytes(StandardCharsets.UTF_8));
        return who.send(who.request("/api/discretion/sets/imports").header("X-XSRF-TOKEN", who.csrf())
                .header("Content-Type", "multipart/form-data; boundary=mingfa").POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }
}
