package org.mingfa.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.cases.Bureau;
import org.mingfa.server.cases.Desk;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Facts of published penalties that nobody here wrote, entered through the API as late entries as far as each file's facts
 * go. What is barred is recorded as irregular; every finding must be one that this test can explain. The report lies in
 * target/penalty-cases.md.
 */
@ServerTest
@Import(TestCity.class)
class RealCasesTest {

    /** What each stage of a published case is in the procedure; a stage that is missing here is reported as not entered. */
    private static final Map<String, List<String>> ACTS = Map.ofEntries(
            Map.entry("投诉", List.of("register-lead")), Map.entry("线索移交", List.of("register-lead")),
            Map.entry("立案", List.of("file-case")), Map.entry("核查立案", List.of("file-case")),
            Map.entry("现场调查", List.of("inspect")), Map.entry("现场检查", List.of("inspect")), Map.entry("检查", List.of("inspect")),
            Map.entry("查获", List.of("inspect")), Map.entry("询问", List.of("interview")),
            Map.entry("责令改正", List.of("order-correction")), Map.entry("复查", List.of("recheck-correction")),
            Map.entry("调查终结", List.of("conclude")),
            Map.entry("事先告知", List.of("issue-notice", "serve-notice")), Map.entry("事先(听证)告知", List.of("issue-notice", "serve-notice")),
            Map.entry("告知", List.of("issue-notice", "serve-notice")), Map.entry("告知及听证告知", List.of("issue-notice", "serve-notice")),
            Map.entry("先行告知", List.of("issue-notice", "serve-notice")),
            Map.entry("决定", List.of("decide")), Map.entry("公布", List.of("publish")));

    /** Why a published text gives a finding: its facts name the later stage and not the earlier one. */
    private static final Map<String, String> EXPLAINED = Map.ofEntries(
            Map.entry("decide.needs.conclude", "公布文本没有调查终结的日期，案卷须核对调查终结报告"),
            Map.entry("decide.needs.serve-notice", "公布文本没有告知的日期，案卷须核对事先告知书和送达回证"),
            Map.entry("decide.needs.legal-review", "公布文本没有审核的日期，案卷须核对审核意见"),
            Map.entry("decide.needs.any-review", "公布文本没有审核的日期，案卷须核对审核意见"),
            Map.entry("conclude.evidence", "公布文本没有取证的日期，案卷须核对证据"),
            Map.entry("decide.as-notified", "没有告知记录，无从比较决定与告知"),
            Map.entry("decide.limitation", "没有调查终结报告，无从计算追究时效"),
            Map.entry("decide.one-act-one-fine", "没有调查终结报告，无从核对是否已经罚款"),
            Map.entry("issue-notice.needs.conclude", "公布文本没有调查终结的日期，案卷须核对调查终结报告"),
            Map.entry("issue-notice.needs.legal-review", "公布文本没有审核的日期；市场监管案件应当先审核再告知"),
            Map.entry("conclude.needs.tell-rights", "公布文本没有告知权利的日期"),
            Map.entry("conclude.needs.inspect", "公布文本没有取证的日期"),
            Map.entry("conclude.needs.evidence", "公布文本没有取证的日期"),
            Map.entry("publish.needs.decide", "公布文本没有决定的日期，无从核对公开期限"),
            Map.entry("file-case.needs.check-lead", "公布文本没有核查的日期"),
            Map.entry("file-case.obliges.decide", "立案至今（或者至决定）超过办案期限：公布文本没有决定日期、延期审批或者扣除期间"),
            Map.entry("register-lead.obliges.check-lead", "公布文本没有核查的日期，无从核对核查期限"),
            Map.entry("check-lead.obliges.file-case", "公布文本没有立案的日期"),
            Map.entry("decide.obliges.serve-decision", "公布文本没有送达的日期"),
            Map.entry("decide.obliges.publish", "决定至公开超过期限，或者公布文本没有公开日期"),
            Map.entry("decide.discretion", "公布文本没有写明裁量基准"),
            Map.entry("decide.correction", "公布文本没有责令改正的内容"),
            Map.entry("decide.publicity", "公布文本没有写明已告知公开"),
            Map.entry("decide.review-type", "没有审核记录，无从核对审核类型"),
            Map.entry("order-correction.obliges.recheck-correction", "公布文本没有复查的日期"));

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CurrentLaw law;

    private final Map<String, Object> forms = CityData.map(CityData.read("forms.yaml").get("penalty-ordinary"));
    private final Map<String, Set<String>> found = new TreeMap<>();
    private final List<String> report = new ArrayList<>();
    private final Set<String> unexplained = new LinkedHashSet<>();

    @Test
    void everyFindingOnPublishedPenaltiesCanBeExplained() throws IOException {
        Path facts = shared("data/penalty-cases/cases_facts.json");
        assumeTrue(facts != null, "skipped: ../shared/data/penalty-cases is not there");
        JsonNode cases = JsonMapper.builder().build().readTree(Files.readString(facts));
        report.add("# 公布的处罚案件：规则发现的问题\n");
        cases.forEach(this::enter);
        Files.write(Path.of("target", "penalty-cases.md"), report);
        assertThat(unexplained).as("findings without an explanation, see target/penalty-cases.md").isEmpty();
        theKnownOnesAreFound();
    }

    private void theKnownOnesAreFound() {
        assertThat(found.get("PC001")).as("ten days from inspection to decision without notice on file").contains("decide.needs.serve-notice");
        assertThat(found.get("PC011")).as("published two workdays after the decision").doesNotContain("decide.obliges.publish");
        assertThat(found.get("PC043")).as("117 days from filing to notice, no decision on file").contains("file-case.obliges.decide");
        assertThat(found.get("PC055")).as("published 25 days after the decision").contains("decide.obliges.publish");
    }

    private static Path shared(String path) {
        for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
            Path found = p.resolve("shared").resolve(path);
            if (Files.exists(found)) {
                return found;
            }
        }
        return null;
    }

    private void enter(JsonNode c) {
        String id = c.path("case_id").asString();
        report.add("## " + id + " " + c.path("kind").asString() + "（" + c.path("field").asString() + "）");
        List<String[]> acts = new ArrayList<>();
        List<String> left = new ArrayList<>();
        c.path("dates").properties().forEach(d -> {
            String date = d.getValue().asString();
            if (ACTS.containsKey(d.getKey()) && date.matches("\\d{4}-\\d{2}-\\d{2}")) {
                ACTS.get(d.getKey()).forEach(a -> acts.add(new String[] {a, date}));
            } else {
                left.add(d.getKey() + " " + date);
            }
        });
        acts.sort(java.util.Comparator.comparing(a -> a[1]));
        if (!left.isEmpty()) {
            report.add("- 未录入：" + String.join("；", left));
        }
        if (acts.isEmpty()) {
            report.add("- 没有可录入的办理日期");
            return;
        }
        Set<String> rules = walk(c, acts);
        found.put(id, rules);
        rules.stream().filter(r -> !EXPLAINED.containsKey(r)).forEach(r -> unexplained.add(id + " " + r));
    }

    private Set<String> walk(JsonNode c, List<String[]> acts) {
        String field = c.path("field").asString().replace("农业农村", "农业");
        TestCity.Agency agency = city.agency();
        jdbc.sql("update agency set field = ? where id = ?").params(field, agency.id()).update();
        Bureau bureau = new Bureau(city, jdbc, agency);
        TestCity.Person clerk = city.person(agency, "officer", "unit-head", "agency-head", "publication-reviewer");
        Desk desk = new Desk(port, clerk);
        Map<String, Object> values = values(c, bureau);
        boolean filed = acts.stream().anyMatch(a -> a[0].equals("file-case"));
        boolean lead = acts.getFirst()[0].equals("register-lead");
        LocalDate first = LocalDate.parse(acts.getFirst()[1]);
        if (!filed) {
            acts.add(lead ? 1 : 0, new String[] {"file-case", first.toString()});
            report.add("- 公布文本没有立案日期：以最早的日期 " + first + " 立案");
        } else if (!acts.getFirst()[0].equals("file-case") && !lead) {
            acts.sort(java.util.Comparator.comparing((String[] a) -> !a[0].equals("file-case")));
            report.add("- 立案在检查之后：检查早于立案的日期按立案日录入");
        }
        String id = null;
        for (String[] a : acts) {
            LocalDate day = LocalDate.parse(a[1]);
            LocalDate start = id == null ? day : LocalDate.parse(desk.one(id).path("filedOn").asString());
            values.put("day", day.isBefore(start) ? start : day);
            values.putIfAbsent("filed", day);
            id = id == null ? open(desk, a[0], values, bureau) : act(desk, id, a[0], values, bureau);
        }
        return rules(desk.one(id));
    }

    private Map<String, Object> values(JsonNode c, Bureau bureau) {
        Map<String, Object> v = new HashMap<>();
        String type = c.path("party_type").asString();
        v.put("party", "当事人" + c.path("case_id").asString());
        v.put("kind", switch (type) {
            case "企业" -> "legal-org";
            case "个体工商户" -> "individual-business";
            case "个人" -> "natural";
            default -> "other-org";
        });
        v.put("uscc", "91149900MA00000008");
        v.put("address", "住所见案卷");
        v.put("representative", "某某");
        v.put("violation", c.path("behaviour").asString());
        v.put("basis", c.path("basis").asString());
        v.put("fine", Math.round(c.path("fine_yuan").asDouble(0) * 100));
        v.put("lead", Long.toString(bureau.officer.id()));
        v.put("head", Long.toString(bureau.head.id()));
        v.put("host", Long.toString(bureau.reviewer.id()));
        return v;
    }

    private Map<String, Object> input(String code, Map<String, Object> values, Bureau bureau, JsonNode form, boolean officers) {
        Map<String, Object> template = new HashMap<>(CityData.map(forms.get(code)));
        template.keySet().retainAll(names(form));
        template.computeIfPresent("parties", (name, rows) -> parties((List<?>) rows, form));
        if (code.equals("decide") || code.equals("issue-notice")) {
            if (values.get("fine").equals(0L)) {
                template.put("kinds", List.of("warning"));
            }
        }
        Map<String, Object> act = Bureau.act(code, (LocalDate) values.get("day"), officers ? bureau.officers() : List.of(),
                new Filled(values, law.calendar()).form(template));
        act.put("reason", "按公布的事实补录");
        return act;
    }

    private String open(Desk desk, String code, Map<String, Object> values, Bureau bureau) {
        JsonNode procedure = JsonMapper.builder().build().valueToTree(spec(code, values));
        Map<String, Object> act = input(code, values, bureau, procedure.path("form"), procedure.path("officers").asBoolean());
        return desk.open(Map.of("procedure", "penalty-ordinary", "act", act));
    }

    private Map<String, Object> spec(String code, Map<String, Object> values) {
        var spec = law.laws().procedure("penalty-ordinary", "", "", (LocalDate) values.get("day")).act(code);
        return Map.of("form", spec.form(), "officers", spec.needsOfficers());
    }

    private String act(Desk desk, String id, String code, Map<String, Object> values, Bureau bureau) {
        JsonNode state = state(desk, id, code);
        if (state == null) {
            report.add("- 该版本的程序没有「" + code + "」，未录入");
            return id;
        }
        JsonNode form = desk.get("/api/cases/" + id + "/forms/" + code);
        Map<String, Object> act = input(code, values, bureau, form, state.path("officers").asBoolean());
        if (!state.path("on").isEmpty()) {
            act.put("on", Map.of("party", "party-1"));
        }
        Browser.Answer answer = desk.act(id, act);
        if (answer.status() == 422 && answer.json().has("findings")) {
            act.put("mode", "IRREGULAR");
            act.put("approver", Long.toString(bureau.head.id()));
            answer = desk.act(id, act);
        }
        assertThat(answer.status()).as(code + " " + answer.body()).isEqualTo(201);
        report.add("- " + values.get("day") + " " + state.path("title").asString()
                + (answer.json().path("entry").path("mode").asString().equals("IRREGULAR") ? "（不规范记录）" : ""));
        return id;
    }

    private static JsonNode state(Desk desk, String id, String code) {
        for (JsonNode a : desk.one(id).path("acts")) {
            if (a.path("code").asString().equals(code)) {
                return a;
            }
        }
        return null;
    }

    private static List<Object> parties(List<?> rows, JsonNode form) {
        List<Object> out = new ArrayList<>();
        for (Object row : rows) {
            Map<String, Object> known = new HashMap<>(CityData.map(row));
            known.keySet().retainAll(names(form.path("properties").path("parties").path("items")));
            out.add(known);
        }
        return out;
    }

    private static Set<String> names(JsonNode form) {
        Set<String> names = new LinkedHashSet<>();
        form.path("properties").propertyNames().forEach(names::add);
        names.removeAll(Set.of("caseNumber", "number"));
        return names;
    }

    private Set<String> rules(JsonNode one) {
        Map<String, String> rules = new LinkedHashMap<>();
        one.path("findings").forEach(f -> rules.put(f.path("rule").asString(),
                f.path("title").asString() + "：" + f.path("message").asString() + "（" + f.path("cite").asString() + "）"));
        rules.forEach((rule, text) -> report.add("  - **" + rule + "** " + text + "；" + EXPLAINED.getOrDefault(rule, "？")));
        return rules.keySet();
    }
}
