package org.mingfa.server.registry;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.TestCity;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whoever keeps the registers of a region, before a browser; and invented people and codes of nobody. */
public final class RegisterDesk {

    static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final AtomicInteger NEXT = new AtomicInteger(100);

    public final TestCity.Agency agency;
    public final Browser security;
    public final Browser supervisor;
    public final String regionCode;

    public RegisterDesk(int port, TestCity city, JdbcClient jdbc) {
        agency = city.agency();
        regionCode = jdbc.sql("select code from region where id = ?").param(agency.region()).query(String.class).single();
        jdbc.sql("insert into agency_standing (agency_id, valid_from, standing, kind, basis, recorded_by) values (?, ?, true, 'statutory', '行政处罚法 第十七条', 0)")
                .params(agency.id(), SINCE).update();
        security = Browser.of(port, city.person(agency, "security-admin"));
        supervisor = Browser.of(port, city.person(agency, "supervisor"));
    }

    /** A number with a right check character, of a region that is nobody's. */
    public static String idNumber() {
        int n = NEXT.incrementAndGet();
        return idNumber("1499%02d%04d0%d01%03d".formatted(n / 1000 % 90 + 1, 1960 + n % 40, 1 + n % 9, n % 1000));
    }

    static String idNumber(String seventeen) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (seventeen.charAt(i) - '0') * weights[i];
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }

    public static String number() {
        return "C1499" + NEXT.incrementAndGet();
    }

    Map<String, Object> officer(String name) {
        return new LinkedHashMap<>(Map.of("name", name, "agency", agency.id(), "kind", "officer", "from", "2024-01-01", "unit", "执法一科", "title", "四级主办",
                "idNumber", idNumber(), "phone", "13900000000"));
    }

    Map<String, Object> certificate(String number, String first, String last) {
        return new LinkedHashMap<>(Map.of("number", number, "field", "市场监管", "regionCode", regionCode, "firstDay", first, "lastDay", last, "reason", "此前已领证，补登"));
    }

    /** An officer with a certificate from 2024 to 2028. @return id */
    String enter(String name, String number) {
        Map<String, Object> p = officer(name);
        p.put("certificate", certificate(number, "2024-01-01", "2028-12-31"));
        Browser.Answer answer = security.post("/api/registry/people", p);
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.body());
        }
        return answer.json().at("/id").asString();
    }

    JsonNode page(String id, String on) {
        return supervisor.get("/api/registry/people/" + id + "?on=" + on).json();
    }

    /** Sends one file as a browser does. */
    static Browser.Answer upload(Browser browser, String path, String file, byte[] content) {
        return browser.upload(path, file, content);
    }

    /** The names in a list. */
    java.util.List<String> names(String query) {
        Browser.Answer answer = supervisor.get("/api/registry/people?limit=200&" + query);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return answer.json().path("items").findValuesAsString("name").stream().filter(n -> !n.equals("李执法")).toList();
    }
}
