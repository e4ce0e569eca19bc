package org.mingfa.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Posts with their items and people, and where the two do not meet. */
@ServerTest
@Import(TestCity.class)
class ResponsibilitiesTest {

    private static final String AT = "/api/registry/responsibilities";

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Transactions transactions;

    private RegisterDesk desk;
    private Browser clerk;
    private long unit;
    private String body;

    @BeforeEach
    void aBodyWithTwoPublishedItems() {
        desk = new RegisterDesk(port, city, jdbc);
        body = "云台县岗位局" + RegisterDesk.number();
        jdbc.sql("update agency set name = ? where id = ?").params(body, desk.agency.id()).update();
        clerk = Browser.of(port, city.person(desk.agency, "registrar"));
        desk.enter("段设岗", RegisterDesk.number());
        unit = jdbc.sql("select id from unit where agency_id = ?").param(desk.agency.id()).query(Long.class).single();
        long list = jdbc.sql("insert into list (kind, of_agency, title) values ('items', ?, '执法事项清单') returning id").param(desk.agency.id()).query(Long.class).single();
        long version = jdbc.sql("""
                insert into list_version (list_id, number, seq, state, from_day, reason, drafted_by, published_by, published_on, updated_at)
                values (?, 1, 1, 'draft', date '2020-01-01', '首次公布', 0, 0, date '2020-01-01', now()) returning id""").param(list).query(Long.class).single();
        for (String code : List.of("GW-1", "GW-2")) {
            jdbc.sql("insert into list_row (version_id, key, ordinal, cells, recorded_by) values (?, ?, 0, jsonb_build_object('code', ?::text, 'title', '事项' || ?, 'basis', '某法 第一条'), 0)")
                    .params(version, code, code, code).update();
        }
        jdbc.sql("update list_version set state = 'published' where id = ?").param(version).update();
    }

    private Map<String, Object> post(String title, String... items) {
        return new HashMap<>(Map.of("unit", unit, "from", "2025-01-01", "title", title, "duties", "办理案件", "items", List.of(items), "acts", List.of("penalty-ordinary/file-case", "penalty-ordinary/interview")));
    }

    private String set(String title, String... items) {
        Browser.Answer a = clerk.post(AT, post(title, items));
        assertThat(a.status()).as(a.body()).isEqualTo(201);
        return a.json().at("/id").asString();
    }

    private List<String> open() {
        return clerk.get(AT + "/open").json().path("items").findValuesAsString("code");
    }

    private int place(String post, String person, String from) {
        return clerk.post(AT + "/" + post + "/holders", Map.of("person", Long.valueOf(person), "from", from)).status();
    }

    @Test
    void anItemHasSomebodyOnlyWhileAnOfficerIsInItsPost() {
        assertThat(open()).containsExactly("GW-1", "GW-2");
        String post = set("办案岗", "GW-1");
        assertThat(open()).as("a post without people").containsExactly("GW-1", "GW-2");
        Map<String, Object> auxiliary = desk.officer("段辅助");
        auxiliary.put("kind", "auxiliary");
        assertThat(place(post, desk.security.post("/api/registry/people", auxiliary).json().at("/id").asString(), "2025-02-01")).isEqualTo(201);
        assertThat(open()).as("an auxiliary serves no item").contains("GW-1");
        String officer = desk.enter("段办案", RegisterDesk.number());
        assertThat(place(post, officer, "2024-12-31")).as("before there was the post").isEqualTo(422);
        assertThat(place(post, officer, "2025-02-01")).isEqualTo(201);
        assertThat(place(post, officer, "2025-02-01")).as("twice").isEqualTo(409);
        assertThat(open()).containsExactly("GW-2");
        desk.security.post("/api/registry/people/" + officer + "/leaving", Map.of("from", "2026-01-01", "reason", "退休"));
        assertThat(open()).as("after they left").containsExactly("GW-1", "GW-2");
        assertThat(desk.supervisor.get("/api/registry/people/" + officer + "/service").json().at("/posts/0/title").asString()).isEqualTo("办案岗");
    }

    @Test
    void aPostChangesByDateAndEndsWithItsPeople() {
        assertThat(clerk.post(AT, post("越权岗", "GW-9")).status()).as("an item that is not on the list").isEqualTo(422);
        String post = set("审核岗", "GW-1");
        assertThat(clerk.post(AT, post("审核岗")).status()).as("the same title").isEqualTo(422);
        String officer = desk.enter("段换岗", RegisterDesk.number());
        place(post, officer, "2025-02-01");
        Map<String, Object> change = post("审核岗", "GW-1", "GW-2");
        change.put("from", "2025-06-01");
        assertThat(clerk.send("PUT", AT + "/" + post, json(change)).status()).isEqualTo(204);
        change.put("from", "2025-05-01");
        assertThat(clerk.send("PUT", AT + "/" + post, json(change)).status()).as("before the last change: it would have no effect").isEqualTo(422);
        assertThat(row("2025-05-31").path("items")).hasSize(1);
        assertThat(row("2025-06-01").path("items")).hasSize(2);
        assertThat(row("2025-06-01").at("/holders/0/name").asString()).isEqualTo("段换岗");
        assertThat(clerk.post(AT + "/" + post + "/ending", Map.of("from", "2025-09-01", "reason", "机构调整")).status()).isEqualTo(204);
        assertThat(clerk.get(AT + "?on=2025-09-01").json().path("items").isEmpty()).isTrue();
        assertThat(row("2025-08-31").at("/holders/0/to").asString()).isEqualTo("2025-08-31");
        assertThat(clerk.get(AT + "/" + post).json().path("versions")).hasSize(3);
        assertThat(place(post, officer, "2025-10-01")).as("in a post that has ended").isEqualTo(409);
        assertThat(clerk.get(AT + "/table").json().at("/lines/0/posts").isEmpty()).isTrue();
        assertThat(clerk.get(AT + "/table?on=2025-08-01").json().at("/lines/1/posts/0/title").asString()).isEqualTo("审核岗");
    }

    private JsonNode row(String on) {
        return clerk.get(AT + "?on=" + on).json().at("/items/0");
    }

    private static String json(Object o) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(o);
    }

    @Test
    void whoHandlesWhatNoPostOfTheirsGivesShows() {
        String officer = desk.enter("段越岗", RegisterDesk.number());
        place(set("办案岗", "GW-1"), officer, "2025-02-01");
        long number = 7_000_000_000L + desk.agency.id();
        desk.agency.scope().call(() -> transactions.write(() -> {
            long next = number;
            for (String item : List.of("GW-1", "GW-2")) {
                jdbc.sql("""
                        insert into enforcement_case (region_id, case_id, agency_id, procedure, title, field, region, law, packs, item, stage, filed_on, seq, updated_at)
                        values (?, ?, ?, 'penalty-ordinary', '', '市场监管', '', '', '[]', ?, '立案', date '2026-01-01', 1, now())""")
                        .params(desk.agency.region(), next, desk.agency.id(), item).update();
                jdbc.sql("insert into case_person (region_id, case_id, person_id, part, agency_id) values (?, ?, ?, 'officer', ?)")
                        .params(desk.agency.region(), next++, Long.valueOf(officer), desk.agency.id()).update();
            }
            return next;
        }));
        JsonNode beyond = clerk.get(AT + "/beyond").json();
        assertThat(beyond.findValuesAsString("item")).containsExactly("GW-2");
        assertThat(beyond.at("/0/name").asString()).isEqualTo("段越岗");
        assertThat(beyond.at("/0/placed").asBoolean()).isTrue();
        assertThat(desk.supervisor.get(AT + "/beyond?agency=" + desk.agency.id()).json()).hasSize(1);
        for (String role : List.of("system-admin", "security-admin", "audit-admin")) {
            assertThat(Browser.of(port, city.person(desk.agency, role)).get(AT + "/beyond?agency=" + desk.agency.id()).status()).as("%s reads no cases", role).isEqualTo(403);
        }
        assertThat(Browser.of(port, city.person(desk.agency, "officer")).get(AT + "/beyond").status()).isEqualTo(200);
        Browser neighbour = Browser.of(port, city.person(city.agencyIn(desk.agency.region()), "registrar"));
        assertThat(neighbour.get(AT + "/beyond?agency=" + desk.agency.id()).status()).isEqualTo(404);
        assertThat(neighbour.get(AT + "/open?agency=" + desk.agency.id()).status()).isEqualTo(404);
        assertThat(neighbour.get(AT + "/table?agency=" + desk.agency.id()).status()).isEqualTo(404);
        assertThat(neighbour.get(AT + "?agency=" + desk.agency.id()).json().path("items").isEmpty()).isTrue();
    }

    @Test
    void aTableIsTakenInWholeOrNotAtAll() {
        String header = "单位,内设机构,岗位,岗位职责,事项编码,承担环节,设岗日期,人员,到岗日期\n";
        String good = body + ",执法一科,表岗,办理案件,GW-1；GW-2,行政处罚普通程序：立案；行政处罚普通程序：询问,2025-01-01,段设岗,2025-02-01\n";
        String wrong = body + ",执法一科,表岗,别的,,,,段设岗,2025-02-01\n" + body + ",无此科,乙岗,办理,,,2025-01-01,,\n" + body + ",执法一科,丙岗,办理,GW-9,,2025-01-01,段无人,2025-02-01\n"
                + body + ",执法一科,丁岗,,,,2025-01-01,段设岗,2023-01-01\n" + body + ",执法一科,戊岗,办理,,立案,2025-01-01,,\n";
        JsonNode refused = send(header + good + wrong);
        assertThat(refused.at("/imported").asInt()).isZero();
        assertThat(refused.path("faults").findValuesAsString("what")).containsExactly("与本表前面同一岗位的职责不一致", "同一岗位上出现两次", "本单位没有登记这个内设机构",
                "不在本单位当日已公布的执法事项清单", "登记册中没有此人，或者证号、姓名、单位不相符", "没有填写", "早于设岗日期", "当日施行的法律包中没有这个程序的环节或者动作");
        assertThat(send(header + good).at("/imported").asInt()).isEqualTo(1);
        assertThat(send(header + good).at("/imported").asInt()).as("twice").isZero();
        assertThat(open()).isEmpty();
        assertThat(clerk.get(AT + "/export").status()).isEqualTo(200);
        assertThat(clerk.get(AT + "/template").status()).isEqualTo(200);
    }

    @Test
    void actsArePickedFromThePacksAndOldWordsStayAsNotMatched() {
        JsonNode book = clerk.get(AT + "/acts").json();
        JsonNode ordinary = book.valueStream().filter(b -> b.path("code").asString().equals("penalty-ordinary")).findFirst().orElseThrow();
        assertThat(ordinary.toString()).contains("file-case", "立案");
        Map<String, Object> free = post("随意岗");
        free.put("acts", List.of("penalty-ordinary/file-case", "摆渡"));
        Browser.Answer refused = clerk.post(AT, free);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("/acts", "摆渡");
        free.put("acts", List.of("penalty-ordinary/no-such-act"));
        assertThat(clerk.post(AT, free).status()).isEqualTo(422);
        String post = set("办案岗", "GW-1");
        jdbc.sql("""
                insert into responsibility_version (post_id, valid_from, title, duties, items, acts, reason, recorded_by)
                values (?, date '2025-02-01', '办案岗', '办理案件', '{}', array['立案', 'penalty-ordinary/file-case'], '从前', 0)""").param(Long.valueOf(post)).update();
        JsonNode shown = clerk.get(AT + "/" + post).json().path("post");
        assertThat(shown.at("/unmatched/0").asString()).isEqualTo("立案");
        assertThat(shown.at("/actWords/0").asString()).startsWith("行政处罚普通程序：");
        JsonNode open = clerk.get(AT + "/acts/open").json();
        assertThat(open.at("/unmatched/0/entries/0").asString()).isEqualTo("立案");
        Map<String, Object> change = post("办案岗", "GW-1");
        change.put("from", "2025-03-01");
        change.put("acts", List.of("立案", "penalty-ordinary/file-case"));
        assertThat(clerk.send("PUT", AT + "/" + post, json(change)).status()).as("the old word stays").isEqualTo(204);
        change.put("from", "2025-04-01");
        change.put("acts", List.of("审核", "penalty-ordinary/file-case"));
        assertThat(clerk.send("PUT", AT + "/" + post, json(change)).status()).as("a new word").isEqualTo(422);
    }

    @Test
    void anActHasSomebodyWhileSomebodyIsInAPostThatServesIt() {
        String post = set("办案岗", "GW-1");
        assertThat(open("立案")).contains("立案");
        String officer = desk.enter("段承办", RegisterDesk.number());
        assertThat(place(post, officer, "2025-02-01")).isEqualTo(201);
        assertThat(open("立案")).as("somebody files cases").doesNotContain("立案");
        assertThat(clerk.get(AT + "/acts/open").json().path("procedures").toString()).as("of procedures that posts name").contains("行政处罚普通程序").doesNotContain("行政许可");
        Browser neighbour = Browser.of(port, city.person(city.agencyIn(desk.agency.region()), "registrar"));
        for (String path : List.of("/acts", "/acts/open", "/acts/beyond")) {
            assertThat(neighbour.get(AT + path + "?agency=" + desk.agency.id()).status()).as(path).isEqualTo(404);
        }
    }

    private List<String> open(String stage) {
        return clerk.get(AT + "/acts/open").json().path("stages").valueStream().filter(s -> s.path("stage").asString().equals(stage))
                .flatMap(s -> s.path("acts").valueStream().map(JsonNode::asString)).toList();
    }

    @Test
    void whoDoesAnActThatNoPostOfTheirsGivesShows() {
        String officer = desk.enter("段越权", RegisterDesk.number());
        String second = desk.enter("段副手", RegisterDesk.number());
        place(set("立案岗", "GW-1"), officer, "2025-02-01");
        long id = 7_100_000_000L + desk.agency.id();
        desk.agency.scope().call(() -> transactions.write(() -> {
            jdbc.sql("""
                    insert into enforcement_case (region_id, case_id, agency_id, procedure, title, field, region, law, packs, item, stage, filed_on, seq, updated_at)
                    values (?, ?, ?, 'penalty-ordinary', '', '市场监管', '', '', '[]', '', '立案', date '2026-01-01', 1, now())""")
                    .params(desk.agency.region(), id, desk.agency.id()).update();
            int seq = 0;
            for (String act : List.of("file-case", "inspect", "inspect")) {
                String bytes = json(Map.of("act", act, "actor", officer, "officers", act.equals("inspect") ? List.of(officer, second) : List.of()));
                jdbc.sql("insert into entry (region_id, case_id, seq, agency_id, recorded_at, schema, bytes, sha256, sm3) values (?, ?, ?, ?, now(), 1, convert_to(?, 'UTF8'), ?, ?)")
                        .params(desk.agency.region(), id, ++seq, desk.agency.id(), bytes, new byte[32], new byte[32]).update();
            }
            return id;
        }));
        JsonNode told = clerk.get(AT + "/acts/beyond").json();
        assertThat(told.path("cases").asInt()).isEqualTo(1);
        assertThat(told.path("next").isNull()).isTrue();
        assertThat(clerk.get(AT + "/acts/beyond?cursor=x").status()).isEqualTo(400);
        JsonNode beyond = told.path("acts");
        assertThat(beyond.findValuesAsString("act")).containsExactlyInAnyOrder("inspect", "inspect");
        JsonNode own = beyond.valueStream().filter(b -> b.path("name").asString().equals("段越权")).findFirst().orElseThrow();
        assertThat(own.path("times").asInt()).isEqualTo(2);
        assertThat(own.path("placed").asBoolean()).isTrue();
        desk.agency.scope().call(() -> transactions.write(() -> jdbc.sql("""
                insert into enforcement_case (region_id, case_id, agency_id, procedure, title, field, region, law, packs, item, stage, filed_on, seq, updated_at)
                select ?, ? + n, ?, 'penalty-ordinary', '', '市场监管', '', '', '[]', '', '立案', date '2026-01-01', 1, now() + n / 3 * interval '1 second' from generate_series(1, 45) n""")
                .params(desk.agency.region(), id, desk.agency.id()).update()));
        JsonNode first = clerk.get(AT + "/acts/beyond").json();
        JsonNode second20 = clerk.get(AT + "/acts/beyond?cursor=" + first.path("next").asString()).json();
        JsonNode last = clerk.get(AT + "/acts/beyond?cursor=" + second20.path("next").asString()).json();
        assertThat(List.of(first.path("cases").asInt(), second20.path("cases").asInt(), last.path("cases").asInt())).as("a view reads a page of cases, and the pages miss none").containsExactly(20, 20, 6);
        assertThat(first.path("acts").isEmpty()).isTrue();
        assertThat(last.path("acts").findValuesAsString("act")).containsExactlyInAnyOrder("inspect", "inspect");
        assertThat(last.path("next").isNull()).isTrue();
        TestCity.Person elsewhere = city.person(city.agencyIn(desk.agency.region()), "officer");
        jdbc.sql("insert into person_role (person_id, role_code, agency_id, valid_from) values (?, 'system-admin', ?, date '2024-01-01')").params(elsewhere.id(), desk.agency.id()).update();
        for (String path : List.of("/beyond", "/acts/beyond")) {
            assertThat(Browser.of(port, elsewhere).get(AT + path + "?agency=" + desk.agency.id()).status()).as("reads the cases of another body: %s", path).isEqualTo(403);
        }
        assertThat(Browser.of(port, city.person(desk.agency, "security-admin")).get(AT + "/acts/beyond?agency=" + desk.agency.id()).status()).isEqualTo(403);
    }

    private JsonNode send(String csv) {
        Browser.Answer a = RegisterDesk.upload(clerk, AT + "/imports?dryRun=false", "岗位.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(a.status()).as(a.body()).isEqualTo(200);
        return a.json();
    }
}
