package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
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
import tools.jackson.databind.json.JsonMapper;

/** The list of cases as each has it: columns, saved filters, and a table of what the filter shows, with the right to it and a trace. */
@ServerTest
@Import(TestCity.class)
class OwnListTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    private Bureau bureau;
    private Browser head;

    @BeforeEach
    void bureau() {
        bureau = new Bureau(city, jdbc);
        head = Browser.of(port, bureau.head);
    }

    private Browser.Answer choose(Browser who, Object columns) {
        return who.send("PUT", "/api/case-list/columns", JSON.writeValueAsString(Map.of("columns", columns)));
    }

    private static List<String> columns(Browser who) {
        return who.get("/api/case-list").json().path("columns").valueStream().map(JsonNode::asString).toList();
    }

    private static List<List<String>> sheet(HttpResponse<byte[]> answer) throws Exception {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
            return book.getFirstSheet().read().stream().map((Row r) -> r.stream().map(c -> c == null ? "" : c.getText()).toList()).toList();
        }
    }

    @Test
    void columnsAreKeptPerPersonInTheirOrderAndGoBackToTheUsualOnes() {
        Browser officer = Browser.of(port, bureau.officer);
        List<String> usual = columns(head);
        assertThat(usual).startsWith("number", "party");
        assertThat(choose(head, List.of("filed", "party", "agency")).status()).isEqualTo(200);
        assertThat(columns(head)).containsExactly("filed", "party", "agency");
        assertThat(columns(officer)).as("another's").isEqualTo(usual);
        choose(head, List.of());
        assertThat(columns(head)).isEqualTo(usual);
    }

    @Test
    void columnsThatThereAreNotOrThatOpenNothingAreRefused() {
        assertThat(Desk.pointers(choose(head, List.of("party", "idNo")))).containsExactly("/columns/1");
        assertThat(Desk.pointers(choose(head, List.of("party", "party")))).containsExactly("/columns");
        assertThat(Desk.pointers(choose(head, List.of("filed")))).containsExactly("/columns");
        assertThat(head.send("PUT", "/api/case-list/columns", "{\"columns\":[null]}").status()).isEqualTo(422);
        assertThat(head.send("PUT", "/api/case-list/columns", "{\"columns\":\"x\"}").status()).isEqualTo(400);
        assertThat(columns(head)).startsWith("number", "party");
    }

    private static Browser.Answer save(Browser who, String name, Map<String, String> query) {
        return who.post("/api/case-list/filters", Map.of("name", name, "query", query));
    }

    @Test
    void filtersAreSavedByNameForOnePersonAndDeletedByThatOne() {
        assertThat(save(head, "超期的", Map.of("overdue", "true", "sort", "due")).status()).isEqualTo(200);
        save(head, "超期的", Map.of("overdue", "true", "state", "open"));
        JsonNode mine = head.get("/api/case-list").json().path("filters");
        assertThat(mine.size()).as("one of the same name is replaced").isEqualTo(1);
        assertThat(mine.at("/0/query/state").asString()).isEqualTo("open");
        Browser officer = Browser.of(port, bureau.officer);
        assertThat(officer.get("/api/case-list").json().path("filters").isEmpty()).isTrue();
        String id = mine.at("/0/id").asString();
        officer.send("DELETE", "/api/case-list/filters/" + id, "");
        assertThat(head.get("/api/case-list").json().path("filters").size()).isEqualTo(1);
        head.send("DELETE", "/api/case-list/filters/" + id, "");
        assertThat(head.get("/api/case-list").json().path("filters").isEmpty()).isTrue();
    }

    @Test
    void filtersAreBoundedInNumberAndMustBeOnesThatTheListTakes() {
        assertThat(save(head, " ", Map.of()).status()).isEqualTo(422);
        assertThat(save(head, "长".repeat(31), Map.of()).status()).isEqualTo(422);
        assertThat(save(head, "甲", Map.of("owner", "x")).status()).isEqualTo(422);
        assertThat(save(head, "甲", Map.of("state", "x")).status()).isEqualTo(400);
        assertThat(save(head, "甲", Map.of("filedFrom", "昨天")).status()).isEqualTo(422);
        assertThat(head.post("/api/case-list/filters", Map.of("name", "甲")).status()).isEqualTo(422);
        for (int i = 0; i < OwnList.MOST_FILTERS; i++) {
            assertThat(save(head, "第" + i, Map.of("mine", "true")).status()).isEqualTo(200);
        }
        assertThat(save(head, "再一个", Map.of()).status()).isEqualTo(422);
        assertThat(save(head, "第3", Map.of()).status()).as("one that is there may change").isEqualTo(200);
    }

    @Test
    void theTableHasTheRowsOfTheFilterInOnesOwnColumnsAndLeavesATrace() throws Exception {
        Desk desk = new Desk(port, bureau.head);
        String one = desk.open(Map.of("procedure", "penalty-ordinary", "act", bureau.filingAct(Bureau.TODAY, "云岭市禾穗坊食品有限公司")));
        desk.open(Map.of("procedure", "penalty-ordinary", "act", bureau.filingAct(Bureau.TODAY, "云岭市太行建材有限公司")));
        Bureau neighbour = new Bureau(city, jdbc, city.agencyIn(bureau.agency.region()));
        new Desk(port, neighbour.head).open(neighbour.filing(Bureau.TODAY));
        choose(head, List.of("party", "number", "filed"));
        assertThat(sheet(head.bytes("/api/case-list/export"))).hasSize(3).first().isEqualTo(List.of("当事人", "案由", "立案号", "登记日期"));
        List<List<String>> found = sheet(head.bytes("/api/case-list/export?q=" + java.net.URLEncoder.encode("禾穗", java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(found).hasSize(2);
        assertThat(found.get(1)).containsExactly("云岭市禾穗坊食品有限公司", "未按规定建立进货查验记录", desk.one(one).path("number").asString(), Bureau.TODAY.toString());
        assertThat(jdbc.sql("select object_id from audit_entry where actor = ? and act = 'case-export' order by id").param(bureau.head.id()).query(String.class).list())
                .containsExactly("在办；2 件", "在办，含检索词；1 件");
        assertThat(jdbc.sql("select count(*) from audit_entry where actor = ? and act like 'GET /api/case-list%'").param(bureau.head.id()).query(Long.class).single()).as("one trace, not two").isZero();
    }

    @Test
    void whoHasNotTheRightTakesNothingAway() {
        assertThat(Browser.of(port, bureau.officer).get("/api/case-list/export").status()).isEqualTo(403);
        assertThat(Browser.of(port, bureau.officer).get("/api/case-list").json().path("mayExport").asBoolean(true)).isFalse();
        for (String role : List.of("system-admin", "security-admin", "audit-admin")) {
            Browser administrator = Browser.of(port, city.person(bureau.agency, role));
            assertThat(administrator.get("/api/case-list").status()).as(role).isEqualTo(403);
            assertThat(administrator.get("/api/case-list/export").status()).as(role).isEqualTo(403);
        }
        assertThat(Browser.of(port, city.person(bureau.agency, "supervisor")).get("/api/case-list").json().path("mayExport").asBoolean()).isTrue();
        assertThat(head.get("/api/case-list/export?state=x").status()).isEqualTo(400);
    }
}
