package org.mingfa.server.operation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.mock.web.MockHttpServletRequest;

@ServerTest
@Import(TestCity.class)
class BadInputTest {

    @LocalServerPort
    int port;

    Browser browser;

    @BeforeEach
    void aBrowser() {
        browser = new Browser(port);
    }

    private static void isAProblem(Browser.Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
        assertThat(answer.json().at("/title").asString()).isNotBlank();
        assertThat(answer.json().at("/requestId").asString()).isEqualTo(answer.response().headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(answer.body()).doesNotContainIgnoringCase("exception").doesNotContain("org.", "java.");
    }

    @Test
    void brokenJsonIsRefusedWithItsPlace() {
        var answer = browser.send("POST", "/api/session", "{\"account\": \n \"a\",, }");
        isAProblem(answer, 400);
        assertThat(answer.json().at("/detail").asString()).contains("第 2 行");
    }

    @Test
    void aWrongTypeIsRefusedWithAPointer() {
        var answer = browser.send("POST", "/api/session", "{\"account\": {\"x\": 1}, \"password\": \"p\"}");
        isAProblem(answer, 400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/account");
    }

    @Test
    void anUnknownFieldIsRefusedWithAPointer() {
        var answer = browser.send("POST", "/api/session", "{\"account\": \"a\", \"pasword\": \"p\"}");
        isAProblem(answer, 400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/pasword");
    }

    @Test
    void anEmptyBodyAnArrayAndNullAreRefused() {
        isAProblem(browser.send("POST", "/api/session", ""), 400);
        isAProblem(browser.send("POST", "/api/session", "[]"), 400);
        isAProblem(browser.send("POST", "/api/session", "null"), 400);
    }

    @Test
    void aHugeBodyIsRefusedWhetherItSaysItsLengthOrNot() {
        byte[] huge = ("{\"account\": \"" + "x".repeat(3_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        isAProblem(browser.send("POST", "/api/session", new String(huge, StandardCharsets.UTF_8)), 413);
        var chunked = browser.send(browser.request("/api/session").header("Content-Type", "application/json").header("X-XSRF-TOKEN", browser.csrf())
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge))));
        isAProblem(chunked, 413);
    }

    @Test
    void unknownAddressesMethodsAndTypesAreRefused() {
        isAProblem(browser.get("/nowhere"), 404);
        isAProblem(browser.get("/api/nowhere"), 401);
        isAProblem(browser.send("PUT", "/api/session", "{}"), 405);
        isAProblem(browser.send(browser.request("/api/session").header("Content-Type", "text/plain").header("X-XSRF-TOKEN", browser.csrf())
                .POST(BodyPublishers.ofString("hello"))), 415);
        isAProblem(browser.get("/error"), 404);
        isAProblem(browser.get("/api/%2e%2e/session;x=1"), 400);
    }

    @Test
    void deeplyNestedJsonIsRefused() {
        isAProblem(browser.send("POST", "/api/session", "{\"account\":" + "[".repeat(5000)), 400);
    }

    @Test
    void aRequestThatIsNoHttpIsRefusedWithoutAWordAboutTheServer() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /<script> HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Tomcat", "org.apache");
        }
    }

    @Test
    void aDatabaseFaultTellsNoSqlAndLogsNoValues() {
        SQLException cause = new SQLException("ERROR: relation \"party\" 王小明", "42P01");
        var failure = new BadSqlGrammarException("task", "select secret from party", cause);
        var answer = new Problems().database(failure, new MockHttpServletRequest("GET", "/api/cases"));
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(String.valueOf(answer.getBody())).doesNotContain("select", "party", "王小明");
        assertThat(Traces.of(failure)).contains("SQLSTATE 42P01").doesNotContain("王小明", "select");
    }

    @Test
    void aDatabaseThatIsAwayOrFullIsSaidSo() {
        var away = DatabaseProblems.of(new DataAccessResourceFailureException("x", new SQLException("refused", "08001")));
        assertThat(away.status().value()).isEqualTo(503);
        var full = DatabaseProblems.of(new DataAccessResourceFailureException("x", new SQLException("could not extend file", "53100")));
        assertThat(full.status().value()).isEqualTo(507);
        assertThat(full.detail()).contains("磁盘已满");
    }
}
