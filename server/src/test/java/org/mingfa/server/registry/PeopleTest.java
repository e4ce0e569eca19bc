package org.mingfa.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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

@ServerTest
@Import(TestCity.class)
class PeopleTest {

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    @Autowired Facts facts;
    @Autowired org.mingfa.server.registry.person.Leavers leavers;

    @Autowired
    org.mingfa.server.access.Accounts accounts;
    RegisterDesk desk;

    @BeforeEach
    void aRegionOfItsOwn() {
        desk = new RegisterDesk(port, city, jdbc);
    }

    @Test
    void whoCouldActOnADayIsWhatTheExaminationOfAnActSays() {
        String number = RegisterDesk.number();
        String id = desk.enter("林能办", number);
        desk.security.post("/api/registry/people", desk.officer("周无证"));
        change(number, "suspended", "2026-03-01", "投诉属实");
        change(number, "valid", "2026-04-01", "学习期满");
        for (String day : List.of("2023-12-31", "2024-01-01", "2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01", "2028-12-31", "2029-01-01")) {
            Map<String, Object> f = facts.at(LocalDate.parse(day), desk.agency.id(), "", List.of(id), Map.of()).officers().getFirst();
            boolean may = f.get("officer").equals(true) && f.get("certified").equals(true) && f.get("fits").equals(true);
            assertThat(desk.names("state=acting&on=" + day).contains("林能办")).as(day).isEqualTo(may);
        }
        assertThat(desk.names("state=acting&on=2026-03-05")).isEmpty();
        assertThat(desk.names("state=suspended&on=2026-03-05")).containsExactly("林能办");
        assertThat(desk.names("state=none&on=2026-03-05")).containsExactly("周无证");
        assertThat(desk.names("state=not-acting&on=2026-03-05")).containsExactly("林能办", "周无证");
        assertThat(desk.page(id, "2026-03-05").at("/person/bars/0").asString()).isEqualTo("执法证件已暂扣");
    }

    @Test
    void aListIsPagedByKeyAndItsFiltersHold() {
        for (int i = 0; i < 7; i++) {
            desk.enter("翻页" + i, RegisterDesk.number());
        }
        JsonNode first = desk.supervisor.get("/api/registry/people?limit=4&q=翻页").json();
        JsonNode second = desk.supervisor.get("/api/registry/people?limit=4&q=翻页&cursor=" + first.at("/next").asString()).json();
        assertThat(first.path("items").findValuesAsString("name")).containsExactly("翻页0", "翻页1", "翻页2", "翻页3");
        assertThat(second.path("items").findValuesAsString("name")).containsExactly("翻页4", "翻页5", "翻页6");
        assertThat(first.at("/count/value").asInt()).isEqualTo(7);
        assertThat(second.at("/next").isNull()).isTrue();
        assertThat(desk.names("q=翻页&field=市场监管&kind=officer&agency=" + desk.agency.id())).hasSize(7);
        assertThat(desk.names("q=翻页&field=生态环境")).isEmpty();
        assertThat(desk.names("q=翻页&kind=auxiliary")).isEmpty();
        assertThat(desk.supervisor.get("/api/registry/people?state=nonsense").status()).isEqualTo(422);
    }

    @Test
    void numbersAreSealedInTheDatabaseAndSeenOnlyByRightAndTheLookIsKept() {
        Map<String, Object> p = desk.officer("沈密封");
        String id = desk.security.post("/api/registry/people", p).json().at("/id").asString();
        String everything = jdbc.sql("select string_agg(encode(id_sealed, 'escape') || encode(id_mark, 'escape'), '') from person_identity where person_id = ?")
                .param(Long.valueOf(id)).query(String.class).single();
        assertThat(everything).doesNotContain((String) p.get("idNumber"), "1499");
        assertThat(desk.page(id, "2026-01-01").toString()).doesNotContain((String) p.get("idNumber"), "13900000000");
        assertThat(desk.supervisor.get("/api/registry/people/" + id + "/identity").status()).isEqualTo(403);
        assertThat(desk.security.get("/api/registry/people/" + id + "/identity").json().at("/idNumber").asString()).isEqualTo(p.get("idNumber"));
        assertThat(jdbc.sql("select count(*) from identity_read where person_id = ? and way = 'page'").param(Long.valueOf(id)).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void oneIdNumberIsOnePerson() {
        Map<String, Object> p = desk.officer("杜原主");
        assertThat(desk.security.post("/api/registry/people", p).status()).isEqualTo(201);
        Map<String, Object> again = desk.officer("杜重复");
        again.put("idNumber", p.get("idNumber"));
        assertThat(desk.security.post("/api/registry/people", again).body()).contains("已经登记").contains("/idNumber");
        String id = desk.security.post("/api/registry/people", desk.officer("杜他人")).json().at("/id").asString();
        Browser.Answer set = desk.security.send("PUT", "/api/registry/people/" + id + "/identity", "{\"idNumber\":\"" + p.get("idNumber") + "\"}");
        assertThat(set.status()).isEqualTo(422);
    }

    @Test
    void aWrongCheckCharacterIsRefused() {
        Map<String, Object> p = desk.officer("错号");
        String right = (String) p.get("idNumber");
        p.put("idNumber", right.substring(0, 17) + (right.endsWith("1") ? '2' : '1'));
        Browser.Answer answer = desk.security.post("/api/registry/people", p);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("校验位").doesNotContain(right.substring(0, 17));
    }

    @Test
    void certificatesOfOnePersonDoNotOverlapUntilOneIsTakenBack() {
        String number = RegisterDesk.number();
        String id = desk.enter("孔换证", number);
        String next = RegisterDesk.number();
        Browser.Answer overlap = issue(id, next, "2027-01-01", "2031-12-31", false);
        assertThat(overlap.status()).isEqualTo(422);
        assertThat(overlap.body()).contains("有效期重叠").contains(number);
        assertThat(issue(id, RegisterDesk.number(), "2027-01-01", "2031-12-31", true).status()).as("a ministry's stands beside it").isEqualTo(201);
        change(number, "withdrawn", "2027-01-01", "换证");
        assertThat(issue(id, next, "2027-01-01", "2031-12-31", false).status()).isEqualTo(201);
        assertThat(issue(desk.enter("孔他人", RegisterDesk.number()), next, "2040-01-01", "2041-12-31", false).body()).contains("该证号已经登记");
        assertThat(change(number, "valid", "2027-02-01", "发还").status()).as("taken away for good").isEqualTo(409);
    }

    @Test
    void aNumberFitsTheBodyThatIssuesIt() {
        String name = "云岭省人民政府" + RegisterDesk.number();
        long issuer = desk.security.post("/api/registry/issuers", Map.of("name", name, "pattern", "14\\d{9}")).json().at("/id").asLong();
        String id = desk.security.post("/api/registry/people", desk.officer("白编号")).json().at("/id").asString();
        Map<String, Object> c = desk.certificate("15" + "000000001", "2024-01-01", "2028-12-31");
        c.put("issuer", issuer);
        assertThat(desk.security.post("/api/registry/people/" + id + "/certificates", c).body()).contains("编号规则").contains(name);
        c.put("number", "14%09d".formatted(Math.abs(name.hashCode()) % 1_000_000_000));
        assertThat(desk.security.post("/api/registry/people/" + id + "/certificates", c).status()).isEqualTo(201);
        assertThat(desk.security.post("/api/registry/issuers", Map.of("name", name + "二", "pattern", "14(")).status()).isEqualTo(422);
    }

    @Test
    void aFailedYearlyCheckSuspendsAsTheParameterSays() {
        String number = RegisterDesk.number();
        String id = desk.enter("崔审验", number);
        assertThat(desk.security.post("/api/registry/certificates/" + number + "/checks", Map.of("year", 2026, "result", "failed", "on", "2026-02-01")).status()).isEqualTo(204);
        JsonNode page = desk.page(id, "2026-02-01");
        assertThat(page.at("/certificates/0/state").asString()).isEqualTo("suspended");
        assertThat(page.at("/certificates/0/checks/0/result").asString()).isEqualTo("failed");
        assertThat(page.at("/certificates/0/changes/0/reason").asString()).contains("2026 年度审验不合格");
    }

    @Test
    void aChangeBeforeALaterOneIsRefusedSinceItWouldNotHold() {
        String number = RegisterDesk.number();
        desk.enter("姚先后", number);
        change(number, "suspended", "2026-03-01", "投诉属实");
        change(number, "valid", "2026-04-01", "学习期满");
        assertThat(change(number, "revoked", "2026-03-10", "骗取证件").body()).contains("上一次变更的日期 2026-04-01");
        assertThat(desk.names("state=acting&on=2026-04-02")).contains("姚先后");
    }

    @Test
    void leavingEndsCertificateRolesAndSessionTheSameMoment() {
        TestCity.Person person = city.person(desk.agency, "officer", "unit-head");
        long id = person.id();
        jdbc.sql("insert into person_post (person_id, valid_from, agency_id, officer, recorded_by) values (?, '2020-01-01', ?, true, 0)").params(id, desk.agency.id()).update();
        String number = RegisterDesk.number();
        assertThat(issue(Long.toString(id), number, "2024-01-01", "2028-12-31", false).status()).isEqualTo(201);
        Browser own = Browser.of(port, person);
        assertThat(own.get("/api/cases").status()).isEqualTo(200);
        Browser colleague = Browser.of(port, city.person(desk.agency, "officer"));
        assertThat(colleague.get("/api/people").json().findValuesAsString("id")).contains(Long.toString(id));
        String today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString();
        assertThat(desk.security.post("/api/registry/people/" + id + "/leaving", Map.of("from", today, "reason", "退休")).status()).isEqualTo(204);
        assertThat(own.get("/api/cases").status()).isEqualTo(401);
        assertThat(new Browser(port).signIn(person.login(), TestCity.PASSWORD).status()).isEqualTo(401);
        assertThat(colleague.get("/api/people").json().findValuesAsString("id")).as("chosen for acts no more").doesNotContain(Long.toString(id));
        Map<String, Object> f = facts.at(LocalDate.parse(today), desk.agency.id(), "", List.of(Long.toString(id)), Map.of()).officers().getFirst();
        assertThat(f).containsEntry("officer", false).containsEntry("certified", false);
        JsonNode page = desk.page(Long.toString(id), today);
        assertThat(page.at("/certificates/0/state").asString()).isEqualTo("withdrawn");
        assertThat(page.path("roles").isEmpty()).isTrue();
        assertThat(desk.security.post("/api/registry/people/" + id + "/leaving", Map.of("from", today, "reason", "再退")).status()).isEqualTo(409);
        assertThat(facts.at(LocalDate.parse(today).minusDays(1), desk.agency.id(), "", List.of(Long.toString(id)), Map.of()).officers().getFirst())
                .as("what was before stays").containsEntry("officer", true).containsEntry("certified", true);
    }

    @Test
    void whoHasNoPostCannotLeaveItAndIsToldSo() {
        long id = city.person(desk.agency, "officer").id();
        Browser.Answer refused = desk.security.post("/api/registry/people/" + id + "/leaving", Map.of("from", LocalDate.now().toString(), "reason", "退休"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("没有登记岗位");
    }

    @Test
    void whoLeavesOnALaterDayKeepsTheAccountUntilThen() {
        TestCity.Person person = city.person(desk.agency, "officer");
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
        for (LocalDate from : List.of(today.minusYears(1), today.plusDays(1))) {
            jdbc.sql("insert into person_post (person_id, valid_from, agency_id, officer, ended, recorded_by) values (?, ?, ?, true, ?, 0)")
                    .params(person.id(), from, desk.agency.id(), from.isAfter(today)).update();
        }
        leavers.day();
        assertThat(new Browser(port).signIn(person.login(), TestCity.PASSWORD).status()).isEqualTo(200);
        jdbc.sql("insert into person_post (person_id, valid_from, agency_id, officer, ended, recorded_by) values (?, ?, ?, true, true, 0)")
                .params(person.id(), today, desk.agency.id()).update();
        leavers.day();
        assertThat(new Browser(port).signIn(person.login(), TestCity.PASSWORD).status()).isEqualTo(401);
        accounts.set(person.login(), person.id(), TestCity.PASSWORD);
        leavers.day();
        assertThat(new Browser(port).signIn(person.login(), TestCity.PASSWORD).status()).as("opened again on purpose, for the handover").isEqualTo(200);
    }

    @Test
    void aTransferEndsTheOldCertificateAndTheNewBodyIssuesItsOwn() {
        String number = RegisterDesk.number();
        String id = desk.enter("姚调动", number);
        TestCity.Agency other = city.agencyIn(desk.agency.region());
        String body = "{\"from\":\"2026-05-01\",\"agency\":" + other.id() + ",\"kind\":\"officer\",\"title\":\"科员\"}";
        assertThat(desk.security.send("PUT", "/api/registry/people/" + id, body).status()).isEqualTo(204);
        JsonNode page = desk.page(id, "2026-05-01");
        assertThat(page.at("/person/agency").asString()).isEqualTo(Long.toString(other.id()));
        assertThat(page.at("/certificates/0/state").asString()).isEqualTo("withdrawn");
        assertThat(desk.page(id, "2026-04-30").at("/person/acting").asBoolean()).isTrue();
        assertThat(issue(id, RegisterDesk.number(), "2026-05-01", "2030-12-31", false).status()).isEqualTo(201);
    }

    @Test
    void aClerkKeepsTheirOwnBodyOnly() {
        Browser clerk = Browser.of(port, city.person(desk.agency, "registrar"));
        assertThat(clerk.post("/api/registry/people", desk.officer("自家人")).status()).isEqualTo(201);
        RegisterDesk elsewhere = new RegisterDesk(port, city, jdbc);
        assertThat(clerk.post("/api/registry/people", elsewhere.officer("别家人")).status()).as("another region is not there").isEqualTo(404);
        TestCity.Agency neighbour = city.agencyIn(desk.agency.region());
        Map<String, Object> p = desk.officer("邻家人");
        p.put("agency", neighbour.id());
        Browser.Answer refused = clerk.post("/api/registry/people", p);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("您只管理本单位的登记");
        String other = desk.security.post("/api/registry/people", p).json().at("/id").asString();
        assertThat(clerk.get("/api/registry/people/" + other + "/identity").status()).isEqualTo(403);
        assertThat(clerk.get("/api/registry/people/" + other).json().at("/mayWrite").asBoolean()).isFalse();
    }

    private Browser.Answer issue(String id, String number, String first, String last, boolean ministry) {
        Map<String, Object> c = desk.certificate(number, first, last);
        c.put("ministry", ministry);
        return desk.security.post("/api/registry/people/" + id + "/certificates", c);
    }

    private Browser.Answer change(String number, String state, String from, String reason) {
        return desk.security.post("/api/registry/certificates/" + number + "/states", Map.of("state", state, "from", from, "reason", reason));
    }
}
