package org.mingfa.server.cases;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.TestCity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A market supervision agency of its own for a test: standing, certified officers, a reviewer, heads; and its acts. */
public final class Bureau {

    public static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    /** Today where the law counts days. */
    public static final LocalDate TODAY = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));

    public final TestCity.Agency agency;
    public final TestCity.Person officer;
    public final TestCity.Person second;
    public final TestCity.Person head;
    public final TestCity.Person reviewer;
    public final TestCity.Person keeper;
    private final JdbcClient jdbc;

    public Bureau(TestCity city, JdbcClient jdbc) {
        this(city, jdbc, city.agency());
    }

    public Bureau(TestCity city, JdbcClient jdbc, TestCity.Agency agency) {
        this.jdbc = jdbc;
        this.agency = agency;
        officer = city.person(agency, "officer");
        second = city.person(agency, "officer");
        head = city.person(agency, "agency-head", "unit-head");
        reviewer = city.person(agency, "legal-reviewer", "hearing-officer");
        keeper = city.person(agency, "publication-reviewer", "property-keeper", "archivist");
        jdbc.sql("""
                        insert into agency_standing (agency_id, valid_from, standing, kind, basis, recorded_by)
                        values (?, ?, true, 'statutory', '行政处罚法 第十七条', 0)""")
                .params(agency.id(), SINCE).update();
        List.of(officer, second, head, reviewer).forEach(p -> post(p, true));
        post(keeper, false);
        List.of(officer, second, head).forEach(p -> certificate(p, LocalDate.of(2099, 12, 31)));
    }

    private void post(TestCity.Person p, boolean officer) {
        jdbc.sql("""
                        insert into person_post (person_id, valid_from, agency_id, officer, reviewer, qualified, hearing_host, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?, 0)""")
                .params(p.id(), SINCE, agency.id(), officer, p == reviewer, p == reviewer, p == reviewer).update();
    }

    public void certificate(TestCity.Person p, LocalDate last) {
        jdbc.sql("""
                        insert into certificate (number, valid_from, person_id, field, region_code, first_day, last_day, recorded_by)
                        select ?, ?, ?, a.field, r.code, ?, ?, 0 from agency a join region r on r.id = a.region_id where a.id = ?""")
                .params("T" + p.id(), SINCE, p.id(), SINCE, last, agency.id()).update();
    }

    /** The opening of an ordinary penalty case against one company, on that day. */
    public Map<String, Object> filing(LocalDate day) {
        return Map.of("procedure", "penalty-ordinary", "act", filingAct(day, "云岭市禾穗坊食品有限公司"));
    }

    public Map<String, Object> filingAct(LocalDate day, String company) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("violation", "未按规定建立进货查验记录");
        form.put("facts", "检查发现其未建立进货查验记录制度");
        form.put("parties", List.of(Map.of("kind", "legal-org", "name", company, "address", "云岭市云台路1号", "uscc", "91149900MA00000008")));
        form.put("discoveredOn", day.toString());
        form.put("conductEndedOn", day.minusDays(3).toString());
        form.put("evidenceShown", true);
        form.put("punishable", true);
        form.put("ownJurisdiction", true);
        form.put("lead", Long.toString(officer.id()));
        return act("file-case", day, officers(), form);
    }

    public List<String> officers() {
        return List.of(Long.toString(officer.id()), Long.toString(second.id()));
    }

    public static Map<String, Object> act(String code, LocalDate day, List<String> officers, Map<String, Object> form) {
        Map<String, Object> act = new LinkedHashMap<>();
        act.put("code", code);
        act.put("at", day.toString());
        act.put("officers", officers);
        act.put("form", form);
        return act;
    }

    /** An inspection by both officers. */
    public Map<String, Object> inspection(LocalDate day, long expectedSeq) {
        Map<String, Object> act = act("inspect", day, officers(), new LinkedHashMap<>(Map.of(
                "place", "云岭市云台路1号", "findings", "现场未见进货查验记录", "certificateShown", true, "signature", "signed")));
        act.put("expectedSeq", expectedSeq);
        return act;
    }

    public Browser as(int port, TestCity.Person person) {
        return Browser.of(port, person);
    }
}
