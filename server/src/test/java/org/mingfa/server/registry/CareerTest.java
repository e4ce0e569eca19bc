package org.mingfa.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** 主办人资格, 轮岗, 分级授权, 派驻 and the records of a person. */
@ServerTest
@Import(TestCity.class)
class CareerTest {

    private static final String AT = "/api/registry/";

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Facts facts;

    private RegisterDesk desk;
    private Browser clerk;

    @BeforeEach
    void aBody() {
        desk = new RegisterDesk(port, city, jdbc);
        clerk = Browser.of(port, city.person(desk.agency, "registrar"));
    }

    private int lead(String person, String what, String from, String until) {
        Map<String, Object> body = new HashMap<>(Map.of("what", what, "from", from, "byWhom", "云台县司法局", "basis", "主办人资格办法"));
        if (until != null) {
            body.put("until", until);
        }
        return clerk.post(AT + "people/" + person + "/lead", body).status();
    }

    @Test
    void aLeadOfficerIsGrantedRenewedAndEndedInOrder() {
        String person = desk.enter("段主办", RegisterDesk.number());
        assertThat(lead(person, "renewed", "2025-01-01", "2027-12-31")).as("nothing to renew").isEqualTo(409);
        assertThat(lead(person, "granted", "2029-01-01", "2029-12-31")).as("after the certificate").isEqualTo(422);
        assertThat(lead(person, "granted", "2025-01-01", "2026-06-30")).isEqualTo(204);
        assertThat(lead(person, "granted", "2025-01-01", "2026-06-30")).as("twice").isEqualTo(409);
        assertThat(lead(person, "renewed", "2026-06-01", "2026-06-30")).as("no longer than before").isEqualTo(422);
        assertThat(lead(person, "renewed", "2026-06-01", "2028-06-30")).isEqualTo(204);
        JsonNode listed = clerk.get(AT + "leads").json().at("/items/0");
        assertThat(listed.at("/untilDay").asString()).isEqualTo("2028-06-30");
        assertThat(listed.at("/counts").asBoolean()).isTrue();
        desk.security.post(AT + "people/" + person + "/leaving", Map.of("from", "2026-07-01", "reason", "退休"));
        assertThat(clerk.get(AT + "leads").json().at("/items/0/counts").asBoolean()).as("who has left leads nothing").isFalse();
        assertThat(lead(person, "ended", "2026-07-02", null)).isEqualTo(204);
        assertThat(clerk.get(AT + "leads").json().path("items").isEmpty()).isTrue();
        Map<String, Object> auxiliary = desk.officer("段辅助");
        auxiliary.put("kind", "auxiliary");
        assertThat(lead(desk.security.post(AT + "people", auxiliary).json().at("/id").asString(), "granted", "2025-01-01", "2026-06-30")).isEqualTo(422);
    }

    @Test
    void aLeadOfAnotherBodyDoesNotStandInTheWayAfterAMove() {
        String person = desk.enter("段调动", RegisterDesk.number());
        assertThat(lead(person, "granted", "2025-01-01", "2027-12-31")).isEqualTo(204);
        TestCity.Agency other = city.agencyIn(desk.agency.region());
        Browser.Answer moved = desk.security.send("PUT", AT + "people/" + person, "{\"from\":\"2026-06-01\",\"agency\":%d,\"kind\":\"officer\"}".formatted(other.id()));
        assertThat(moved.status()).as(moved.body()).isEqualTo(204);
        Browser.Answer certified = desk.security.post(AT + "people/" + person + "/certificates", desk.certificate(RegisterDesk.number(), "2026-06-01", "2029-12-31"));
        assertThat(certified.status()).as(certified.body()).isEqualTo(201);
        clerk = Browser.of(port, city.person(other, "registrar"));
        assertThat(lead(person, "renewed", "2026-06-02", "2028-06-30")).as("leaving the body has ended it").isEqualTo(409);
        assertThat(lead(person, "granted", "2026-06-02", "2028-06-30")).isEqualTo(204);
        assertThat(lead(person, "granted", "2026-06-03", "2028-06-30")).as("it runs").isEqualTo(409);
        assertThat(clerk.get(AT + "leads").json().at("/items/0/counts").asBoolean()).isTrue();
    }

    @Test
    void rotationIsDueWhenTheYearsOfTheParameterAreFull() {
        LocalDate today = LocalDate.now();
        String person = desk.enter("段轮岗", RegisterDesk.number());
        long unit = jdbc.sql("select id from unit where agency_id = ?").param(desk.agency.id()).query(Long.class).single();
        for (int[] p : new int[][] {{0, 5 * 366}, {1, 5 * 365 - 100}, {2, 100}}) {
            long post = jdbc.sql("insert into responsibility_post (agency_id, unit_id, recorded_by) values (?, ?, 0) returning id").params(desk.agency.id(), unit).query(Long.class).single();
            jdbc.sql("insert into responsibility_version (post_id, valid_from, title, duties, rotates, recorded_by) values (?, ?, ?, '办理', true, 0)")
                    .params(post, today.minusYears(9), "岗" + p[0]).update();
            jdbc.sql("insert into responsibility_holder (post_id, person_id, valid_from, recorded_by) values (?, ?, ?, 0)").params(post, Long.valueOf(person), today.minusDays(p[1])).update();
        }
        JsonNode page = clerk.get(AT + "rotation?limit=2").json();
        assertThat(page.path("items").findValuesAsString("state")).containsExactly("due", "soon");
        assertThat(page.at("/rule").asString()).contains("5 年");
        JsonNode second = clerk.get(AT + "rotation?cursor=" + page.at("/next").asString()).json();
        assertThat(second.path("items").findValuesAsString("title")).containsExactly("岗2");
        assertThat(second.at("/items/0/state").asString()).isEmpty();
        assertThat(clerk.get(AT + "rotation?cursor=x").status()).isEqualTo(422);
    }

    private int power(String level, String from, Long upTo, boolean ended) {
        Map<String, Object> body = new HashMap<>(Map.of("matter", "罚款决定", "level", level, "from", from, "basis", "本局授权规定", "ended", ended));
        if (upTo != null) {
            body.put("upTo", upTo);
        }
        return clerk.post(AT + "powers", body).status();
    }

    @Test
    void powersOfApprovalRiseWithTheLevelAndHoldByDate() {
        assertThat(power("unit-head", "2025-01-01", 500_000L, false)).isEqualTo(204);
        assertThat(power("unit-head", "2025-01-01", 500_000L, false)).as("twice").isEqualTo(422);
        assertThat(power("deputy-head", "2025-01-01", 400_000L, false)).as("less than the level below").isEqualTo(422);
        assertThat(power("deputy-head", "2025-01-01", 5_000_000L, false)).isEqualTo(204);
        assertThat(power("agency-head", "2025-01-01", null, false)).isEqualTo(204);
        assertThat(power("unit-head", "2026-01-01", null, true)).as("taken back").isEqualTo(204);
        assertThat(clerk.get(AT + "powers?on=2025-06-01").json().findValuesAsString("level")).containsExactly("unit-head", "deputy-head", "agency-head");
        assertThat(clerk.get(AT + "powers?on=2026-06-01").json().findValuesAsString("level")).containsExactly("deputy-head", "agency-head");
        assertThat(clerk.get(AT + "powers?on=2024-12-31").json().isEmpty()).isTrue();
        Browser neighbour = Browser.of(port, city.person(city.agencyIn(desk.agency.region()), "registrar"));
        for (String list : List.of("powers", "leads", "rotation", "postings")) {
            assertThat(neighbour.get(AT + list + "?agency=" + desk.agency.id()).status()).as(list).isEqualTo(404);
        }
    }

    @Test
    void aPostedOfficerFitsTheHomeBodyAndNotTheBodyOfPosting() {
        String person = desk.enter("段派驻", RegisterDesk.number());
        TestCity.Agency township = city.agencyIn(desk.agency.region());
        Map<String, Object> posting = Map.of("body", township.id(), "from", "2026-01-01", "directs", "body", "appraises", "both", "basis", "派驻方案");
        String at = AT + "people/" + person + "/postings";
        Browser.Answer sent = clerk.post(at, posting);
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        assertThat(clerk.post(at, posting).status()).as("twice").isEqualTo(409);
        LocalDate day = LocalDate.of(2026, 3, 2);
        assertThat(facts.at(day, desk.agency.id(), "", List.of(person), Map.of()).officers().getFirst()).containsEntry("fits", true).containsEntry("officer", true);
        assertThat(facts.at(day, township.id(), "", List.of(person), Map.of()).officers().getFirst()).as("no certificate of that body").containsEntry("fits", false);
        Browser there = Browser.of(port, city.person(township, "registrar"));
        assertThat(there.get(AT + "postings").json().at("/items/0/name").asString()).as("the body of posting sees who is sent to it").isEqualTo("段派驻");
        assertThat(there.post(AT + "postings/" + sent.json().at("/id").asString() + "/ending", Map.of("from", "2026-02-01", "reason", "不用了")).status()).isEqualTo(404);
        assertThat(clerk.post(AT + "postings/" + sent.json().at("/id").asString() + "/ending", Map.of("from", "2026-04-01", "reason", "期满")).status()).isEqualTo(204);
        assertThat(clerk.get(AT + "postings").json().at("/items/0/toDay").asString()).isEqualTo("2026-03-31");
        assertThat(clerk.get(AT + "people/" + person + "/service").json().at("/postings/0/directs").asString()).isEqualTo("body");
    }

    @Test
    void commendationsAreSeenByTheBodyAndProtectionByThePersonAndTheKeeper() {
        String person = desk.enter("段表彰", RegisterDesk.number());
        for (String kind : List.of("commendation", "counselling")) {
            Map<String, Object> body = Map.of("kind", kind, "title", "记录" + kind, "from", "2026-02-01", "byWhom", "云台县人民政府", "document", "云政〔2026〕1号");
            assertThat(clerk.post(AT + "people/" + person + "/records", body).status()).isEqualTo(204);
            assertThat(clerk.post(AT + "people/" + person + "/records", body).status()).as("twice is once").isEqualTo(204);
        }
        JsonNode kept = clerk.get(AT + "people/" + person + "/service").json().path("records");
        assertThat(kept.findValuesAsString("kind")).containsExactlyInAnyOrder("commendation", "counselling");
        assertThat(desk.supervisor.get(AT + "people/" + person + "/service").json().path("records").findValuesAsString("kind")).containsExactly("commendation");
        String id = kept.at("/0/id").asString();
        assertThat(clerk.post(AT + "people/" + person + "/records/" + id + "/void", Map.of("reason", "登记错误")).status()).isEqualTo(204);
        assertThat(clerk.get(AT + "people/" + person + "/service").json().path("records").findValuesAsString("voidReason")).contains("登记错误");
    }

    private JsonNode table(Browser by, String table, String csv, boolean dryRun) {
        Browser.Answer a = RegisterDesk.upload(by, AT + "careers/" + table + "/imports?dryRun=" + dryRun, "表.csv", csv.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(a.status()).as(a.body()).isEqualTo(200);
        return a.json();
    }

    @Test
    void aTableOfLeadsIsTakenInWholeOrNotAtAllByTheRulesOfThePage() {
        String number = RegisterDesk.number();
        desk.enter("段表一", number);
        desk.enter("段表二", RegisterDesk.number());
        String body = jdbc.sql("select name from agency where id = ?").param(desk.agency.id()).query(String.class).single();
        String header = "姓名,单位,证件编号,登记事项,自何日起,至何日止,决定机关,依据\n";
        String first = "段表一," + body + "," + number + ",授予,2025-01-01,2026-06-30,县司法局,办法\n";
        JsonNode refused = table(clerk, "leads", header + first + "段表二," + body + ",,延续,2025-01-01,2026-06-30,县司法局,办法\n查无此人," + body + ",,授予,2025-01-01,2026-06-30,县司法局,办法\n段表二," + body
                + ",,授予,2025-01-01,,县司法局,办法\n段表一,外地的局,,授予,2025-01-01,2026-06-30,县司法局,办法\n", false);
        assertThat(refused.at("/imported").asInt()).isZero();
        assertThat(refused.path("faults").findValuesAsString("row")).containsExactly("3", "4", "5", "6");
        assertThat(refused.at("/faults/0/what").asString()).contains("不能延续");
        assertThat(clerk.get(AT + "leads").json().path("items").isEmpty()).as("nothing half-imported").isTrue();
        String good = header + first + "段表一," + body + "," + number + ",延续,2026-06-01,2028-06-30,县司法局,办法\n段表二," + body + ",,授予,2025-01-01,2026-12-31,县司法局,办法\n";
        JsonNode tried = table(clerk, "leads", good, true);
        assertThat(tried.at("/allFaults").asInt()).as(tried.toString()).isZero();
        assertThat(clerk.get(AT + "leads").json().path("items").isEmpty()).as("a dry run changes nothing").isTrue();
        assertThat(table(clerk, "leads", good, false).at("/imported").asInt()).isEqualTo(3);
        assertThat(clerk.get(AT + "leads").json().path("items").findValuesAsString("untilDay")).containsExactly("2028-06-30", "2026-12-31");
        assertThat(table(clerk, "leads", good, false).at("/imported").asInt()).as("twice").isZero();
    }

    @Test
    void postingsRecordsAndPowersComeInAndGoOutAsTables() throws Exception {
        desk.enter("段表三", RegisterDesk.number());
        TestCity.Agency township = city.agencyIn(desk.agency.region());
        String body = jdbc.sql("select name from agency where id = ?").param(desk.agency.id()).query(String.class).single();
        String there = "街道办事处" + township.id();
        jdbc.sql("update agency set name = ? where id = ?").params(there, township.id()).update();
        String postings = "姓名,单位,派驻单位,自何日起,指挥,考核,依据\n段表三,%s,%s,2026-01-01,派驻单位,两单位共同,派驻方案\n";
        assertThat(table(clerk, "postings", postings.formatted(body, body), false).at("/faults/0/column").asString()).isEqualTo("派驻单位");
        assertThat(table(clerk, "postings", postings.formatted(body, there), false).at("/imported").asInt()).isEqualTo(1);
        String records = "姓名,单位,类别,名称,自何日起,决定机关,文号\n段表三,%1$s,表彰奖励,标兵,2026-02-01,县政府,云政1号\n段表三,%1$s,心理咨询,咨询,2026-02-01,县医院,合同1号\n".formatted(body);
        assertThat(table(clerk, "records", records + records.split("\n")[1] + "\n", false).at("/faults/0/what").asString()).contains("已经登记");
        assertThat(table(clerk, "records", records, false).at("/imported").asInt()).isEqualTo(2);
        String powers = "单位,审批事项,审批层级,自何日起,审批额度（元）,收回,依据\n%1$s,罚款决定,%2$s,2025-01-01,%3$s,否,本局规定\n";
        String unitHead = jdbc.sql("select title from approval_level where code = 'unit-head'").query(String.class).single();
        assertThat(table(clerk, "powers", powers.formatted(body, unitHead, "五万"), false).at("/faults/0/column").asString()).isEqualTo("审批额度（元）");
        assertThat(table(clerk, "powers", powers.formatted(body, unitHead, "5000.50"), false).at("/imported").asInt()).isEqualTo(1);
        assertThat(clerk.get(AT + "powers").json().at("/0/upTo").asLong()).isEqualTo(500_050);
        Browser neighbour = Browser.of(port, city.person(township, "registrar"));
        assertThat(table(neighbour, "records", records.replace("云政", "又"), false).at("/faults/0/what").asString()).contains("只管理本单位");
        assertThat(table(neighbour, "powers", powers.formatted(body, unitHead, "1"), false).at("/imported").asInt()).isZero();
        for (String t : java.util.List.of("leads", "postings", "records", "powers")) {
            assertThat(clerk.get(AT + "careers/" + t + "/template").status()).as(t).isEqualTo(200);
            assertThat(clerk.get(AT + "careers/" + t + "/export").status()).as(t).isEqualTo(200);
            assertThat(neighbour.get(AT + "careers/" + t + "/export?agency=" + desk.agency.id()).status()).as(t).isEqualTo(404);
        }
        assertThat(cells(clerk, "powers")).containsExactly(java.util.List.of(body, "罚款决定", unitHead, "2025-01-01", "5000.5", "否", "本局规定"));
        assertThat(cells(clerk, "records")).extracting(r -> r.get(3)).containsExactly("表彰奖励", "心理咨询");
        assertThat(cells(desk.supervisor, "records")).as("protection is the keeper's").extracting(r -> r.get(3)).containsExactly("表彰奖励");
        assertThat(clerk.get(AT + "careers/nothing/template").status()).isEqualTo(404);
    }

    private java.util.List<java.util.List<String>> cells(Browser by, String table) throws Exception {
        byte[] out = by.bytes(AT + "careers/" + table + "/export?agency=" + desk.agency.id()).body();
        return org.mingfa.server.sheet.SheetFile.read("x.xlsx", new java.io.ByteArrayInputStream(out)).rows().stream().map(org.mingfa.server.sheet.Sheet.Row::cells).toList();
    }
}
