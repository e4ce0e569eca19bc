package org.mingfa.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingfa.core.identity.Uscc;
import org.mingfa.server.Application;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.operation.Practice;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The demo as {@code ./mingfa demo} loads it: its cases walk through handling without one refusal. */
class DemoTest {

    @TempDir
    Path data;

    @Test
    void theCityLoadsAndEveryRoleCanSignIn() throws IOException {
        Address address = TestDatabase.fresh();
        try (ConfigurableApplicationContext context = start(address, true)) {
            int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            Map<String, String> accounts = accounts();
            assertThat(accounts).hasSize(13);
            accounts.forEach((login, password) -> assertThat(new Browser(port).signIn(login, password).status()).as(login).isEqualTo(200));
            theCasesAreThere(port, accounts.get("supervisor"));
            whatFollowsFromLinkedCasesIsThere(port, accounts);
            theListsAreThere(port, accounts.get("supervisor"));
            theRegistersAreAlive(port, accounts.get("supervisor"));
            theExamsAreThere(port, accounts);
            colleaguesAreAtWork(port, accounts);
            allSaysThatItIsPractice(port, accounts);
        }
        assertThatThrownBy(() -> start(address, false)).rootCause().isInstanceOf(StartupProblem.class).hasMessageContaining("is a practice city");
    }

    private ConfigurableApplicationContext start(Address address, boolean practice) {
        return new SpringApplicationBuilder(Application.class).run(
                "--server.port=0", "--mingfa.practice=" + practice, "--mingfa.data=" + data, "--mingfa.access.password-cost=4",
                "--mingfa.database.url=" + address.url(), "--mingfa.database.user=" + address.user(),
                "--mingfa.database.password=" + address.password());
    }

    private static void allSaysThatItIsPractice(int port, Map<String, String> accounts) {
        assertThat(new Browser(port).get("/api/session/ways").json().path("practice").asBoolean()).isTrue();
        for (String page : List.of("/public", "/public/search", "/public/lists", "/public/about", "/public/nothing", "/public/certificates/none")) {
            assertThat(new Browser(port).get(page).body()).as(page).contains(Practice.SAID, "<title>" + Practice.BEFORE, "/mark-practice.svg", "noindex");
        }
        Browser officer = new Browser(port);
        officer.signIn("officer", accounts.get("officer"));
        String path = officer.get("/api/cases?state=all&limit=50").json().path("items").valueStream().map(c -> "/api/cases/" + c.path("id").asString() + "/documents")
                .flatMap(documents -> officer.get(documents).json().valueStream().map(d -> documents + "/" + d.path("id").asString())).findFirst().orElseThrow();
        Browser.Answer text = officer.get(path + "?format=xhtml");
        assertThat(text.body()).contains(Practice.SAID);
        assertThat(text.response().headers().firstValue("Content-Disposition").orElse("")).contains(URLEncoder.encode(Practice.BEFORE, StandardCharsets.UTF_8));
    }

    private static void whatFollowsFromLinkedCasesIsThere(int port, Map<String, String> accounts) {
        Browser officer = new Browser(port);
        officer.signIn("officer", accounts.get("officer"));
        assertThat(officer.get("/api/todo/steps").json().path("items").findValuesAsString("act")).contains("note-case", "transfer-judicial");
        Browser head = new Browser(port);
        head.signIn("agency-head", accounts.get("agency-head"));
        assertThat(head.get("/api/todo/steps").json().path("items").findValuesAsString("act")).contains("suspend");
    }

    private static void colleaguesAreAtWork(int port, Map<String, String> accounts) {
        Browser head = new Browser(port);
        head.signIn("unit-head", accounts.get("unit-head"));
        JsonNode loads = head.get("/api/workload").json().path("items");
        assertThat(loads.findValuesAsString("oldest")).isNotEmpty();
        assertThat(head.get("/api/substitutions").json().path("items").size()).isEqualTo(1);
        Browser officer = new Browser(port);
        officer.signIn("officer", accounts.get("officer"));
        assertThat(officer.get("/api/todo/questions").json().path("items").size()).isEqualTo(1);
    }

    private static void theListsAreThere(int port, String password) {
        Browser supervisor = new Browser(port);
        supervisor.signIn("supervisor", password);
        JsonNode lists = supervisor.get("/api/lists").json().path("items");
        assertThat(lists.findValuesAsString("kind")).containsExactlyInAnyOrder("items", "recording", "review", "leniency", "randomInspection", "guidance", "fees", "delegation");
        lists.forEach(l -> assertThat(l.path("current").path("number").asInt()).as(l.toString()).isEqualTo(1));
        assertThat(lists.valueStream().map(l -> l.path("underWay").path("state").asString("")).toList()).containsOnlyOnce("submitted");
        assertThat(new Browser(port).get("/public/lists").body()).contains("不罚轻罚清单");
    }

    private static void theCasesAreThere(int port, String password) {
        Browser supervisor = new Browser(port);
        supervisor.signIn("supervisor", password);
        JsonNode list = supervisor.get("/api/cases?state=all&limit=50").json();
        assertThat(list.path("items").size()).isEqualTo(23);
        assertThat(list.path("items").findValuesAsString("stage")).contains("立案", "调查取证", "听证", "审核", "送达", "结案");
        for (JsonNode c : list.path("items")) {
            JsonNode one = supervisor.get("/api/cases/" + c.path("id").asString()).json();
            one.path("findings").forEach(f -> assertThat(f.path("severity").asString().equals("BAR") && !f.path("kind").asString().equals("OVERDUE"))
                    .as(f.toString()).isFalse());
        }
        assertThat(supervisor.get("/api/cases?overdue=true").json().path("items").isEmpty()).isFalse();
    }

    private static void theExamsAreThere(int port, Map<String, String> accounts) {
        Browser supervisor = new Browser(port);
        supervisor.signIn("supervisor", accounts.get("supervisor"));
        JsonNode exams = supervisor.get("/api/registry/exams").json().path("items");
        assertThat(exams.findValues("exam").stream().map(e -> e.path("state").asString()).toList()).containsExactly("open", "closed");
        assertThat(exams.at("/1/count/handedIn").asInt()).isEqualTo(5);
        assertThat(exams.at("/1/count/passed").asInt()).isEqualTo(4);
        assertThat(supervisor.get("/api/registry/questions?limit=200").json().path("items").size()).isEqualTo(46);
        assertThat(supervisor.get("/api/registry/applications").json().path("items").findValuesAsString("state")).contains("filed", "checked", "notice");
        assertThat(supervisor.get("/api/registry/training/new-staff").json().path("items").size()).isPositive();
        assertThat(supervisor.get("/api/registry/training/rotation").json().path("items").size()).isPositive();
        assertThat(new Browser(port).get("/public/certificates/notices").body()).contains("公示");
        Browser officer = new Browser(port);
        officer.signIn("officer", accounts.get("officer"));
        JsonNode mine = officer.get("/api/exams").json();
        assertThat(mine.at("/0/mayBegin").asBoolean()).isTrue();
        assertThat(officer.post("/api/exams/" + mine.at("/0/exam/id").asString() + "/paper", Map.of()).json().path("questions").size()).isEqualTo(20);
        String draw = "/api/exams/" + exams.at("/1/exam/id").asString() + "/draw";
        assertThat(supervisor.get(draw).json().path("papers").findValues("ticket")).hasSize(5).allMatch(t -> supervisor.get(draw + "/" + t.asInt()).json().path("same").asBoolean());
    }

    private static void theRegistersAreAlive(int port, String password) {
        Browser supervisor = new Browser(port);
        supervisor.signIn("supervisor", password);
        for (String state : List.of("acting", "expiring", "expired", "suspended", "none")) {
            assertThat(supervisor.get("/api/registry/people?state=" + state).json().at("/count/value").asInt()).as(state).isPositive();
        }
        assertThat(supervisor.get("/api/registry/people").json().at("/count/value").asInt()).isGreaterThan(300);
        JsonNode bodies = supervisor.get("/api/registry/bodies").json();
        assertThat(bodies.path("items").findValuesAsString("parentName")).contains("云岭市市场监督管理局");
        assertThat(bodies.path("items").findValuesAsString("uscc")).filteredOn(c -> !c.isEmpty()).isNotEmpty().allMatch(Uscc::valid);
        assertThat(supervisor.get("/api/registry/training/behind").json().path("items").isEmpty()).isFalse();
        assertThat(supervisor.get("/api/registry/confirmations").json().at("/0/answered").asInt()).isPositive();
        thePostsAreAlive(supervisor);
    }

    private static void thePostsAreAlive(Browser supervisor) {
        for (String state : List.of("held", "out", "faulty", "left-behind")) {
            assertThat(supervisor.get("/api/registry/equipment?state=" + state).json().path("items").isEmpty()).as(state).isFalse();
        }
        assertThat(supervisor.get("/api/registry/equipment/bodies").json().path("lines").findValuesAsString("missing")).anyMatch(m -> !m.equals("0"));
        String busy = supervisor.get("/api/registry/places").json().path("bodies").valueStream()
                .filter(b -> b.path("name").asString().equals("云岭市市场监督管理局")).findFirst().orElseThrow().path("id").asString();
        assertThat(supervisor.get("/api/registry/responsibilities?agency=" + busy).json().path("items").findValuesAsString("title")).contains("案件办理岗", "法制审核岗");
        assertThat(supervisor.get("/api/registry/responsibilities/open?agency=" + busy).json().path("items")).hasSize(1);
        assertThat(supervisor.get("/api/registry/responsibilities/beyond?agency=" + busy).json().isEmpty()).isFalse();
        JsonNode acts = supervisor.get("/api/registry/responsibilities/acts/open?agency=" + busy).json();
        assertThat(acts.path("stages").valueStream().filter(s -> s.path("procedure").asString().equals("penalty-ordinary") && s.path("whole").asBoolean())
                .map(s -> s.path("stage").asString()).toList()).contains("听证").doesNotContain("立案", "调查取证", "审核");
        assertThat(acts.path("unmatched").findValuesAsString("title")).contains("法制审核岗");
        assertThat(supervisor.get("/api/registry/responsibilities/acts/beyond?agency=" + busy).json().path("acts").isEmpty()).isFalse();
        JsonNode figures = supervisor.get("/api/registry/parameters").json();
        assertThat(figures.valueStream().filter(f -> !f.path("open").isNull()).map(f -> f.path("name").asString()).toList()).containsExactly("certificate.soon-days");
        assertThat(supervisor.get("/api/registry/parameters/certificate.soon-days").json().at("/changes/0/may").toString()).contains("approve");
        assertThat(figures.valueStream().filter(f -> !f.path("nextFrom").isNull()).map(f -> f.path("name").asString()).toList()).containsExactly("rotation.soon-days");
        assertThat(supervisor.get("/api/registry/rotation?agency=" + busy).json().path("items").findValuesAsString("state")).contains("due", "soon", "");
        for (String list : List.of("leads", "postings", "powers")) {
            JsonNode answer = supervisor.get("/api/registry/" + list + "?agency=" + busy).json();
            assertThat((answer.isArray() ? answer : answer.path("items")).isEmpty()).as(list).isFalse();
        }
        assertThat(supervisor.get("/api/registry/counsel").json().path("items").findValuesAsString("state")).contains("open", "assigned");
        int year = java.time.LocalDate.now().getYear() - 1;
        assertThat(supervisor.get("/api/registry/appraisals/progress?year=" + year).json().path("items").findValuesAsString("objected")).contains("1");
    }

    private Map<String, String> accounts() throws IOException {
        Path file = data.resolve("demo-accounts.txt");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        Map<String, String> out = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] words = line.split("\\s+");
            out.put(words[0], words[1]);
        }
        return out;
    }

    @Test
    void theEnterprisesHaveRightCodesOfARegionThatIsNobodys() {
        List<Enterprise> all = Enterprise.all(CityData.read("city.yaml"));
        assertThat(all).allSatisfy(e -> assertThat(Uscc.valid(e.uscc())).as(e.uscc()).isTrue());
        assertThat(all).extracting(Enterprise::uscc).doesNotHaveDuplicates().allMatch(c -> c.startsWith("1499", 2));
    }
}
