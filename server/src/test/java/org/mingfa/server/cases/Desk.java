package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.TestCity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A signed-in person at work: opens cases and does acts over HTTP. */
public final class Desk {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public final Browser browser;

    public Desk(int port, TestCity.Person person) {
        browser = Browser.of(port, person);
    }

    /** Opens a case and returns its id. */
    public String open(Map<String, Object> opening) {
        Browser.Answer answer = browser.post("/api/cases", opening);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    /** Does an act on the case as it stands now. */
    public Browser.Answer act(String id, Map<String, Object> act) {
        Map<String, Object> body = new LinkedHashMap<>(act);
        body.putIfAbsent("expectedSeq", seq(id));
        return send(id, body, null);
    }

    /** Does an act that must be accepted; returns what it made. */
    public JsonNode done(String id, Map<String, Object> act) {
        Browser.Answer answer = act(id, act);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    public Browser.Answer send(String id, Map<String, Object> act, String key) {
        return key == null
                ? browser.send("POST", "/api/cases/" + id + "/acts", JSON.writeValueAsString(act))
                : browser.send("POST", "/api/cases/" + id + "/acts", JSON.writeValueAsString(act), "Idempotency-Key", key);
    }

    public long seq(String id) {
        return one(id).path("seq").asLong();
    }

    public JsonNode one(String id) {
        return get("/api/cases/" + id);
    }

    public JsonNode get(String path) {
        Browser.Answer answer = browser.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    public static Map<String, Object> act(String code, LocalDate day, Map<String, Object> form, String... party) {
        Map<String, Object> act = Bureau.act(code, day, List.of(), form);
        if (party.length > 0) {
            act.put("on", Map.of("party", party[0]));
        }
        return act;
    }

    /** What was refused and where: pointers of field errors. */
    public static List<String> pointers(Browser.Answer answer) {
        return answer.json().path("errors").findValuesAsString("pointer");
    }

    public static List<String> rules(JsonNode findings) {
        return findings.findValuesAsString("rule");
    }
}
