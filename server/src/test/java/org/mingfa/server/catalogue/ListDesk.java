package org.mingfa.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.TestCity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person at the lists (清单): each write sends the seq of the version as last read. */
public final class ListDesk {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public final Browser browser;

    public ListDesk(int port, TestCity.Person person) {
        browser = Browser.of(port, person);
    }

    static String at(String list, int number) {
        return "/api/lists/" + list + "/versions/" + number;
    }

    /** A new list of the agency; its id. */
    public String begin(String kind) {
        return done(browser.post("/api/lists", Map.of("kind", kind, "owner", "agency", "reason", "初次编制")), 201).path("list").asString();
    }

    static JsonNode done(Browser.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.body().isEmpty() ? JSON.nullNode() : answer.json();
    }

    public JsonNode read(String list, int number) {
        return done(browser.get(at(list, number)), 200);
    }

    JsonNode rows(String list, int number) {
        return done(browser.get(at(list, number) + "/rows?size=200"), 200);
    }

    Browser.Answer send(String method, String list, int number, String path, Map<String, Object> body) {
        Map<String, Object> whole = new HashMap<>(body);
        whole.putIfAbsent("seq", read(list, number).path("seq").asLong());
        return browser.send(method, at(list, number) + path, JSON.writeValueAsString(whole));
    }

    public JsonNode put(String list, int number, Map<String, String> cells) {
        return done(send("PUT", list, number, "/row", Map.of("cells", cells)), 200);
    }

    public JsonNode step(String list, int number, String step, Map<String, Object> body) {
        return done(send("POST", list, number, "/" + step, body), 200);
    }

    Browser.Answer remove(String list, int number, String key) {
        return browser.delete(at(list, number) + "/row?key=" + URLEncoder.encode(key, StandardCharsets.UTF_8) + "&seq=" + read(list, number).path("seq").asLong());
    }

    Browser.Answer bring(String list, int number, String file, byte[] bytes, boolean dryRun, String more) {
        String boundary = "liebiao";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file + "\"\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(bytes);
        out.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return browser.send(browser.request(at(list, number) + "/imports?dryRun=" + dryRun + "&seq=" + read(list, number).path("seq").asLong() + more)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary).header("X-XSRF-TOKEN", browser.csrf())
                .POST(HttpRequest.BodyPublishers.ofByteArray(out.toByteArray())));
    }

    JsonNode brought(String list, int number, String file, String csv, boolean dryRun) throws IOException {
        return done(bring(list, number, file, csv.getBytes(StandardCharsets.UTF_8), dryRun, ""), 200);
    }
}
