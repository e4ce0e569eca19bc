package org.mingfa.server.jurist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.mingfa.server.cases.Bureau;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.TestCity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person at the drafts of law: each write sends the seq of the draft as last read. */
final class DraftDesk {

    static final String DRAFTS = "/api/law/drafts";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Browser browser;

    DraftDesk(int port, TestCity.Person person) {
        browser = Browser.of(port, person);
    }

    String begin(String procedure, LocalDate from) {
        Browser.Answer answer = browser.post(DRAFTS, Map.of("procedure", procedure, "title", "试改", "reason", "上位法修改", "from", from.toString()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    JsonNode read(String id) {
        Browser.Answer answer = browser.get(DRAFTS + "/" + id);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    Browser.Answer send(String method, String id, String path, Map<String, Object> body) {
        Map<String, Object> whole = new HashMap<>(body);
        whole.putIfAbsent("seq", read(id).path("seq").asLong());
        return browser.send(method, DRAFTS + "/" + id + path, JSON.writeValueAsString(whole));
    }

    JsonNode done(String method, String id, String path, Map<String, Object> body) {
        Browser.Answer answer = send(method, id, path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    JsonNode put(String id, String path, Map<String, Object> body) {
        return done("PUT", id, path, body);
    }

    JsonNode post(String id, String path) {
        return done("POST", id, path, Map.of());
    }

    JsonNode takeBack(String id, String path) {
        Browser.Answer answer = browser.delete(DRAFTS + "/" + id + path + "?seq=" + read(id).path("seq").asLong());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    static Map<String, Object> value(Object value) {
        return Map.of("value", value, "cite", "行政处罚法 第六十条", "verified", true, "note", "");
    }

    static JsonNode named(JsonNode list, String key, String name) {
        return list.valueStream().filter(n -> n.path(key).asString().equals(name)).findFirst().orElseThrow(() -> new AssertionError(name + " is not in " + list));
    }

    static LocalDate soon() {
        return Bureau.TODAY.plusDays(1);
    }
}
