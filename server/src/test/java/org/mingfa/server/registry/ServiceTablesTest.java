package org.mingfa.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.cases.Bureau;
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

/** 配备标准, 律师调用申请, 年度考核 and 领证申请 as tables: by the rules of their pages, whole or not at all. */
@ServerTest
@Import(TestCity.class)
class ServiceTablesTest {

    private static final LocalDate TODAY = Bureau.TODAY;
    private static final String AT = "/api/registry/";

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    Bureau bureau;
    Browser clerk;
    Browser supervisor;
    String body;
    String officer;

    @BeforeEach
    void aBody() {
        bureau = new Bureau(city, jdbc);
        body = "云岭表格" + bureau.agency.id() + "局";
        officer = "表中人" + bureau.officer.id();
        jdbc.sql("update agency set name = ? where id = ?").params(body, bureau.agency.id()).update();
        jdbc.sql("update person set name = ? where id = ?").params(officer, bureau.officer.id()).update();
        clerk = Browser.of(port, city.person(bureau.agency, "registrar"));
        supervisor = Browser.of(port, city.person(bureau.agency, "supervisor"));
    }

    private JsonNode taken(Browser who, String path, String csv, boolean dryRun) {
        Browser.Answer a = RegisterDesk.upload(who, AT + path + "/imports?dryRun=" + dryRun, "表.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(a.status()).as(a.body()).isEqualTo(200);
        return a.json();
    }

    @Test
    void standardsOfARegionComeInAndNoRowOfABadTable() throws Exception {
        String header = "装备类别,执法领域,自何日起,数量,每几名执法人员,依据,已核对原文\n";
        String good = header + "执法记录仪,市场监管,2026-01-01,1,2,试行办法,是\n执法记录仪,市场监管,2027-01-01,1,1,试行办法,否\n";
        JsonNode bad = taken(supervisor, "equipment/standards", good + "执法记录仪,市场监管,2026-06-01,1,1,试行办法,否\n执法记录仪,,2026-01-01,5000,1,试行办法,\n", false);
        assertThat(bad.path("imported").asInt()).isZero();
        assertThat(bad.at("/faults").findValuesAsString("row")).containsExactly("4", "5");
        assertThat(taken(supervisor, "equipment/standards", good, true).path("imported").asInt()).isZero();
        assertThat(mine()).isZero();
        assertThat(taken(supervisor, "equipment/standards", good, false).path("imported").asInt()).isEqualTo(2);
        assertThat(mine()).isEqualTo(2);
        assertThat(sheet(supervisor, "equipment/standards/export")).contains("试行办法").contains("执法记录仪");
        assertThat(RegisterDesk.upload(clerk, AT + "equipment/standards/imports?dryRun=true", "表.csv", good.getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(403);
    }

    private int mine() {
        return jdbc.sql("select count(*) from equipment_standard where region_id = ?").param(bureau.agency.region()).query(Integer.class).single();
    }

    @Test
    void requestsForALawyerAreTheBodysOwnAndTwiceTheSameIsAFault() throws Exception {
        Browser head = Browser.of(port, bureau.head);
        String csv = "事项,自何日起,至何日止\n重大案件审核,%s,%s\n".formatted(TODAY, TODAY.plusDays(20));
        assertThat(taken(asker(head), "counsel", csv, false).path("imported").asInt()).isEqualTo(1);
        JsonNode again = taken(asker(head), "counsel", csv, false);
        assertThat(again.at("/faults/0/what").asString()).contains("正在等待指派");
        JsonNode past = taken(asker(head), "counsel", "事项,自何日起,至何日止\n别的,2020-01-01,2020-02-01\n", true);
        assertThat(past.at("/faults/0/column").asString()).isEqualTo("至何日止");
        assertThat(sheet(asker(head), "counsel/export")).contains("重大案件审核").contains("等待指派").contains(body);
        Browser stranger = Browser.of(port, city.person(city.agency(), "agency-head", "legal-reviewer", "registrar"));
        assertThat(sheet(stranger, "counsel/export")).doesNotContain("重大案件审核");
    }

    private Browser asker(Browser head) {
        return List.of(head, clerk, Browser.of(port, bureau.reviewer)).stream().filter(b -> b.get(AT + "counsel/template").status() == 200).findFirst().orElseThrow();
    }

    @Test
    void aYearsAppraisalsComeInByTheIndicatorsOfThatYear() throws Exception {
        Browser filler = List.of(clerk, Browser.of(port, bureau.head), supervisor).stream().filter(b -> b.get(AT + "appraisals/2025/template").status() == 200).findFirst().orElseThrow();
        JsonNode indicators = filler.get(AT + "appraisals/indicators?year=2025").json().path("indicators");
        StringBuilder header = new StringBuilder("姓名");
        StringBuilder full = new StringBuilder(officer);
        for (JsonNode i : indicators) {
            header.append(',').append(header.toString().split(",").length).append(' ').append(i.path("title").asString());
            full.append(',').append(i.path("points").asInt());
        }
        assertThat(taken(filler, "appraisals/2025", header + "\n" + full + "1\n", true).at("/faults/0/what").asString()).isEqualTo("超出范围");
        assertThat(taken(filler, "appraisals/2025", header + "\n没有这个人" + full.substring(officer.length()) + "\n", true).path("allFaults").asInt()).isEqualTo(1);
        assertThat(taken(filler, "appraisals/2025", header + "\n" + full + "\n", false).path("imported").asInt()).isEqualTo(1);
        assertThat(taken(filler, "appraisals/2025", header + "\n" + full + "\n", false).at("/faults/0/what").asString()).contains("已经填写");
        assertThat(sheet(filler, "appraisals/2025/export")).contains(officer).contains("待审核");
        assertThat(filler.get(AT + "appraisals/12/export").status()).isEqualTo(422);
        assertThat(Browser.of(port, bureau.officer).get(AT + "appraisals/2025/export").status()).isEqualTo(403);
    }

    @Test
    void applicationsOfAUnitComeInForItsOwnPeopleOnly() throws Exception {
        TestCity.Agency other = city.agencyIn(bureau.agency.region());
        jdbc.sql("update agency set name = ? where id = ?").params("别的" + other.id() + "局", other.id()).update();
        long stranger = city.person(other, "officer").id();
        jdbc.sql("update person set name = '别局人' where id = ?").param(stranger).update();
        Browser filer = List.of(clerk, Browser.of(port, bureau.head)).stream().filter(b -> b.get(AT + "applications/template").status() == 200).findFirst().orElseThrow();
        String header = "姓名,单位,原证件编号,执法类别,执法区域代码,申请理由\n";
        String good = header + officer + "," + body + ",,市场监管,,换岗\n";
        JsonNode bad = taken(filer, "applications", good + "别局人,别的" + other.id() + "局,,市场监管,,换岗\n" + officer + "," + body + ",,没有的类别,,换岗\n", false);
        assertThat(bad.path("imported").asInt()).isZero();
        assertThat(bad.path("allFaults").asInt()).isEqualTo(2);
        assertThat(taken(filer, "applications", good, false).path("imported").asInt()).isEqualTo(1);
        assertThat(taken(filer, "applications", good, false).at("/faults/0/what").asString()).contains("已有办理中的申请");
        assertThat(sheet(filer, "applications/export")).contains(officer).contains("待单位审查");
    }

    /** All cells of an export. */
    private static String sheet(Browser who, String path) throws Exception {
        var answer = who.bytes(AT + path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return SheetFile.read("x.xlsx", new ByteArrayInputStream(answer.body())).rows().stream().map(Sheet.Row::cells).toList().toString();
    }
}
