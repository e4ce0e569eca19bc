package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Accounts;
import org.mingfa.server.access.Scope;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases that name one another (关联案件). */
@ServerTest
@Import(TestCity.class)
class LinksTest {

    private static final LocalDate START = Bureau.TODAY.minusDays(40);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CurrentLaw law;

    @Autowired
    Transactions transactions;

    @Autowired
    Rebuilding rebuilding;

    @Autowired
    CaseFiles files;

    @Autowired
    Accounts accounts;

    Bureau bureau;
    Desk officer;
    Desk head;

    @BeforeEach
    void aBureau() {
        bureau = new Bureau(city, jdbc);
        officer = new Desk(port, bureau.officer);
        head = new Desk(port, bureau.head);
    }

    @Test
    void anInspectionHandedOverOpensAPenaltyCaseWithItsPartyAndBothShowEachOther() {
        String inspection = walked("inspection", "inspect", Map.of());
        assertThat(titles(head, inspection)).doesNotContain("立处罚案件");
        officer.done(inspection, late("hand-over", 6, Map.of("clue", "销售过期食品", "materials", "笔录")));
        JsonNode opening = opening(head, inspection, "立处罚案件");
        JsonNode form = opening.path("form");
        String number = officer.one(inspection).path("number").asString();
        assertThat(form.path("sourceCase").asString()).isEqualTo(number);
        assertThat(form.path("violation").asString()).isEqualTo("销售过期食品");
        assertThat(form.path("parties").get(0).path("name").asString()).isEqualTo("甲公司");
        assertThat(form.path("parties").get(0).path("address").asString()).isEqualTo("甲路1号");
        assertThat(opening.path("after").path("act").asString()).isEqualTo("hand-over");

        String penalty = head.open(Map.of("procedure", "penalty-ordinary", "act", filing(form)));
        JsonNode link = only(head.one(penalty));
        assertThat(link.path("case").asString()).isEqualTo(inspection);
        assertThat(link.path("number").asString()).isEqualTo(number);
        assertThat(link.path("as").asString()).isEqualTo("source");
        assertThat(link.path("direction").asString()).isEqualTo("to");
        assertThat(link.path("procedure").asString()).isEqualTo("inspection");
        JsonNode back = only(officer.one(inspection));
        assertThat(back.path("case").asString()).isEqualTo(penalty);
        assertThat(back.path("number").asString()).isEqualTo(head.one(penalty).path("number").asString());
        assertThat(back.path("direction").asString()).isEqualTo("from");
        assertThat(back.path("stage").asString()).isEqualTo("立案");

        JsonNode step = step(officer, inspection, "note-case");
        assertThat(step.path("form").path("filed").asBoolean()).isTrue();
        officer.done(inspection, late("note-case", 8, map(step.path("form"))));
        assertThat(steps(officer, inspection)).doesNotContain("note-case");
        assertThat(only(officer.one(inspection)).path("as").asString()).as("its own record now says it").isEqualTo("outcome");
    }

    private static JsonNode inbox(Desk desk) {
        return desk.get("/api/todo/steps").path("items");
    }

    @Test
    void aMeasureHangsOnItsCase() {
        String penalty = filed();
        JsonNode opening = opening(officer, penalty, "提请查封、扣押、冻结（另案）");
        assertThat(opening.path("form").path("violation").asString()).isEqualTo("未按规定建立进货查验记录");
        String measure = opened("compulsory-measure", map(opening.path("form")));
        JsonNode of = only(officer.one(measure));
        assertThat(of.path("case").asString()).isEqualTo(penalty);
        assertThat(of.path("as").asString()).isEqualTo("parent");
        assertThat(officer.one(measure).path("party").asString()).isEqualTo("云岭市禾穗坊食品有限公司");
        assertThat(only(officer.one(penalty)).path("case").asString()).isEqualTo(measure);
    }

    @Test
    void aReferralAcceptedSuspendsThePenaltyAndItsReturnResumesIt() {
        String penalty = filed();
        String referral = walked("criminal-referral", "send", map(opening(officer, penalty, "移送涉嫌犯罪案件").path("form")));
        assertThat(steps(head, penalty)).contains("transfer-judicial").doesNotContain("suspend");
        walk(referral, "criminal-referral", List.of("police-receipt"));
        JsonNode suspend = step(head, penalty, "suspend");
        assertThat(suspend.path("case").asString()).isEqualTo(referral);
        assertThat(suspend.path("after").asString()).isEqualTo("公安机关签收回执");
        assertThat(steps(officer, penalty)).as("told to whoever works on the case").contains("suspend");
        assertThat(decide(penalty).path("stopped").asBoolean()).isFalse();
        JsonNode inbox = inbox(head).valueStream().filter(s -> s.path("act").asString().equals("suspend")).findFirst().orElseThrow();
        assertThat(inbox.path("case").path("id").asString()).isEqualTo(penalty);
        assertThat(inbox.path("from").asString()).isEqualTo(referral);
        assertThat(inbox.path("title").asString()).as("in the words of the case page").isEqualTo(suspend.path("title").asString());
        assertThat(inbox.path("after").asString()).isEqualTo("公安机关签收回执");
        assertThat(inbox(new Desk(port, new Bureau(city, jdbc).head))).as("another agency").isEmpty();
        assertThat(bureau.agency.scope().call(() -> rebuilding.rebuild(CaseKey.parse(penalty).orElseThrow()))).isTrue();
        assertThat(inbox(head).findValuesAsString("act")).as("rebuilt from the records").contains("suspend");
        Map<String, Object> form = map(suspend.path("form"));
        assertThat(form).containsEntry("ground", "police");
        form.putAll(Map.of("reasons", "移送公安机关审查", "document", "云市监中〔2026〕1号"));
        head.done(penalty, late("suspend", 6, form));
        assertThat(decide(penalty).path("stopped").asBoolean()).isTrue();
        assertThat(steps(head, penalty)).doesNotContain("suspend", "resume");
        assertThat(inbox(head).findValuesAsString("act")).doesNotContain("suspend", "resume");

        officer.done(referral, late("police-decision", 8, Map.of("outcome", "not-filed", "number", "不立1号", "reasons", "犯罪事实显著轻微")));
        JsonNode resume = step(head, penalty, "resume");
        assertThat(inbox(head).findValuesAsString("act")).contains("resume");
        assertThat(resume.path("form").path("reasons").asString()).isEqualTo("犯罪事实显著轻微");
        head.done(penalty, late("resume", 9, map(resume.path("form"))));
        assertThat(decide(penalty).path("stopped").asBoolean()).isFalse();
        assertThat(steps(head, referral)).as("and the referral is told").contains("handle");
    }

    @Test
    void actsAtOnceInCasesLinkedWithEachOtherAreBothDoneAndEachSeesTheOther() throws Exception {
        for (int round = 0; round < 4; round++) {
            String penalty = filed();
            String referral = walked("criminal-referral", "send", map(opening(officer, penalty, "移送涉嫌犯罪案件").path("form")));
            walk(referral, "criminal-referral", List.of("police-receipt"));
            Map<String, Object> form = map(step(head, penalty, "suspend").path("form"));
            form.putAll(Map.of("reasons", "移送公安机关审查", "document", "云市监中〔2026〕" + round + "号"));
            CyclicBarrier together = new CyclicBarrier(2);
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                Future<?> here = both.submit(() -> atOnce(together, head, penalty, late("suspend", 6, form)));
                Future<?> there = both.submit(() -> atOnce(together, officer, referral,
                        late("police-decision", 8, Map.of("outcome", "not-filed", "number", "不立1号", "reasons", "犯罪事实显著轻微"))));
                here.get(60, TimeUnit.SECONDS);
                there.get(60, TimeUnit.SECONDS);
            }
            assertThat(inbox(head).valueStream().filter(s -> s.path("case").path("id").asString().equals(penalty)).map(s -> s.path("act").asString()))
                    .contains("resume").doesNotContain("suspend");
        }
        assertThat(noted()).isZero();
    }

    private static Void atOnce(CyclicBarrier together, Desk desk, String id, Map<String, Object> act) throws Exception {
        together.await(30, TimeUnit.SECONDS);
        desk.done(id, act);
        return null;
    }

    @Test
    void aLinkedCaseThatCannotBeReadHoldsUpNeitherActsNorPages() {
        String penalty = filed();
        String referral = walked("criminal-referral", "send", map(opening(officer, penalty, "移送涉嫌犯罪案件").path("form")));
        CaseKey broken = CaseKey.parse(penalty).orElseThrow();
        bureau.agency.scope().run(() -> transactions.write(() -> jdbc.sql("update enforcement_case set law = 'lost' where case_id = ?").param(broken.id()).update()));
        files.forget(broken);
        walk(referral, "criminal-referral", List.of("police-receipt"));
        assertThat(officer.one(referral).path("links")).hasSize(1);
        assertThat(noted()).as("waits to be written").isOne();
        rebuilding.waiting();
        bureau.agency.scope().run(() -> transactions.write(() -> jdbc.sql("update enforcement_case set law = ? where case_id = ?").params(law.digest(), broken.id()).update()));
        rebuilding.waiting();
        assertThat(inbox(head).findValuesAsString("act")).as("not tried again at once").doesNotContain("suspend");
        bureau.agency.scope().run(() -> transactions.write(() -> jdbc.sql("update case_to_project set due_at = now() - interval '1 minute' where case_id = ?").param(broken.id()).update()));
        rebuilding.waiting();
        assertThat(inbox(head).findValuesAsString("act")).contains("suspend");
        assertThat(noted()).isZero();
    }

    @Test
    void anActInACaseWithManyLinkedOnesLeavesTheirStepsToTheProjection() {
        String penalty = filed();
        String referral = walked("criminal-referral", "send", map(opening(officer, penalty, "移送涉嫌犯罪案件").path("form")));
        String number = head.one(penalty).path("number").asString();
        for (int i = 0; i < 5; i++) {
            opened("compulsory-measure", Map.of("relatedCase", number));
        }
        rebuilding.waiting();
        assertThat(noted()).isZero();
        walk(referral, "criminal-referral", List.of("police-receipt"));
        assertThat(noted()).isEqualTo(1);
        rebuilding.waiting();
        assertThat(inbox(head).findValuesAsString("act")).contains("suspend");
        assertThat(noted()).isZero();
    }

    private long noted() {
        return bureau.agency.scope().<Long, RuntimeException>call(() -> transactions.read(() ->
                jdbc.sql("select count(*) from case_to_project where agency_id = ?").param(bureau.agency.id()).query(Long.class).single()));
    }

    @Test
    void rebuildingFromTheRecordGivesTheSameLinks() {
        String penalty = filed();
        String measure = opened("compulsory-measure", map(opening(officer, penalty, "提请查封、扣押、冻结（另案）").path("form")));
        CaseKey key = CaseKey.parse(measure).orElseThrow();
        List<Map<String, Object>> written = rows(key);
        assertThat(written).hasSize(1);
        bureau.agency.scope().run(() -> transactions.write(() -> jdbc.sql("delete from case_link where case_id = ?").param(key.id()).update()));
        assertThat(officer.one(penalty).path("links").isEmpty()).isTrue();
        assertThat(bureau.agency.scope().<Boolean, RuntimeException>call(() -> rebuilding.rebuild(key))).isTrue();
        assertThat(rows(key)).isEqualTo(written);
    }

    @Test
    void whoDoesNotReachTheOtherCaseLearnsNoMoreThanThatThereIsOne() {
        String penalty = filed();
        Bureau neighbour = new Bureau(city, jdbc, city.agencyIn(bureau.agency.region()));
        accounts.grant(neighbour.officer.id(), "supervisor", neighbour.agency.id(), LocalDate.of(2020, 1, 1), null);
        String number = officer.one(penalty).path("number").asString();
        Map<String, Object> opening = Map.of("procedure", "compulsory-measure", "act",
                step("compulsory-measure", "propose-measure", Map.of("relatedCase", number), neighbour));
        String measure = new Desk(port, neighbour.officer).open(opening);
        assertThat(only(new Desk(port, neighbour.officer).one(measure)).path("held").asString()).isEqualTo("here");

        JsonNode seen = only(officer.one(penalty));
        assertThat(seen.path("held").asString()).isEqualTo("hidden");
        assertThat(seen.path("as").asString()).isEqualTo("parent");
        List.of("case", "number", "title", "party", "procedure", "procedureTitle", "stage", "ended")
                .forEach(f -> assertThat(seen.path(f).isNull()).as(f).isTrue());
        JsonNode own = only(new Desk(port, neighbour.second).one(measure));
        assertThat(own.path("held").asString()).isEqualTo("hidden");
        assertThat(own.path("case").isNull()).isTrue();
        assertThat(own.path("party").isNull()).isTrue();
        assertThat(new Desk(port, neighbour.second).browser.get("/api/cases/" + penalty + "/openings").status()).isEqualTo(404);
        Bureau far = new Bureau(city, jdbc);
        CaseKey key = CaseKey.parse(measure).orElseThrow();
        assertThat(far.agency.scope().<Long, RuntimeException>call(() -> count(key))).isZero();
        assertThat(Scope.NONE.<Long, RuntimeException>call(() -> count(key))).isZero();
        assertThat(bureau.agency.scope().<Long, RuntimeException>call(() -> count(key))).isOne();
        bureau.agency.scope().run(() -> transactions.write(() -> jdbc.sql("delete from case_link").update()));
        assertThat(neighbour.agency.scope().<Long, RuntimeException>call(() -> count(key))).as("the other end may not delete it").isOne();
    }

    @Test
    void aNumberOfNoCaseHereStaysAsItStandsAndAWrongOneIsRefused() {
        String paper = opened("compulsory-measure", Map.of("relatedCase", "云市监罚立〔2019〕7号"));
        JsonNode link = only(officer.one(paper));
        assertThat(link.path("held").asString()).isEqualTo("outside");
        assertThat(link.path("number").asString()).isEqualTo("云市监罚立〔2019〕7号");
        assertThat(refused("3-999999999999999999")).contains("没有这个案件");
        assertThat(refused(paper)).contains("不能是「行政强制措施」案件");
        String decision = officer.one(paper).path("number").asString();
        assertThat(refused(decision)).contains("不能是「行政强制措施」案件");
        Browser.Answer forged = officer.browser.post("/api/cases", Map.of("procedure", "compulsory-measure", "act",
                step("compulsory-measure", "propose-measure", Map.of("relatedCase", "纸1号", "relatedCaseId", filed()), bureau)));
        assertThat(forged.status()).isEqualTo(422);
        assertThat(Desk.pointers(forged)).containsExactly("/act/form/relatedCaseId");
    }

    @Test
    void aCorrectionMovesTheLink() {
        String first = filed();
        String second = filed();
        Map<String, Object> act = step("compulsory-measure", "propose-measure", Map.of("relatedCase", head.one(first).path("number").asString()), bureau);
        String measure = officer.open(Map.of("procedure", "compulsory-measure", "act", act));
        Map<String, Object> mended = new LinkedHashMap<>(act);
        Map<String, Object> form = map(officer.get("/api/cases/" + measure + "/entries").path("items").get(0).path("form"));
        form.put("relatedCase", head.one(second).path("number").asString());
        mended.putAll(Map.of("form", form, "corrects", 1, "reason", "案号写错", "approver", Long.toString(bureau.head.id())));
        mended.remove("mode");
        officer.done(measure, mended);
        assertThat(only(officer.one(measure)).path("case").asString()).isEqualTo(second);
        assertThat(officer.one(first).path("links").isEmpty()).isTrue();
        assertThat(only(officer.one(second)).path("case").asString()).isEqualTo(measure);
    }

    private String refused(String named) {
        Browser.Answer answer = officer.browser.post("/api/cases", Map.of("procedure", "compulsory-measure", "act",
                step("compulsory-measure", "propose-measure", Map.of("relatedCase", named), bureau)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(Desk.pointers(answer)).containsExactly("/act/form/relatedCase");
        return answer.body();
    }

    /** An ordinary penalty case, filed on the first day. */
    private String filed() {
        Map<String, Object> act = bureau.filingAct(START, "云岭市禾穗坊食品有限公司");
        return head.open(Map.of("procedure", "penalty-ordinary", "act", act));
    }

    private Map<String, Object> filing(JsonNode prefilled) {
        Map<String, Object> act = bureau.filingAct(START.plusDays(7), "");
        Map<String, Object> form = new LinkedHashMap<>(map(JSON.valueToTree(act.get("form"))));
        form.putAll(map(prefilled));
        act.put("form", form);
        return act;
    }

    /** A case of a procedure, opened with its first act filled as given and brought up to an act. */
    private String walked(String code, String until, Map<String, Object> first) {
        String id = opened(code, first);
        List<String> acts = Walks.read().of(code).stream().map(Walks.Step::act).toList();
        walk(id, code, acts.subList(1, acts.indexOf(until) + 1));
        return id;
    }

    private String opened(String code, Map<String, Object> filled) {
        return officer.open(Map.of("procedure", code, "act", step(code, Walks.read().of(code).getFirst().act(), filled, bureau)));
    }

    private void walk(String id, String code, List<String> acts) {
        acts.forEach(a -> {
            var spec = law.laws().procedure(code, "市场监管", "14", START).act(a);
            Desk desk = spec.by().isEmpty() || spec.by().contains("officer") ? officer : head;
            desk.done(id, step(code, a, Map.of(), bureau));
        });
    }

    private Map<String, Object> step(String code, String act, Map<String, Object> filled, Bureau by) {
        boolean officers = law.laws().procedure(code, "市场监管", "14", START).act(act).needsOfficers();
        Walks.Days days = new Walks.Days(START, law.calendar(), Long.toString(by.officer.id()));
        Map<String, Object> input = Walks.read().of(code).stream().filter(s -> s.act().equals(act)).findFirst().orElseThrow()
                .input(days, officers ? by.officers() : List.of());
        Map<String, Object> form = new LinkedHashMap<>(map(JSON.valueToTree(input.get("form"))));
        form.putAll(filled);
        input.put("form", form);
        return input;
    }

    private Map<String, Object> late(String act, int day, Map<String, Object> form) {
        Map<String, Object> input = Desk.act(act, START.plusDays(day), form);
        input.putAll(Map.of("mode", "LATE", "reason", "按纸质案卷补录"));
        return input;
    }

    private static List<String> titles(Desk desk, String id) {
        return desk.get("/api/cases/" + id + "/openings").findValuesAsString("title");
    }

    private static JsonNode opening(Desk desk, String id, String title) {
        return each(desk.get("/api/cases/" + id + "/openings")).stream().filter(o -> o.path("title").asString().equals(title)).findFirst()
                .orElseThrow(() -> new AssertionError("not offered: " + title));
    }

    private static List<String> steps(Desk desk, String id) {
        return each(desk.one(id).path("steps")).stream().map(s -> s.path("act").asString()).toList();
    }

    private static JsonNode step(Desk desk, String id, String act) {
        return each(desk.one(id).path("steps")).stream().filter(s -> s.path("act").asString().equals(act)).findFirst()
                .orElseThrow(() -> new AssertionError("no step " + act + " among " + steps(desk, id)));
    }

    private static List<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static JsonNode only(JsonNode one) {
        assertThat(one.path("links").size()).as(one.path("links").toString()).isEqualTo(1);
        return one.path("links").get(0);
    }

    private JsonNode decide(String id) {
        return each(head.one(id).path("duties")).stream().filter(d -> d.path("act").asString().equals("decide")).findFirst().orElseThrow();
    }

    private List<Map<String, Object>> rows(CaseKey key) {
        return bureau.agency.scope().<List<Map<String, Object>>, RuntimeException>call(() -> transactions.read(() ->
                jdbc.sql("select to_jsonb(t)::text as row from case_link t where region_id = ? and case_id = ? order by 1")
                        .params(key.region(), key.id()).query().listOfRows()));
    }

    private long count(CaseKey key) {
        return transactions.read(() -> jdbc.sql("select count(*) from case_link where case_id = ?").param(key.id()).query(Long.class).single());
    }

    private static Map<String, Object> map(JsonNode node) {
        return JSON.convertValue(node, new TypeReference<LinkedHashMap<String, Object>>() {});
    }
}
