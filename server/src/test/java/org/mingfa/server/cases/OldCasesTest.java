package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Cases of an old system come in from a table, with their true days and people, examined as they go, each row for itself (旧案导入). */
@ServerTest
@Import(TestCity.class)
class OldCasesTest {

    private static final LocalDate FILED = LocalDate.of(2026, 3, 2);
    private static final String DISCOVERED = "立案：发现违法行为之日";
    private static final String NUMBER = "立案：案号（签发时自动编排）";

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Transactions transactions;

    private Bureau bureau;
    private Browser registrar;
    private TestCity.Person clerk;
    private Desk officer;

    @BeforeEach
    void aBureauAndItsRegistrar() {
        bureau = new Bureau(city, jdbc);
        clerk = city.person(bureau.agency, "registrar");
        registrar = Browser.of(port, clerk);
        officer = new Desk(port, bureau.officer);
    }

    /** A case that was filed and inspected on paper. */
    private Map<String, String> old(String number) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("原案号", number);
        row.put("立案：办理日期", FILED.toString());
        row.put("立案：办理人", "T" + bureau.head.id());
        row.put("立案：执法人员", "T" + bureau.officer.id() + "、T" + bureau.second.id());
        row.put("立案：案由", "未按规定建立进货查验记录");
        row.put("立案：简要案情", "检查发现其未建立进货查验记录制度");
        row.put("立案：当事人：当事人类型", "法人");
        row.put("立案：当事人：姓名或者名称", "云岭市禾穗坊食品有限公司");
        row.put("立案：当事人：统一社会信用代码", "91149900MA00000008");
        row.put("立案：当事人：住址或者住所", "云岭市云台路1号");
        row.put(DISCOVERED, "2026年3月1日");
        row.put("立案：违法行为发生之日（连续或者继续的，终了之日）", "2026/2/27");
        row.put("立案：有证据初步证明存在违法行为", "是");
        row.put("立案：依法应当给予行政处罚", "是");
        row.put("立案：属于本机关管辖", "是");
        row.put("立案：主办人", "T" + bureau.officer.id());
        row.put(NUMBER, "");
        row.put("现场检查：办理日期", FILED.plusDays(1).toString());
        row.put("现场检查：办理人", "T" + bureau.officer.id());
        row.put("现场检查：办理身份", "");
        row.put("现场检查：执法人员", "T" + bureau.officer.id() + "，T" + bureau.second.id());
        row.put("现场检查：检查地点", "云岭市云台路1号");
        row.put("现场检查：现场情况", "现场未见进货查验记录");
        row.put("现场检查：已出示执法证件并告知权利", "是");
        row.put("现场检查：签名情况", "已签名");
        return row;
    }

    private static Map<String, String> with(Map<String, String> row, String column, String value) {
        row.put(column, value);
        return row;
    }

    @SafeVarargs
    private Browser.Answer send(boolean dryRun, Long approver, Map<String, String>... rows) {
        List<String> lines = new ArrayList<>(List.of(String.join(",", rows[0].keySet())));
        for (Map<String, String> row : rows) {
            lines.add(row.values().stream().map(v -> '"' + v + '"').collect(Collectors.joining(",")));
        }
        return send(registrar, dryRun, approver, String.join("\n", lines));
    }

    private Browser.Answer send(Browser who, boolean dryRun, Long approver, String csv) {
        return who.upload("/api/old-cases?procedure=penalty-ordinary&dryRun=" + dryRun + (approver == null ? "" : "&approver=" + approver)
                + "&reason=" + URLEncoder.encode("旧系统停用", StandardCharsets.UTF_8), "旧案.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    @SafeVarargs
    private JsonNode report(boolean dryRun, Long approver, Map<String, String>... rows) {
        Browser.Answer answer = send(dryRun, approver, rows);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> said(JsonNode report) {
        return report.at("/items/0/said").valueStream().map(s -> s.path("column").asString() + " " + s.path("what").asString()).toList();
    }

    private int cases() {
        return bureau.agency.scope().<Integer, RuntimeException>call(() -> transactions.read(
                () -> jdbc.sql("select count(*) from enforcement_case where agency_id = ?").param(bureau.agency.id()).query(Integer.class).single()));
    }

    @Test
    void aRunningCaseStandsInTheRecordWithItsTrueDaysAndPeople() {
        JsonNode report = report(false, null, old("旧〔2026〕1号"));
        assertThat(said(report)).isEmpty();
        assertThat(report.path("imported").asInt()).isEqualTo(1);
        String id = report.at("/items/0/case").asString();
        List<JsonNode> entries = officer.get("/api/cases/" + id + "/entries").path("items").valueStream().toList();
        assertThat(entries.stream().map(e -> e.path("act").asString() + " " + e.path("at").asString() + " " + e.path("mode").asString()))
                .containsExactly("inspect " + FILED.plusDays(1) + " LATE", "file-case " + FILED + " LATE");
        assertThat(entries.stream().map(e -> e.at("/actor/id").asString())).containsExactly(Long.toString(bureau.officer.id()), Long.toString(bureau.head.id()));
        assertThat(entries).allSatisfy(e -> {
            assertThat(e.at("/recorder/id").asString()).as("who entered it").isEqualTo(Long.toString(clerk.id()));
            assertThat(e.path("reason").asString()).contains("旧〔2026〕1号", "旧系统停用");
        });
        JsonNode duty = officer.one(id).path("duties").valueStream().filter(d -> d.path("act").asString().equals("decide")).findFirst().orElseThrow();
        assertThat(duty.path("from").asString()).startsWith(FILED.toString());
        assertThat(duty.path("overdue").asBoolean()).as("its period runs from the day of filing").isTrue();
        assertThat(officer.get("/api/cases/" + id + "/documents")).as("its papers were made elsewhere").isEmpty();
        officer.done(id, bureau.inspection(Bureau.TODAY, 2));
    }

    @Test
    void aClosedCaseComesInWholeAndIsClosed() {
        String officers = "T" + bureau.officer.id() + "、T" + bureau.second.id();
        String by = "T" + bureau.officer.id();
        Map<String, String> row = new LinkedHashMap<>();
        row.put("原案号", "旧〔2026〕简1号");
        put(row, "当场调查取证", FILED, by, Map.of("执法人员", officers, "案由", "占道经营", "违法事实", "占道摆卖", "证据", "照片", "地点", "云台路", "当事人：当事人类型", "法人", "当事人：姓名或者名称", "云岭市禾穗坊食品有限公司",
                "违法行为发生之日（连续或者继续的，终了之日）", FILED.toString(), "已出示执法证件", "是"));
        put(row, "当场告知并听取陈述申辩", FILED, by, Map.of("拟处罚的内容及事实、理由、依据", "警告", "拟罚款数额（警告填 0）", "50.5", "已告知陈述权、申辩权", "是", "已听取当事人陈述申辩（或者当事人明确放弃）", "是"));
        put(row, "作出当场行政处罚决定", FILED, by, Map.of("执法人员", officers, "预定编号", "旧当罚〔2026〕3号", "处罚种类", "罚款", "罚款数额（警告填 0）", "50.5", "违法行为", "占道经营", "处罚依据", "市容条例", "处罚地点", "云台路",
                "申请行政复议、提起行政诉讼的途径和期限", "六十日内申请行政复议", "已告知先申请行政复议", "是", "已当场交付当事人", "是"));
        put(row, "报机关备案", FILED.plusDays(1), by, Map.of("交回的材料", "决定书存根"));
        put(row, "缴纳罚款", FILED.plusDays(3), "", Map.of("本次缴纳的罚款（不含加处罚款）", "50.50元", "缴款凭证号", "P1"));
        put(row, "结案", FILED.plusDays(9), "T" + bureau.head.id(), Map.of("结案理由", "处罚决定执行完毕", "处理和执行情况", "已缴款"));
        String csv = String.join(",", row.keySet()) + "\n" + row.values().stream().map(v -> '"' + v + '"').collect(Collectors.joining(","));
        JsonNode report = registrar.upload("/api/old-cases?procedure=penalty-summary&dryRun=false&reason=x&approver=" + bureau.head.id(), "旧案.csv", csv.getBytes(StandardCharsets.UTF_8)).json();
        assertThat(report.path("imported").asInt()).as(report.toString()).isEqualTo(1);
        JsonNode of = officer.one(report.at("/items/0/case").asString());
        assertThat(of.path("ended").asBoolean()).as(of.toString()).isTrue();
        assertThat(of.path("number").asString()).isEqualTo("旧当罚〔2026〕3号");
    }

    private static void put(Map<String, String> row, String act, LocalDate day, String by, Map<String, String> form) {
        row.put(act + "：办理日期", day.toString());
        row.put(act + "：办理人", by);
        form.forEach((column, value) -> row.put(act + "：" + column, value));
    }

    @Test
    void aDryRunSaysTheSameAndLeavesNothing() {
        JsonNode report = report(true, null, old("旧1"));
        assertThat(report.path("ready").asInt()).isEqualTo(1);
        assertThat(report.at("/items/0/entries").asInt()).isEqualTo(2);
        assertThat(report.at("/items/0/case").isNull()).isTrue();
        assertThat(cases()).isZero();
    }

    @Test
    void whatIsThereAlreadyIsNotEnteredAgainAndAFaultyRowHindersNoOther() {
        report(false, null, old("旧1"));
        JsonNode report = report(false, null, old("旧1"), with(old("旧2"), "立案：办理人", "无此人"), old("旧3"), old("旧3"));
        assertThat(report.path("items").valueStream().map(r -> r.path("outcome").asString())).containsExactly("KNOWN", "REFUSED", "IMPORTED", "REFUSED");
        assertThat(report.at("/items/1/said/0/what").asString()).contains("无此人");
        assertThat(cases()).isEqualTo(2);
    }

    @Test
    void whatTheLawBarredIsToldWithItsArticleAndEnteredOnlyWhenSomebodyApproves() {
        Map<String, String> row = with(old("旧1"), DISCOVERED, "2020-03-01");
        row.put("立案：违法行为发生之日（连续或者继续的，终了之日）", "2015-03-01");
        JsonNode report = report(false, null, row);
        assertThat(report.at("/items/0/outcome").asString()).isEqualTo("REFUSED");
        assertThat(report.at("/items/0/said").valueStream().map(s -> s.path("cite").asString())).anyMatch(c -> c.contains("第三十六条"));
        assertThat(report.at("/items/0/irregular").asInt()).isEqualTo(1);
        assertThat(cases()).isZero();
        assertThat(send(false, clerk.id(), row).status()).as("nobody approves their own").isEqualTo(422);
        JsonNode approved = report(false, bureau.head.id(), row);
        assertThat(approved.path("imported").asInt()).isEqualTo(1);
        JsonNode entry = officer.get("/api/cases/" + approved.at("/items/0/case").asString() + "/entries").at("/items/1");
        assertThat(entry.path("mode").asString()).isEqualTo("IRREGULAR");
        assertThat(entry.at("/approver/id").asString()).isEqualTo(Long.toString(bureau.head.id()));
        assertThat(entry.path("findings")).isNotEmpty();
    }

    @Test
    void asWhomSomebodyActedIsTakenFromTheRegisterOrStated() {
        Map<String, String> row = with(old("旧1"), "立案：办理人", "T" + bureau.officer.id());
        assertThat(report(true, null, row).at("/items/0/outcome").asString()).as("an officer does not file a case").isEqualTo("REFUSED");
        row.put("立案：办理身份", "机关负责人");
        Map<String, String> rest = with(row, "现场检查：办理身份", "执法人员");
        assertThat(report(true, null, rest).at("/items/0/outcome").asString()).isEqualTo("READY");
    }

    @Test
    void numbersAreKeptAndTheAgencysOwnAreNotIssuedAgain() {
        int year = Bureau.TODAY.getYear();
        LocalDate day = Bureau.TODAY.minusDays(10);
        Map<String, String> row = with(old("旧1"), NUMBER, "云市监罚立〔" + year + "〕41号");
        JsonNode tried = report(true, null, row, with(old("旧2"), NUMBER, "云市监罚立〔" + year + "〕9041号"));
        assertThat(tried.path("numbers").size()).as(tried.toString()).isEqualTo(1);
        assertThat(tried.at("/numbers/0/kind").asString()).isEqualTo("罚立");
        assertThat(tried.at("/numbers/0/from").asInt()).isZero();
        assertThat(tried.at("/numbers/0/to").asInt()).as("a typing error in a number is seen before it moves the series on").isEqualTo(9041);
        JsonNode report = report(false, null, row, with(old("旧2"), NUMBER, "云市监罚立〔" + year + "〕41号"), with(old("旧3"), NUMBER, "食药罚立〔2026〕7号"));
        assertThat(report.path("items").valueStream().map(r -> r.path("outcome").asString())).containsExactly("IMPORTED", "REFUSED", "IMPORTED");
        assertThat(report.at("/items/1/said/0/column").asString()).isEqualTo(NUMBER);
        assertThat(officer.one(report.at("/items/0/case").asString()).path("number").asString()).isEqualTo("云市监罚立〔" + year + "〕41号");
        assertThat(officer.one(report.at("/items/2/case").asString()).path("number").asString()).isEqualTo("食药罚立〔2026〕7号");
        String next = new Desk(port, bureau.head).open(bureau.filing(day));
        assertThat(report.at("/numbers/0/to").asInt()).isEqualTo(41);
        assertThat(officer.one(next).path("number").asString()).isEqualTo("云市监罚立〔" + year + "〕42号");
    }

    @Test
    void aCellThatDoesNotFitIsToldByItsColumn() {
        Map<String, String> bad = old("旧1");
        bad.put("立案：办理日期", "2026-02-30");
        bad.put("立案：有证据初步证明存在违法行为", "有");
        assertThat(said(report(true, null, bad))).anyMatch(s -> s.startsWith("立案：办理日期")).anyMatch(s -> s.startsWith("立案：有证据初步证明存在违法行为"));
        assertThat(said(report(true, null, with(old("旧1"), "立案：案由", "")))).containsExactly("立案：案由 必填");
        assertThat(said(report(true, null, with(old("旧1"), "立案：当事人：姓名或者名称", "")))).containsExactly("立案：当事人：姓名或者名称 必填");
        assertThat(said(report(true, null, with(old("旧1"), "现场检查：办理日期", "")))).containsExactly("现场检查：办理日期 填写了这一步的内容，没有填写办理日期");
        assertThat(said(report(true, null, with(old("旧1"), "现场检查：办理日期", Bureau.TODAY.toString())))).anyMatch(s -> s.contains("不早于今天"));
        assertThat(said(report(true, null, with(old("旧1"), "现场检查：办理日期", FILED.minusDays(1).toString())))).isNotEmpty();
        assertThat(said(report(true, null, with(old("旧1"), "立案：执法人员", "李执法")))).anyMatch(s -> s.contains("名“李执法”"));
        assertThat(said(report(true, null, with(old("旧1"), "立案：当事人：统一社会信用代码", "123")))).anyMatch(s -> s.startsWith("立案：当事人：统一社会信用代码"));
        assertThat(cases()).isZero();
    }

    @Test
    void tablesOfAnotherKindAndMissingReasonsAreRefused() {
        assertThat(send(registrar, true, null, "姓名\n张三\n").status()).isEqualTo(422);
        assertThat(send(registrar, true, null, "原案号,立案：办理日期,立案：猫\n1,2026-03-01,x\n").body()).contains("立案：猫");
        assertThat(registrar.upload("/api/old-cases?procedure=penalty-ordinary", "旧案.csv", "原案号\n1\n".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(422);
        assertThat(registrar.upload("/api/old-cases?procedure=cat&reason=x", "旧案.csv", "原案号\n1\n".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(422);
        assertThat(send(officer.browser, true, null, "原案号\n1\n").status()).as("a right of its own").isEqualTo(403);
    }

    @Test
    void theTemplateHasTheColumnsOfTheActsThatWereChosen() {
        List<JsonNode> acts = registrar.get("/api/old-cases/acts?procedure=penalty-ordinary").json().valueStream().toList();
        assertThat(acts).filteredOn(a -> a.path("opening").asBoolean()).extracting(a -> a.path("code").asString()).contains("file-case");
        assertThat(acts).filteredOn(a -> a.path("code").asString().equals("decide")).singleElement().satisfies(a -> assertThat(a.path("unfit").isNull()).isTrue());
        JsonNode choices = registrar.get("/api/old-cases/choices?begun=2020-05-01").json();
        assertThat(choices.path("procedures").findValuesAsString("version")).contains("2017.1");
        assertThat(choices.path("approvers").findValuesAsString("id")).containsExactly(Long.toString(bureau.head.id()));
        assertThat(registrar.get("/api/old-cases/template?procedure=penalty-ordinary&acts=file-case,inspect").status()).isEqualTo(200);
        assertThat(Desk.pointers(registrar.get("/api/old-cases/template?procedure=penalty-ordinary&acts=inspect"))).containsExactly("/acts");
        assertThat(Desk.pointers(registrar.get("/api/old-cases/template?procedure=penalty-ordinary&acts=file-case,cat"))).containsExactly("/acts");
        List<String> old = registrar.get("/api/old-cases/acts?procedure=penalty-ordinary&begun=2020-05-01").json().findValuesAsString("code");
        assertThat(old).as("old cases went by old law").contains("file-case", "decide").hasSizeLessThan(acts.size());
        assertThat(Desk.pointers(registrar.get("/api/old-cases/acts?procedure=penalty-ordinary&begun=1999-05-01"))).containsExactly("/begun");
    }

    @Test
    void aCaseOfAnotherBodyIsNobodysBusinessHere() {
        String id = report(false, null, old("旧1")).at("/items/0/case").asString();
        Bureau other = new Bureau(city, jdbc);
        assertThat(new Desk(port, other.officer).browser.get("/api/cases/" + id).status()).isEqualTo(404);
        assertThat(CaseKey.parse(id).orElseThrow().region()).isEqualTo(bureau.agency.region());
    }
}
