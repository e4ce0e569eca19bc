package org.mingfa.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.sheet.Sheet;
import org.mingfa.server.sheet.SheetFile;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The bank of questions: in by table, changed by versions, seen by whoever keeps it. */
@ServerTest
@Import(TestCity.class)
class QuestionBankTest {

    private static final String AT = "/api/registry/questions";
    private static final String HEADER = "题号,题型,题干,选项A,选项B,选项C,选项D,选项E,选项F,答案,类别,执法领域,依据,状态\n";

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    RegisterDesk desk;

    @BeforeEach
    void aRegionOfItsOwn() {
        desk = new RegisterDesk(port, city, jdbc);
    }

    private JsonNode bring(boolean dryRun, String rows) {
        Browser.Answer answer = RegisterDesk.upload(desk.supervisor, AT + "/imports?dryRun=" + dryRun, "题库.csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static final String GOOD = """
            ,单选,对同一个违法行为不得给予几次以上罚款？,一次,两次,三次,,,,B,公共法律知识,,行政处罚法 第二十九条,
            ,多选,下列属于行政强制措施的是（）。,查封场所,扣押财物,划拨存款,,,,"A,B",公共法律知识,,行政强制法 第九条,启用
            ,判断,行政处罚的实施机关不得委托个人实施行政处罚。,,,,,,,正确,公共法律知识,,行政处罚法 第二十条,
            """;

    private List<JsonNode> bank(String query) {
        return desk.supervisor.get(AT + "?" + query).json().path("items").valueStream().toList();
    }

    @Test
    void aTableComesInAfterADryRunAndGoesOutWithTheSameColumns() throws IOException {
        assertThat(bring(true, GOOD).at("/imported").asInt()).isZero();
        assertThat(bank("")).isEmpty();
        assertThat(bring(false, GOOD).at("/imported").asInt()).isEqualTo(3);
        assertThat(bank("").stream().map(q -> q.at("/question/answer").asString()).toList()).containsExactly("B", "AB", "A");
        assertThat(bank("kind=judgement")).hasSize(1);
        assertThat(bank("q=委托个人")).hasSize(1);
        Sheet out = SheetFile.read("题库.xlsx", new ByteArrayInputStream(desk.supervisor.bytes(AT + "/export").body()));
        assertThat(out.rows().get(2).cells()).contains("3", "判断", "正确", "行政处罚法 第二十条", "启用");
        StringBuilder again = new StringBuilder();
        out.rows().forEach(r -> again.append(String.join(",", r.cells())).append('\n'));
        assertThat(bring(false, again.toString()).at("/imported").asInt()).as("what is unchanged is left as it is").isZero();
        assertThat(desk.supervisor.bytes(AT + "/template").statusCode()).isEqualTo(200);
    }

    @Test
    void everyWrongRowIsToldAndNothingComesIn() {
        bring(false, GOOD);
        JsonNode report = bring(false, """
                ,单选,甲,一,二,,,,,C,公共法律知识,,某法 第一条,
                ,多选,乙,一,二,,,,,A,公共法律知识,,某法 第一条,
                ,单选,丙,一,,三,,,,A,公共法律知识,,某法 第一条,
                ,判断,丁,,,,,,,也许,公共法律知识,,某法 第一条,
                ,单选,戊,一,一,,,,,A,公共法律知识,,某法 第一条,
                ,单选,己,一,二,,,,,A,专业法律知识,,某法 第一条,
                99,单选,庚,一,二,,,,,A,公共法律知识,,某法 第一条,
                ,单选,对同一个违法行为 不得给予几次以上罚款,一,二,,,,,A,公共法律知识,,某法 第一条,
                ,单选,辛,一,二,,,,,A,公共法律知识,,,
                ,单选,壬,一,二,,,,,A,公共法律知识,,某法 第一条,
                ,单选,壬,一,二,,,,,A,公共法律知识,,某法 第一条,
                """);
        assertThat(report.at("/imported").asInt()).isZero();
        assertThat(report.path("faults").findValues("row").stream().map(JsonNode::asInt).toList()).containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10, 12);
        assertThat(report.path("faults").findValuesAsString("what")).contains("答案应为一个选项的字母", "多选题的答案至少两个字母，按顺序，不得超出选项", "前面的选项空缺",
                "专业法律知识的题目填执法领域，公共法律知识的不填", "题库中没有这个题号", "题干与题库第 1 题相同", "没有填写", "题干与第 11 行相同");
        assertThat(bank("")).hasSize(3);
    }

    @Test
    void aChangeIsANewVersionAndAWithdrawnQuestionStays() {
        bring(false, GOOD);
        Map<String, Object> changed = Map.of("kind", "judgement", "category", "public", "stem", "受委托组织可以再委托其他组织实施行政处罚。", "answer", "B", "basis", "行政处罚法 第二十条");
        assertThat(desk.supervisor.send("PUT", AT + "/3", tools.jackson.databind.json.JsonMapper.builder().build().writeValueAsString(changed)).json().at("/version").asInt()).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from exam_question where region_id = ? and number = 3").param(desk.agency.region()).query(Integer.class).single()).isEqualTo(2);
        assertThat(desk.supervisor.post(AT + "/1/withdrawal", Map.of("reason", "法律已修改")).status()).isEqualTo(204);
        assertThat(desk.supervisor.post(AT + "/1/withdrawal", Map.of("reason", "法律已修改")).status()).as("again").isEqualTo(409);
        assertThat(bank("withdrawn=false")).hasSize(2);
        assertThat(bank("").getFirst().at("/reason").asString()).isEqualTo("法律已修改");
        assertThat(desk.supervisor.post(AT, changed).status()).as("the same question again").isEqualTo(422);
        bring(false, "2,多选,下列属于行政强制措施的是（）。,查封场所,扣押财物,划拨存款,,,,AB,公共法律知识,,行政强制法 第九条,停用\n");
        assertThat(bank("withdrawn=true")).hasSize(2);
    }

    @Test
    void onlyWhoKeepsTheBankSeesItAndEachRegionHasItsOwn() {
        bring(false, GOOD);
        assertThat(Browser.of(port, city.person(desk.agency, "registrar")).get(AT).status()).isEqualTo(403);
        assertThat(Browser.of(port, city.person(desk.agency, "officer")).get(AT).status()).isEqualTo(403);
        assertThat(desk.security.get(AT + "/export").status()).isEqualTo(403);
        assertThat(new RegisterDesk(port, city, jdbc).supervisor.get(AT).json().path("items").size()).isZero();
    }
}
