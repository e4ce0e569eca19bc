package org.mingfa.server.operation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
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
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the REST API in docs/openapi.json is what the server says, and says all that a client needs. */
@ServerTest
@Import(TestCity.class)
class OpenApiTest {

    private static final Path COMMITTED = Path.of("../docs/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    private ObjectNode described() {
        ObjectNode api = (ObjectNode) new Browser(port).get("/v3/api-docs").json();
        api.remove("servers");
        return api;
    }

    @Test
    void theCommittedDescriptionIsTheServers() throws IOException {
        String now = JSON.writeValueAsString(described()) + "\n";
        if (System.getenv("MINGFA_RENEW") != null) {
            Files.writeString(COMMITTED, now);
        }
        assertThat(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "")
                .as("docs/openapi.json has changed; renew and commit it: MINGFA_RENEW=1 mvn -pl server -am test -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(now);
    }

    private record Operation(String name, JsonNode node) {}

    private List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        described().path("paths").forEachEntry((path, methods) -> methods.forEachEntry((method, node) -> all.add(new Operation(method + " " + path, node))));
        return all;
    }

    @Test
    void everyOperationHasANameOfItsOwnAndSaysWhatItDoes() {
        assertThat(operations()).hasSizeGreaterThan(40).allSatisfy(it -> assertThat(it.node.path("summary").asString("")).as(it.name).isNotBlank());
        assertThat(operations()).extracting(it -> it.node.path("operationId").asString()).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+[A-Za-z]+"));
    }

    @Test
    void everyAnswerHasASchemaAndEveryRefusalIsAProblem() {
        assertThat(operations()).allSatisfy(it -> it.node.path("responses").forEachEntry((status, answer) -> {
            if (status.startsWith("2") && !Set.of("201", "204").contains(status)) {
                assertThat(answer.path("content").size()).as("%s %s", it.name, status).isPositive();
            }
            answer.path("content").forEach(content -> assertThat(content.path("schema").size()).as("%s %s", it.name, status).isPositive());
            if (status.startsWith("4") || status.startsWith("5")) {
                assertThat(answer.at("/content/application~1problem+json/schema/$ref").asString("")).as("%s %s", it.name, status).isEqualTo("#/components/schemas/Problem");
            }
        }));
        assertThat(operations()).allSatisfy(it -> assertThat(it.node.path("responses").has("400")).as(it.name).isTrue());
    }

    /** Answers of a case that has begun, each against the schema that is said of it. */
    @Test
    void whatTheServerSendsIsWhatItDescribes() {
        Bureau bureau = new Bureau(city, jdbc);
        Desk head = new Desk(port, bureau.head);
        Desk officer = new Desk(port, bureau.officer);
        String id = head.open(bureau.filing(Bureau.TODAY));
        ObjectNode api = described();
        for (String path : List.of("/api/session", "/api/overview", "/api/procedures", "/api/cases", "/api/cases/{id}", "/api/cases/{id}/entries", "/api/todo",
                "/api/people", "/api/calendar", "/api/cases/{caseId}/documents", "/api/publications", "/api/cases/{id}/forms/{act}")) {
            fits(api, path, "get", officer.browser.get(path.replaceAll("\\{(id|caseId)}", id).replace("{act}", "inspect")), 200);
        }
        Schema whole = fits(api, "/api/cases/{id}", "get", officer.browser.get("/api/cases/" + id + "?validAt=" + Bureau.TODAY), 200);
        assertThat(whole.validate(JSON.createObjectNode())).as("an empty case is none").isNotEmpty();
        fits(api, "/api/cases/{id}/acts", "post", officer.act(id, bureau.inspection(Bureau.TODAY, 1)), 201);
        fits(api, "/api/cases/{id}/acts", "post", officer.act(id, bureau.inspection(Bureau.TODAY, 1)), 409);
        fits(api, "/api/cases/{id}/acts", "post", officer.act(id, Bureau.act("inspect", Bureau.TODAY, bureau.officers(), Map.of())), 422);
        fits(api, "/api/cases/{id}/examine", "post", officer.browser.post("/api/cases/" + id + "/examine", bureau.inspection(Bureau.TODAY, 2)), 200);
        fits(api, "/api/cases/{id}", "get", officer.browser.get("/api/cases/3-1"), 404);
        fits(api, "/api/cases", "post", officer.browser.send("POST", "/api/cases", "{"), 400);
    }

    private static Schema fits(ObjectNode api, String path, String method, Browser.Answer answer, int status) {
        assertThat(answer.status()).as("%s %s: %s", method, path, answer.body()).isEqualTo(status);
        JsonNode content = api.path("paths").path(path).path(method).path("responses").path(Integer.toString(status)).path("content");
        ObjectNode whole = JSON.createObjectNode();
        whole.setAll((ObjectNode) content.path(answer.type().replaceAll(";.*", "")).path("schema"));
        whole.set("components", api.path("components"));
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole);
        assertThat(schema.validate(answer.json())).as("%s %s %s", method, path, answer.body()).isEmpty();
        return schema;
    }

    @Test
    void whatIsNeverMissingIsRequiredAndWhatMayBeIsNot() {
        JsonNode session = described().at("/components/schemas/Session");
        assertThat(session.path("required").values()).extracting(JsonNode::asString).contains("person", "agency", "permissions").doesNotContain("unit");
    }
}
