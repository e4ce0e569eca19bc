package org.mingfa.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mingfa.server.operation.Problem;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Goes through every endpoint that the server has, whichever module brought it. */
@ServerTest
@Import(TestCity.class)
class EndpointsTest {

    private static final String NOT_YOURS = "您的岗位不办理此事。";

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestCity city;

    private record Endpoint(String method, String path, HandlerMethod handler) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> all = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (Permits.isOurs(handler)) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                    info.getPatternValues().forEach(path -> all.add(new Endpoint(method.name(), path, handler)));
                }
            }
        });
        return all;
    }

    @Test
    void everyEndpointSaysWhoMayReachIt() {
        assertThat(endpoints()).isNotEmpty().allSatisfy(endpoint ->
                assertThat(Permits.isOpen(endpoint.handler) || Permits.permit(endpoint.handler).isPresent()).as("%s has @Permit or @Open", endpoint).isTrue());
    }

    @Test
    void anEndpointThatForgotToSayIsRefusedToEverybody() throws Exception {
        class Forgetful {
            public void anything() {}
        }
        HandlerMethod bare = new HandlerMethod(new Forgetful(), "anything");
        assertThatThrownBy(() -> new Permits().preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), bare)).isInstanceOf(Problem.class);
    }

    @Test
    void everyPermissionThatAnEndpointAsksForIsHeldBySomeRole() {
        Set<String> asked = new TreeSet<>();
        endpoints().forEach(endpoint -> Permits.permit(endpoint.handler).ifPresent(permit -> asked.addAll(Arrays.asList(permit.value()))));
        assertThat(jdbc.sql("select distinct permission from role_permission").query(String.class).list()).containsAll(asked);
    }

    @Test
    void withoutASessionOnlyOpenEndpointsAnswer() {
        Browser stranger = new Browser(port);
        assertThat(endpoints()).filteredOn(endpoint -> !Permits.isOpen(endpoint.handler)).allSatisfy(endpoint -> {
            Browser.Answer answer = send(stranger, endpoint);
            assertThat(answer.status()).as(endpoint.toString()).isEqualTo(401);
            assertThat(answer.type()).isEqualTo("application/problem+json");
        });
    }

    @Test
    void eachRoleReachesTheEndpointsOfItsPermissionsAndNoOthers() {
        TestCity.Agency agency = city.agency();
        for (String role : jdbc.sql("select code from role").query(String.class).list()) {
            Set<String> held = Set.copyOf(jdbc.sql("select permission from role_permission where role_code = ?").param(role).query(String.class).list());
            Browser browser = Browser.of(port, city.person(agency, role));
            for (Endpoint endpoint : endpoints()) {
                if (!Permits.isOpen(endpoint.handler)) {
                    boolean may = Arrays.stream(Permits.permit(endpoint.handler).orElseThrow().value()).anyMatch(held::contains);
                    assertThat(refused(send(browser, endpoint))).as("%s by %s is refused", endpoint, role).isEqualTo(!may);
                }
            }
        }
    }

    private static boolean refused(Browser.Answer answer) {
        return answer.status() == 401 || answer.status() == 403 && answer.json().at("/detail").asString().equals(NOT_YOURS);
    }

    private static Browser.Answer send(Browser browser, Endpoint endpoint) {
        String path = endpoint.path.replaceAll("\\{[^}]*}", "0").replace("/**", "/0");
        return endpoint.method.equals("GET") ? browser.get(path) : browser.send(endpoint.method, path, "{}");
    }

    @Test
    void pagesMayRunScriptsOfThisServerOnlyAndPublicOnesNone() {
        var workbench = new Browser(port).get("/api/session").response().headers();
        assertThat(workbench.firstValue("Content-Security-Policy").orElseThrow()).contains("script-src 'self'").doesNotContain("unsafe");
        assertThat(workbench.firstValue("X-Content-Type-Options")).contains("nosniff");
        var portal = new Browser(port).get("/public").response().headers();
        assertThat(portal.firstValue("Content-Security-Policy").orElseThrow()).contains("script-src 'none'");
    }

    @Test
    void healthIsOpenAndTheRestOfTheMachineRoomIsNot() {
        Browser stranger = new Browser(port);
        assertThat(stranger.get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(stranger.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(stranger.get("/actuator/env").status()).isEqualTo(401);
        assertThat(stranger.send(stranger.request("/actuator/prometheus").setHeader("Accept", "text/plain").GET()).body()).contains("hikaricp_connections_active", "jvm_memory_used_bytes");
        assertThat(stranger.send(stranger.request("/actuator/prometheus").header("X-Forwarded-For", "192.0.2.7").GET()).status()).isEqualTo(401);
    }
}
