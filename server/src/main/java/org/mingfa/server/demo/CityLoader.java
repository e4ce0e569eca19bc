package org.mingfa.server.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingfa.server.access.Accounts;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Scope;
import org.mingfa.server.catalogue.Item;
import org.mingfa.server.catalogue.Items;
import org.mingfa.server.registry.CertificateVersion;
import org.mingfa.server.registry.Post;
import org.mingfa.server.registry.Registers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Loads regions, agencies, people with posts, roles and certificates, and enforcement items. */
@Component
@ConditionalOnBooleanProperty("mingfa.practice")
class CityLoader {

    private static final LocalDate SINCE = LocalDate.of(2022, 1, 1);

    private final Registers registers;
    private final Items items;
    private final Accounts accounts;
    private final Clock clock;
    private int named;

    CityLoader(Registers registers, Items items, Accounts accounts, Clock clock) {
        this.registers = registers;
        this.items = items;
        this.accounts = accounts;
        this.clock = clock;
    }

    City load() {
        Map<String, Object> file = CityData.read("city.yaml");
        List<Map<String, Object>> regions = CityData.rows(file, "regions");
        regions.forEach(r -> registers.addRegion((int) r.get("id"), (Integer) r.get("parent"), (String) r.get("name"),
                (String) r.get("code"), (String) r.get("tier")));
        City city = new City();
        loader().call(() -> {
            CityData.rows(file, "agencies").forEach(a -> city.agencies.add(agency(a, file, region(regions, (int) a.get("region")))));
            CityData.rows(file, "items").forEach(this::item);
            return city;
        });
        return city;
    }

    /** Whoever loads: a system administrator of the city, who is nobody's person. */
    private static Caller loader() {
        return new Caller(0, "演示数据", new Caller.Body(0, "演示数据", "", 1, ""), null, List.of(),
                Set.of("registry.write", "role.write"), Scope.NONE);
    }

    private static Map<String, Object> region(List<Map<String, Object>> regions, int id) {
        return regions.stream().filter(r -> r.get("id").equals(id)).findFirst().orElseThrow();
    }

    private City.Agency agency(Map<String, Object> a, Map<String, Object> file, Map<String, Object> region) {
        String field = (String) a.get("field");
        long id = registers.addAgency((int) region.get("id"), (String) a.get("name"), (String) a.get("short"), field,
                new Registers.Standing(SINCE, true, "statutory", "行政处罚法 第十七条"));
        boolean supervises = field.equals("执法监督");
        Map<String, Long> units = new LinkedHashMap<>();
        List<City.Member> members = new ArrayList<>();
        for (Map<String, Object> post : CityData.rows(file, supervises ? "supervision" : "posts")) {
            long unit = units.computeIfAbsent((String) post.get("unit"), name -> registers.addUnit(id, name));
            members.add(member(id, unit, field, (String) region.get("code"), post, file));
        }
        return new City.Agency(id, (int) region.get("id"), (String) region.get("name"), (String) region.get("code"),
                (String) a.get("name"), field, members);
    }

    private City.Member member(
            long agency, long unit, String field, String region, Map<String, Object> post, Map<String, Object> file) {
        String name = name(file);
        boolean officer = Boolean.TRUE.equals(post.get("officer"));
        long id = registers.addPerson(name, new Post(SINCE, agency, unit, "", officer,
                Boolean.TRUE.equals(post.get("reviewer")), Boolean.TRUE.equals(post.get("qualified")),
                Boolean.TRUE.equals(post.get("hearing-host"))));
        List<String> roles = ((List<?>) post.get("roles")).stream().map(String::valueOf).toList();
        roles.forEach(r -> accounts.grant(id, r, agency, SINCE, null));
        if (officer) {
            LocalDate first = LocalDate.now(clock).minusYears(2).withDayOfYear(1 + named);
            registers.addCertificate(new CertificateVersion("1499%07d".formatted(named), SINCE, id, field, region, first,
                    first.plusYears(5).minusDays(1)));
        }
        return new City.Member(id, name, roles, officer);
    }

    private String name(Map<String, Object> file) {
        int n = named++;
        String surnames = (String) file.get("surnames");
        List<?> given = (List<?>) file.get("given");
        return surnames.charAt(n % surnames.length()) + (String) given.get((n * 7 + n / surnames.length()) % given.size());
    }

    private void item(Map<String, Object> i) {
        items.put(new Item((String) i.get("code"), SINCE, null, (String) i.get("title"), (String) i.get("basis"),
                (String) i.get("field"), SINCE), 0);
    }
}
