package org.mingfa.server.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.cases.Bureau;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServerTest
@Import(TestCity.class)
class ChartsTest {

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    Bureau bureau;

    @BeforeEach
    void aBureau() {
        bureau = new Bureau(city, jdbc);
    }

    @Test
    void anOfficerSeesTheChartOfAProcedureAsItsFieldHasIt() {
        Browser.Answer chart = bureau.as(port, bureau.officer).get("/api/procedures/penalty-ordinary/chart.svg");
        assertThat(chart.status()).as(chart.body()).isEqualTo(200);
        assertThat(chart.body()).startsWith("<?xml").contains("行政处罚普通程序流程图").contains("@page").doesNotContain("<script");
        JsonNode list = bureau.as(port, bureau.officer).get("/api/procedures/penalty-ordinary/chart?on=2026-03-01").json();
        assertThat(list.path("stages").get(0).path("title").asString()).isEqualTo("立案");
        assertThat(list.toString()).contains("应当在立案后").contains("行政处罚法 第六十条");
        assertThat(bureau.as(port, bureau.officer).get("/api/procedures/no-such/chart.svg").status()).isEqualTo(404);
        assertThat(bureau.as(port, bureau.officer).get("/api/procedures/penalty-ordinary/chart.svg?on=1990-01-01").status()).isEqualTo(404);
        assertThat(new Browser(port).get("/api/procedures/penalty-ordinary/chart.svg").status()).isEqualTo(401);
    }

    @Test
    void theChartOfACaseTellsWhatIsDoneDueOpenAndBarredAndNamesNobody() {
        Browser.Answer opened = bureau.as(port, bureau.head).post("/api/cases", bureau.filing(Bureau.TODAY));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        String id = opened.json().path("id").asString();
        JsonNode list = bureau.as(port, bureau.officer).get("/api/cases/" + id + "/chart").json();
        assertThat(standing(list, "file-case")).isEqualTo("DONE");
        assertThat(standing(list, "decide")).isEqualTo("DUE");
        assertThat(standing(list, "interview")).isEqualTo("OPEN");
        assertThat(standing(list, "serve-notice")).isEqualTo("BARRED");
        assertThat(standing(list, "register-lead")).isEqualTo("OVER");
        Browser.Answer svg = bureau.as(port, bureau.officer).get("/api/cases/" + id + "/chart.svg");
        assertThat(svg.status()).isEqualTo(200);
        assertThat(svg.body()).contains("已于" + Bureau.TODAY).contains("期限至").contains("应办").contains("暂不可办");
        for (JsonNode o : opened.json().path("objects")) {
            assertThat(svg.body() + list).doesNotContain(o.path("label").asString());
        }
        assertThat(svg.body() + list).doesNotContain("李执法");
        Bureau other = new Bureau(city, jdbc);
        assertThat(other.as(port, other.officer).get("/api/cases/" + id + "/chart.svg").status()).as("another agency").isEqualTo(404);
    }

    private static String standing(JsonNode list, String act) {
        return list.path("stages").valueStream().flatMap(s -> s.path("steps").valueStream())
                .filter(s -> s.path("code").asString().equals(act)).map(s -> s.path("standing").path("code").asString()).findFirst().orElseThrow();
    }

    @Test
    void aProcedureIsHandedOutAsBpmnAndDcr() {
        Browser officer = bureau.as(port, bureau.officer);
        assertThat(officer.get("/api/procedures/penalty-ordinary/bpmn").body()).startsWith("<?xml").contains("<userTask id=\"decide\"");
        assertThat(officer.get("/api/procedures/penalty-ordinary/dcr").body()).startsWith("<?xml").contains("<response sourceId=\"file-case\" targetId=\"decide\" time=\"P90D\"");
        assertThat(new Browser(port).get("/api/procedures/penalty-ordinary/dcr").status()).isEqualTo(401);
    }

    @Test
    void anyoneReadsTheChartsOnThePortalWithoutScript() {
        Browser anyone = new Browser(port);
        assertThat(anyone.get("/public/procedures").body()).contains("/public/procedures/penalty-ordinary").contains("行政处罚简易程序");
        Browser.Answer page = anyone.get("/public/procedures/penalty-ordinary");
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("<svg").contains("作出行政处罚决定").contains("应当在立案后90日内（行政处罚法 第六十条").doesNotContain("<script").doesNotContain("<style").doesNotContain("<?xml");
        List.of("/public/procedures/no-such", "/public/procedures/penalty-ordinary?field=%E6%B2%A1%E6%9C%89&region=99")
                .forEach(path -> assertThat(anyone.get(path).status()).as(path).isEqualTo(404));
        Browser.Answer local = anyone.get("/public/procedures/penalty-ordinary?field=" + java.net.URLEncoder.encode("市场监管", java.nio.charset.StandardCharsets.UTF_8)
                + "&region=14" + bureau.agency.region());
        assertThat(local.status()).isEqualTo(200);
        assertThat(local.body()).contains("市场监管").contains("<svg");
    }
}
