package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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

/** Case and document numbers: no gap, no double, none used again. */
@ServerTest
@Import(TestCity.class)
class NumbersTest {

    private static final LocalDate TODAY = Bureau.TODAY;

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    Bureau bureau;
    Desk head;

    /** Each clerk at a desk of its own: one browser's cookies are not for many threads. */
    private final ThreadLocal<Desk> desks = ThreadLocal.withInitial(() -> new Desk(port, bureau.head));

    @BeforeEach
    void aBureau() {
        bureau = new Bureau(city, jdbc);
        head = new Desk(port, bureau.head);
    }

    @Test
    void casesFiledAtOnceAreNumberedWithoutGapOrDoubleAndRefusedOnesTakeNone() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            List<Callable<String>> filings = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                boolean refused = i % 5 == 4;
                filings.add(() -> number(refused));
            }
            List<String> numbers = done(pool.invokeAll(filings)).stream().filter(n -> !n.isEmpty()).toList();
            assertThat(numbers).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 24).mapToObj(this::filed).toList());
        }
        JsonNode list = head.get("/api/numbers?kind=罚立&year=" + TODAY.getYear() + "&limit=10");
        assertThat(list.path("items").size()).isEqualTo(10);
        assertThat(list.path("next").asString()).isEqualTo("10");
    }

    private static List<String> done(List<Future<String>> filings) throws Exception {
        List<String> out = new ArrayList<>();
        for (Future<String> f : filings) {
            out.add(f.get());
        }
        return out;
    }

    private String filed(int n) {
        return "云市监罚立〔" + TODAY.getYear() + "〕" + n + "号";
    }

    private String number(boolean refused) {
        Map<String, Object> act = bureau.filingAct(TODAY, "甲公司");
        if (refused) {
            act.put("officers", List.of());
        }
        Browser.Answer answer = desks.get().browser.post("/api/cases", Map.of("procedure", "penalty-ordinary", "act", act));
        assertThat(answer.status()).as(answer.body()).isEqualTo(refused ? 422 : 201);
        return refused ? "" : answer.json().path("number").asString();
    }

    @Test
    void aVoidedNumberStaysAndIsNeverIssuedAgain() {
        head.open(bureau.filing(TODAY));
        Map<String, Object> it = Map.of("kind", "罚立", "year", TODAY.getYear(), "n", 1, "reason", "文书打印错误");
        assertThat(head.browser.post("/api/numbers/void", it).status()).isEqualTo(204);
        assertThat(head.browser.post("/api/numbers/void", it).status()).as("twice").isEqualTo(422);
        assertThat(head.one(head.open(bureau.filing(TODAY))).path("number").asString()).isEqualTo(filed(2));
        JsonNode items = head.get("/api/numbers?kind=罚立&year=" + TODAY.getYear()).path("items");
        assertThat(items.get(0).path("voided").asBoolean()).isTrue();
        assertThat(items.get(0).path("voidReason").asString()).isEqualTo("文书打印错误");
    }

    @Test
    void aDecisionOnTheSpotTakesANumberOfTheOfficersBookOnce() {
        Browser.Answer book = head.browser.post("/api/numbers/books",
                Map.of("kind", "当罚", "year", TODAY.getYear(), "count", 2, "holder", bureau.officer.id()));
        assertThat(book.status()).as(book.body()).isEqualTo(201);
        String first = book.json().path("first").asString();
        assertThat(first).isEqualTo("云市监当罚〔" + TODAY.getYear() + "〕1号");
        Desk officer = new Desk(port, bureau.officer);
        officer.done(told(officer), onTheSpot(first));
        assertThat(Desk.pointers(officer.act(told(officer), onTheSpot(first)))).containsExactly("/form/number");
        assertThat(Desk.pointers(officer.act(told(officer), onTheSpot(first.replace("1号", "3号"))))).containsExactly("/form/number");
        assertThat(Desk.pointers(officer.act(told(officer), onTheSpot("随便写的编号")))).containsExactly("/form/number");
        assertThat(next(officer)).as("the number that the form offers").isEqualTo(first.replace("1号", "2号"));
        officer.done(told(officer), onTheSpot(first.replace("1号", "2号")));
        assertThat(next(officer)).as("the book is used up").isEmpty();
        assertThat(officer.get("/api/numbers/books?holders=" + bureau.second.id())).isEmpty();
        assertThat(officer.get("/api/numbers/kinds").get(0).path("title").asString()).isEqualTo("当场行政处罚决定书");
    }

    private String next(Desk officer) {
        JsonNode book = officer.get("/api/numbers/books?holders=" + bureau.officer.id()).get(0);
        assertThat(book.path("holder").path("id").asString()).isEqualTo(Long.toString(bureau.officer.id()));
        return book.path("next").asString("");
    }

    private String told(Desk officer) {
        Map<String, Object> form = new LinkedHashMap<>(Map.of("violation", "未明码标价", "facts", "货架无价签", "evidence", "照片", "place", "云台路1号",
                "conductEndedOn", TODAY.toString(), "certificateShown", true,
                "parties", List.of(Map.of("kind", "legal-org", "name", "甲公司", "address", "云台路1号"))));
        String id = officer.open(Map.of("procedure", "penalty-summary", "act", Bureau.act("inspect-on-spot", TODAY, bureau.officers(), form)));
        officer.done(id, Desk.act("tell-and-hear", TODAY, Map.of("content", "罚款一百元", "fine", 10000, "rightsTold", true, "heard", true), "party-1"));
        return id;
    }

    private Map<String, Object> onTheSpot(String number) {
        Map<String, Object> form = new LinkedHashMap<>(Map.of("number", number, "kind", "fine", "fine", 10000, "violation", "未明码标价",
                "basis", "价格法 第四十二条", "place", "云台路1号", "remedies", "六十日内先申请行政复议", "reconsiderFirst", true, "handedOver", true,
                "performance", "十五日内到代收银行缴纳"));
        form.put("signature", "signed");
        Map<String, Object> act = Desk.act("decide-on-spot", TODAY, form, "party-1");
        act.put("officers", bureau.officers());
        return act;
    }
}
