package org.mingfa.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/** The registers filled from tables: every wrong row is told with its mending, and nothing is taken in by half. */
@ServerTest
@Import(TestCity.class)
class RegisterTablesTest {

    private static final String HEADER = "姓名,单位,人员类别,任职日期,身份证号,证件编号,执法类别,执法区域,有效期起,有效期止\n";
    private static final String BODIES = "主体名称,机关代字,主体类型,层级,行政区划,执法领域,统一社会信用代码,上级主体,执法依据,生效日期,委托机关,委托事项,委托开始,委托截止,公布日期\n";

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    RegisterDesk desk;
    String body;

    @BeforeEach
    void aRegionOfItsOwn() {
        desk = new RegisterDesk(port, city, jdbc);
        body = "云台县市监局" + RegisterDesk.number();
        jdbc.sql("update agency set name = ? where id = ?").params(body, desk.agency.id()).update();
    }

    private String row(String name, String id, String number, String first, String last) {
        return String.join(",", name, body, "执法人员", "2024-01-01", id, number, "市场监管", desk.regionCode, first, last) + "\n";
    }

    private JsonNode bring(String csv, boolean dryRun) {
        Browser.Answer answer = send(csv, dryRun);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Browser.Answer send(String csv, boolean dryRun) {
        return RegisterDesk.upload(desk.security, "/api/registry/people/imports?dryRun=" + dryRun, "人员.csv", (HEADER + csv).getBytes(StandardCharsets.UTF_8));
    }

    private List<String> faults(JsonNode report) {
        List<String> out = new ArrayList<>();
        report.path("faults").forEach(f -> {
            assertThat(f.at("/mend").asString()).isNotBlank();
            out.add(f.at("/row").asInt() + " " + f.at("/column").asString() + " " + f.at("/what").asString());
        });
        return out;
    }

    @Test
    void everyWrongRowIsToldAndNothingIsHalfImported() {
        String id = RegisterDesk.idNumber();
        String taken = RegisterDesk.number();
        desk.enter("原有人", taken);
        String number = RegisterDesk.number();
        String wrong = id.substring(0, 17) + (id.endsWith("0") ? "1" : "0");
        String csv = row("甲一", id, number, "2024-01-01", "2028-12-31")
                + row("甲二", id, RegisterDesk.number(), "2024-01-01", "2028-12-31")
                + row("甲三", wrong, number, "2024-01-01", "2028-12-31")
                + row("甲四", RegisterDesk.idNumber(), taken, "2024-01-01", "2023-12-31")
                + row("甲五", RegisterDesk.idNumber(), RegisterDesk.number(), "2024-02-30", "2028-12-31")
                + row("甲六", RegisterDesk.idNumber(), RegisterDesk.number(), "2024-01-01", "2028-12-31").replace(body, "没有这个局")
                + row("甲七", RegisterDesk.idNumber(), RegisterDesk.number(), "", "")
                + row("甲八", RegisterDesk.idNumber(), RegisterDesk.number(), "2024-01-01", "2028-12-31").replace("执法人员", "执法辅助人员")
                + row("甲九", RegisterDesk.idNumber(), RegisterDesk.number(), "2024-01-01", "2028-12-31").replace("," + desk.regionCode + ",", ",没有这个县,")
                + row("甲十", RegisterDesk.idNumber(), "x", "2024-01-01", "2028-12-31").replace("市场监管", "占卜");
        JsonNode report = bring(csv, false);
        assertThat(faults(report)).contains("3 身份证号 身份证号与第 2 行重复", "4 身份证号 身份证号的位数、出生日期或校验位不对", "5 有效期止 早于有效期起", "6 有效期起 不是日期，或者没有这一天",
                        "7 单位 登记册中没有这个单位，或者不在本地区", "8 有效期起 证件的内容不全，还缺：有效期起、有效期止", "9 证件编号 执法辅助人员不持行政执法证", "10 执法区域 没有这个行政区划",
                        "11 执法类别 没有单位有这个执法领域", "11 证件编号 不是 4 至 30 位汉字、数字、大写字母或短横");
        assertThat(report.at("/rows").asInt()).isEqualTo(10);
        assertThat(report.at("/refused").asInt()).isEqualTo(9);
        assertThat(report.at("/imported").asInt()).isZero();
        assertThat(report.toString()).as("no number in full").doesNotContain(id, wrong);
        assertThat(desk.names("q=甲")).isEmpty();
    }

    @Test
    void aCertificateThatIsTakenOrOverlapsIsToldAndASecondOneThatDoesNotIsTakenIn() {
        String id = RegisterDesk.idNumber();
        String taken = RegisterDesk.number();
        desk.enter("原有人", taken);
        String twice = RegisterDesk.number();
        JsonNode report = bring(row("乙一", id, RegisterDesk.number(), "2020-01-01", "2024-12-31") + row("乙一", id, RegisterDesk.number(), "2024-12-31", "2028-12-31")
                + row("乙二", RegisterDesk.idNumber(), taken, "2024-01-01", "2028-12-31") + row("乙三", RegisterDesk.idNumber(), twice, "2024-01-01", "2028-12-31")
                + row("乙四", RegisterDesk.idNumber(), twice, "2024-01-01", "2028-12-31"), true);
        assertThat(faults(report)).containsExactly("3 有效期起 有效期与同一人的另一执法证件重叠（第 2 行）", "4 证件编号 该证号已经登记", "6 证件编号 证件编号与第 5 行重复");
        JsonNode good = bring(row("乙一", id, RegisterDesk.number(), "2020-01-01", "2024-12-31") + row("乙一", id, RegisterDesk.number(), "2025-01-01", "2028-12-31"), false);
        assertThat(good.at("/imported").asInt()).isEqualTo(2);
        assertThat(desk.names("q=乙一")).containsExactly("乙一");
        JsonNode later = bring(row("乙一", id, RegisterDesk.number(), "2028-06-01", "2032-12-31"), true);
        assertThat(faults(later)).singleElement().asString().contains("2 有效期起 有效期与同一人的另一执法证件重叠");
        assertThat(bring(row("乙一", id, RegisterDesk.number(), "2029-01-01", "2032-12-31"), false).at("/imported").asInt()).isEqualTo(1);
        assertThat(faults(bring(row("乙他", id, RegisterDesk.number(), "2039-01-01", "2042-12-31"), true))).singleElement().asString().contains("姓名或者单位与此行不同");
    }

    @Test
    void withoutANumberANamesakeIsAskedFor() {
        String row = row("己一", "", RegisterDesk.number(), "2024-01-01", "2028-12-31");
        String other = row("己一", "", RegisterDesk.number(), "2024-01-01", "2028-12-31");
        assertThat(faults(bring(row + other, true))).singleElement().asString().startsWith("3 姓名 本单位已有同名人员");
        assertThat(bring(row, false).at("/imported").asInt()).isEqualTo(1);
        assertThat(faults(bring(other, true))).singleElement().asString().startsWith("2 姓名 本单位已有同名人员");
        assertThat(bring(row("己一", RegisterDesk.idNumber(), RegisterDesk.number(), "2024-01-01", "2028-12-31"), false).at("/imported").asInt()).isEqualTo(1);
    }

    @Test
    void aDryRunChangesNothing() {
        JsonNode report = bring(row("丙一", RegisterDesk.idNumber(), RegisterDesk.number(), "2024-01-01", "2028-12-31"), true);
        assertThat(report.at("/read").asInt()).isEqualTo(1);
        assertThat(report.at("/imported").asInt()).isZero();
        assertThat(desk.names("q=丙一")).isEmpty();
    }

    @Test
    void aClerkBringsTheirOwnBodysPeopleOnlyAndOthersBringNobody() {
        Browser clerk = Browser.of(port, city.person(city.agencyIn(desk.agency.region()), "registrar"));
        byte[] csv = (HEADER + row("丁一", RegisterDesk.idNumber(), RegisterDesk.number(), "2024-01-01", "2028-12-31")).getBytes(StandardCharsets.UTF_8);
        assertThat(RegisterDesk.upload(clerk, "/api/registry/people/imports?dryRun=false", "a.csv", csv).body()).contains("您只管理本单位的人员");
        assertThat(RegisterDesk.upload(desk.supervisor, "/api/registry/people/imports", "a.csv", csv).status()).isEqualTo(403);
    }

    @Test
    void aFileThatIsNoTableIsRefusedWithWhatWhereAndHowToMendIt() {
        Browser.Answer macros = RegisterDesk.upload(desk.security, "/api/registry/people/imports", "a.xlsm", new byte[] {1});
        assertThat(macros.status()).isEqualTo(422);
        assertThat(macros.json().at("/mend").asString()).contains("xlsx");
        Browser.Answer other = RegisterDesk.upload(desk.security, "/api/registry/people/imports", "a.csv", "主体名称\n某局\n".getBytes(StandardCharsets.UTF_8));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().at("/what").asString()).contains("不认识这一列");
    }

    @Test
    void tenThousandPeopleComeInRightAndTheSecondTimeNobodyDoes() {
        String tag = RegisterDesk.number();
        List<String> ids = IntStream.range(0, 10_000).mapToObj(i -> RegisterDesk.idNumber("1499%02d19%02d0%d%02d%03d".formatted(10 + i / 1000, 60 + i % 30, 1 + i % 9, 1 + i % 28, i % 1000))).toList();
        String csv = IntStream.range(0, 10_000).mapToObj(i -> row("万人" + i, ids.get(i), tag + "-" + i, "2024-01-01", i % 2 == 0 ? "2028-12-31" : "2025-12-31")).collect(Collectors.joining());
        long start = System.nanoTime();
        JsonNode report = bring(csv, false);
        System.out.println("10,000 people imported in " + (System.nanoTime() - start) / 1_000_000 + " ms");
        assertThat(report.at("/imported").asInt()).as(report.path("faults").path(0).toString()).isEqualTo(10_000);
        assertThat(jdbc.sql("select count(*) from certificate where number like ? || '-%'").param(tag).query(Integer.class).single()).isEqualTo(10_000);
        assertThat(jdbc.sql("""
                select count(distinct i.id_mark) from person_identity i join person p on p.id = i.person_id where p.agency_id = ? and p.name like '万人%'""")
                .param(desk.agency.id()).query(Integer.class).single()).isEqualTo(10_000);
        for (int i : new int[] {0, 1, 4_999, 9_998, 9_999}) {
            JsonNode found = desk.supervisor.get("/api/registry/people?on=2026-01-01&q=" + tag + "-" + i).json();
            assertThat(found.at("/items/0/name").asString()).isEqualTo("万人" + i);
            assertThat(found.at("/items/0/acting").asBoolean()).isEqualTo(i % 2 == 0);
            String id = found.at("/items/0/id").asString();
            assertThat(desk.security.get("/api/registry/people/" + id + "/identity").json().at("/idNumber").asString()).isEqualTo(ids.get(i));
        }
        start = System.nanoTime();
        JsonNode page = desk.supervisor.get("/api/registry/people?on=2026-01-01&state=expired&limit=50").json();
        System.out.println("a filtered page of 10,000 people in " + (System.nanoTime() - start) / 1_000_000 + " ms");
        assertThat(page.at("/count/more").asBoolean()).isTrue();
        start = System.nanoTime();
        assertThat(desk.supervisor.get("/api/registry/people?on=2026-01-01&state=suspended").json().path("items").isEmpty()).isTrue();
        System.out.println("a filter that none of 10,000 people meets in " + (System.nanoTime() - start) / 1_000_000 + " ms");
        JsonNode again = bring(csv, false);
        assertThat(again.at("/imported").asInt()).isZero();
        assertThat(again.at("/allFaults").asInt()).isGreaterThanOrEqualTo(10_000);
        assertThat(again.path("faults").size()).isEqualTo(1_000);
    }

    @Test
    void anExportIsAnImportAndHoldsNumbersOnlyByRight() throws Exception {
        String id = RegisterDesk.idNumber();
        bring(row("戊一", id, RegisterDesk.number(), "2024-01-01", "2028-12-31"), false);
        Sheet plain = export(desk.security, "");
        assertThat(plain.header()).contains("姓名", "身份证号");
        assertThat(plain.rows().toString()).contains("戊一").doesNotContain(id);
        assertThat(export(desk.security, "&identity=true").rows().toString()).contains("戊一", id);
        assertThat(desk.supervisor.get("/api/registry/people/export?identity=true").status()).isEqualTo(403);
        assertThat(desk.security.get("/api/registry/people/export?identity=true&on=2025-01-01").status()).as("who was here then and is elsewhere now").isEqualTo(403);
    }

    private Sheet export(Browser browser, String more) throws IOException {
        return SheetFile.read("a.xlsx", new ByteArrayInputStream(browser.bytes("/api/registry/people/export?q=戊一" + more).body()));
    }

    @Test
    void bodiesComeInWithTheirSuperiorsAndWhatIsWrongIsTold() {
        String tag = RegisterDesk.number();
        JsonNode bad = bodies(body(tag + "甲", "法定行政机关", tag + "乙", "") + body(tag + "乙", "法定行政机关", tag + "甲", "") + body(tag + "丙", "法定行政机关", "没有的局", "")
                + body(tag + "丁", "受委托组织", "", "") + body(tag + "戊", "法定行政机关", "", "").replace("市场监管,,", "市场监管,911100001000013428,")
                + body(body, "法定行政机关", "", ""), false);
        assertThat(faults(bad)).contains("2 上级主体 上下级成环：" + tag + "甲 → " + tag + "乙 → " + tag + "甲", "4 上级主体 登记册和本表中都没有这个上级主体",
                "5 委托机关 委托的内容不全，还缺：委托机关、委托事项、委托开始、委托截止", "6 统一社会信用代码 统一社会信用代码的校验位不对", "7 主体名称 登记册中已有这个主体");
        assertThat(bad.at("/imported").asInt()).isZero();
        JsonNode good = bodies(body(tag + "下", "法定行政机关", tag + "上", "") + body(tag + "上", "法定行政机关", "", "") + body(tag + "站", "受委托组织", "", tag + "下"), false);
        assertThat(good.at("/imported").asInt()).as(good.toString()).isEqualTo(3);
        JsonNode found = desk.supervisor.get("/api/registry/bodies?q=" + tag).json();
        assertThat(found.path("items").findValuesAsString("parentName")).contains(tag + "上");
        assertThat(found.path("items").findValuesAsString("standing")).isNotEmpty();
        assertThat(jdbc.sql("select count(*) from agency a join standing_on(a.id, '2026-01-01') s on s.standing where a.name like ? || '%'").param(tag).query(Integer.class).single()).isEqualTo(3);
    }

    @Test
    void aNameOfTwoBodiesIsToldAndNotTakenForTheLast() {
        jdbc.sql("insert into agency (region_id, name, short_name, field) select region_id, name, short_name, field from agency where id = ?").param(desk.agency.id()).update();
        JsonNode people = bring(row("王某", "", "", "", ""), true);
        assertThat(people.path("faults").toString()).contains("几个主体都叫这个名称");
        assertThat(people.at("/imported").asInt()).isZero();
        assertThat(faults(bodies(body(body, "法定行政机关", "", ""), true))).contains("2 主体名称 登记册中已有几个同名的主体");
        assertThat(bodies(body(RegisterDesk.number() + "下", "法定行政机关", body, ""), true).path("faults").toString()).contains("几个主体都叫这个名称");
    }

    private String body(String name, String kind, String parent, String delegator) {
        return String.join(",", name, "云某", kind, "县", desk.regionCode, "市场监管", "", parent, "行政处罚法 第十七条", "2024-01-01", delegator, delegator.isEmpty() ? "" : "占道经营的处罚",
                delegator.isEmpty() ? "" : "2024-01-01", delegator.isEmpty() ? "" : "2027-12-31", delegator.isEmpty() ? "" : "2024-01-01") + "\n";
    }

    private JsonNode bodies(String csv, boolean dryRun) {
        Browser.Answer answer = RegisterDesk.upload(desk.supervisor, "/api/registry/bodies/imports?dryRun=" + dryRun, "主体.csv", (BODIES + csv).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void theTemplatesCanBeReadBack() throws Exception {
        for (String what : List.of("people", "bodies")) {
            byte[] bytes = (what.equals("people") ? desk.security : desk.supervisor).bytes("/api/registry/" + what + "/template").body();
            assertThat(SheetFile.read("t.xlsx", new ByteArrayInputStream(bytes)).header()).first().asString().endsWith("*");
        }
    }
}
