package org.mingfa.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent to the registers is taken or refused with a reason; nothing of it is a fault of the server. */
@ServerTest
@Import(TestCity.class)
class RegisterBadInputTest {

    /** What no register expects: one set after another, by type. */
    private static final List<Map<Class<?>, Object>> BAD = List.of(
            Map.of(String.class, "张\u0000三", LocalDate.class, "2026-02-30", Long.class, -1, Integer.class, -1, BigDecimal.class, -1, Boolean.class, true),
            Map.of(String.class, "甲".repeat(5_000), LocalDate.class, "9999-12-31", Long.class, Long.MAX_VALUE, Integer.class, Integer.MAX_VALUE, BigDecimal.class, new BigDecimal("1e30"), Boolean.class, true),
            Map.of(String.class, List.of("数组"), LocalDate.class, 20260101, Long.class, "一", Integer.class, "1.5", BigDecimal.class, "NaN", Boolean.class, "maybe"),
            Map.of(String.class, "正常", LocalDate.class, "2026-11-01", Long.class, Long.MAX_VALUE, Integer.class, 2026, BigDecimal.class, 8, Boolean.class, true));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

    private record Endpoint(String method, String path, List<Parameter> parameters) {}

    private List<Endpoint> endpoints() {
        List<Endpoint> all = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> info.getPatternValues().stream().filter(p -> p.startsWith("/api/registry/") || p.startsWith("/api/exams")).forEach(p -> {
            for (RequestMethod m : info.getMethodsCondition().getMethods()) {
                all.add(new Endpoint(m.name(), p, Arrays.asList(handler.getMethod().getParameters())));
            }
        }));
        return all;
    }

    private Browser everything() {
        RegisterDesk desk = new RegisterDesk(port, city, jdbc);
        return Browser.of(port, city.person(desk.agency, "officer", "registrar", "supervisor", "system-admin", "security-admin", "agency-head", "unit-head", "legal-reviewer", "property-keeper"));
    }

    @Test
    void nothingThatIsSentIsAFaultOfTheServer() {
        Browser browser = everything();
        List<String> faults = new ArrayList<>();
        for (Endpoint e : endpoints()) {
            Optional<Parameter> body = e.parameters.stream().filter(p -> p.isAnnotationPresent(RequestBody.class)).findFirst();
            for (Map<Class<?>, Object> bad : body.isPresent() ? BAD : List.<Map<Class<?>, Object>>of()) {
                for (String id : List.of("1")) {
                    String json = JSON.writeValueAsString(value(body.get().getParameterizedType(), bad));
                    tell(faults, browser.send(e.method, e.path.replaceAll("\\{[^}]*}", id), json), e.method + " " + e.path + " " + json.substring(0, Math.min(160, json.length())));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void nothingThatIsAskedIsAFaultOfTheServer() {
        Browser browser = everything();
        List<String> faults = new ArrayList<>();
        for (Endpoint e : endpoints().stream().filter(e -> e.method.equals("GET")).toList()) {
            for (String value : List.of("%00", "9223372036854775807", "%2B999999999-12-31")) {
                String query = String.join("&", e.parameters.stream().filter(p -> p.isAnnotationPresent(RequestParam.class)).map(p -> name(p) + "=" + value).toList());
                tell(faults, browser.get(e.path.replaceAll("\\{[^}]*}", "1") + "?" + query), e.path + "?" + query);
                for (Parameter p : value.contains("%2B") ? days(e) : List.<Parameter>of()) {
                    tell(faults, browser.get(e.path.replaceAll("\\{[^}]*}", "1") + "?" + name(p) + "=" + value), e.path + "?" + name(p) + "=" + value);
                }
                tell(faults, browser.get(e.path.replaceAll("\\{[^}]*}", value)), e.path + " " + value);
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<Parameter> days(Endpoint e) {
        return e.parameters.stream().filter(x -> x.isAnnotationPresent(RequestParam.class) && x.getType() == LocalDate.class).toList();
    }

    private static String name(Parameter p) {
        String given = p.getAnnotation(RequestParam.class).value();
        return given.isEmpty() ? p.getName() : given;
    }

    private static void tell(List<String> faults, Browser.Answer answer, String what) {
        if (answer.status() >= 500) {
            faults.add(answer.status() + " " + what);
        }
    }

    private static Object value(Type type, Map<Class<?>, Object> bad) {
        if (type instanceof ParameterizedType p) {
            Type of = p.getActualTypeArguments()[p.getActualTypeArguments().length - 1];
            return p.getRawType() == Map.class ? Map.of("甲", value(of, bad)) : Arrays.asList(value(of, bad), null);
        }
        Class<?> c = (Class<?>) type;
        if (c.isRecord()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (RecordComponent r : c.getRecordComponents()) {
                fields.put(r.getName(), value(r.getGenericType(), bad));
            }
            return fields;
        }
        Class<?> boxed = c == int.class ? Integer.class : c == long.class ? Long.class : c == boolean.class ? Boolean.class : c == LocalDateTime.class || c == LocalTime.class ? LocalDate.class : c;
        return bad.getOrDefault(boxed, bad.get(String.class));
    }
}
