package org.mingfa.server.catalogue;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.mingfa.server.support.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever keeps the law library, before a browser; and invented laws with names of their own. */
final class LibraryDesk {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Browser browser;

    LibraryDesk(Browser browser) {
        this.browser = browser;
    }

    /** A name that no other test uses. */
    static String name(String what) {
        return what + "试行" + "甲乙丙丁戊己庚辛壬癸".charAt(NEXT.get() / 10 % 10) + "甲乙丙丁戊己庚辛壬癸".charAt(NEXT.getAndIncrement() % 10) + "条例";
    }

    /** A law in the library's format; articles as number and text in turn. */
    static Map<String, Object> law(String name, String from, String... articles) {
        Map<String, Object> law = new LinkedHashMap<>(Map.of("law", "中华人民共和国" + name, "effective_date", from, "status", "现行有效"));
        var rows = new java.util.ArrayList<Map<String, Object>>();
        for (int i = 0; i < articles.length; i += 2) {
            rows.add(Map.of("no", articles[i], "text", articles[i + 1], "chapter", "第一章 总则"));
        }
        law.put("articles", rows);
        return law;
    }

    Browser.Answer bring(Map<String, Object> law) {
        return send(Map.of(), "law.json", JSON.writeValueAsBytes(law));
    }

    /** Imports a law that must be taken in. @return its version's id */
    String taken(Map<String, Object> law) {
        JsonNode row = bring(law).json().at("/files/0");
        if (!row.at("/outcome").asString().equals("NEW")) {
            throw new IllegalStateException(row.toString());
        }
        return row.at("/version").asString();
    }

    /** One file with fields of the form. */
    Browser.Answer send(Map<String, String> form, String file, byte[] content) {
        var body = new ByteArrayOutputStream();
        form.forEach((name, value) -> body.writeBytes(("--mingfa\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--mingfa\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + file
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--mingfa--\r\n".getBytes(StandardCharsets.UTF_8));
        return browser.send(browser.request("/api/law/imports").header("X-XSRF-TOKEN", browser.csrf())
                .header("Content-Type", "multipart/form-data; boundary=mingfa").POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    JsonNode cite(String ref, String on) {
        return get("/api/law/citation?ref=" + encoded(ref) + "&on=" + on);
    }

    JsonNode search(String words, String more) {
        return get("/api/law/articles?q=" + encoded(words) + more);
    }

    JsonNode get(String path) {
        Browser.Answer answer = browser.get(path);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return answer.json();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
