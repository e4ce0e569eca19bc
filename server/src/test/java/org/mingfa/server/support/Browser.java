package org.mingfa.server.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the server as a browser does: keeps cookies and repeats the CSRF cookie in the header of each write. */
public final class Browser {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;

    public Browser(int port) {
        base = "http://127.0.0.1:" + port;
        get("/api/session");
    }

    /** What came back; {@code json()} of an empty body is a missing node. */
    public record Answer(int status, HttpResponse<String> response) {

        public String body() {
            return response.body();
        }

        public String type() {
            return response.headers().firstValue("Content-Type").orElse("");
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }
    }

    /** Signs in; the answer may be a refusal. */
    public Answer signIn(String account, String password) {
        return post("/api/session", Map.of("account", account, "password", password));
    }

    /** A browser in which a person of a {@link TestCity} is signed in. */
    public static Browser of(int port, TestCity.Person person) {
        Browser browser = new Browser(port);
        Answer answer = browser.signIn(person.login(), TestCity.PASSWORD);
        if (answer.status() != 200) {
            throw new IllegalStateException("not signed in: " + answer.body());
        }
        return browser;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, JSON.writeValueAsString(body));
    }

    public Answer delete(String path) {
        return send(request(path).header("X-XSRF-TOKEN", csrf()).DELETE());
    }

    /** Any method with any text as JSON, and header pairs. */
    public Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", csrf())
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** A file in a form, as a page sends it. */
    public Answer upload(String path, String file, byte[] content) {
        var body = new java.io.ByteArrayOutputStream();
        body.writeBytes(("--mingfa\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--mingfa--\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return send(request(path).header("X-XSRF-TOKEN", csrf()).header("Content-Type", "multipart/form-data; boundary=mingfa")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json");
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An answer that is no text. */
    public HttpResponse<byte[]> bytes(String path) {
        return bytes(request(path).GET());
    }

    public HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
        try {
            return http.send(request.setHeader("Accept", "*/*").build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String csrf() {
        return cookie("XSRF-TOKEN");
    }

    /** The value of a cookie; "none" without one. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("none");
    }
}
