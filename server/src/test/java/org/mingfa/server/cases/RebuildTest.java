package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of a case are a function of its record; when a duty is next told of is not of the record. */
@ServerTest
@Import(TestCity.class)
class RebuildTest {

    private static final LocalDate TODAY = Bureau.TODAY;
    private static final List<String> TABLES = List.of("enforcement_case", "case_duty", "case_object", "case_person", "case_party");

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Transactions transactions;

    @Autowired
    Rebuilding rebuilding;

    @Test
    void rebuildingFromTheRecordGivesTheSameRows() {
        Bureau bureau = new Bureau(city, jdbc);
        Desk officer = new Desk(port, bureau.officer);
        String id = new Desk(port, bureau.head).open(bureau.filing(TODAY.minusDays(9)));
        officer.done(id, bureau.inspection(TODAY.minusDays(7), 1));
        officer.done(id, Desk.act("tell-rights", TODAY.minusDays(6), Map.of("statement", true, "recusal", true), "party-1"));
        officer.done(id, Desk.act("order-correction", TODAY.minusDays(6), Map.of("content", "停止违法行为", "days", 10), "party-1"));
        Map<String, List<Map<String, Object>>> written = rows(bureau, id);
        assertThat(written.get("case_duty")).isNotEmpty();

        CaseKey key = CaseKey.parse(id).orElseThrow();
        spoil(bureau, key);
        assertThat(rows(bureau, id)).isNotEqualTo(written);
        assertThat(bureau.agency.scope().<Boolean, RuntimeException>call(() -> rebuilding.rebuild(key))).isTrue();
        assertThat(rows(bureau, id)).isEqualTo(written);
    }

    private void spoil(Bureau bureau, CaseKey key) {
        bureau.agency.scope().run(() -> transactions.write(() -> {
            jdbc.sql("delete from case_duty where region_id = ? and case_id = ?").params(key.region(), key.id()).update();
            jdbc.sql("update case_object set label = '错' where region_id = ? and case_id = ?").params(key.region(), key.id()).update();
            jdbc.sql("update enforcement_case set stage = '错', bigrams = '{}', due = null where region_id = ? and case_id = ?")
                    .params(key.region(), key.id()).update();
            return key;
        }));
    }

    private Map<String, List<Map<String, Object>>> rows(Bureau bureau, String id) {
        CaseKey key = CaseKey.parse(id).orElseThrow();
        return bureau.agency.scope().<Map<String, List<Map<String, Object>>>, RuntimeException>call(() -> transactions.read(() -> {
            Map<String, List<Map<String, Object>>> all = new TreeMap<>();
            TABLES.forEach(t -> all.put(t, jdbc.sql("select (to_jsonb(t) - 'notice_on')::text as row from " + t + " t where region_id = ? and case_id = ? order by 1")
                    .params(key.region(), key.id()).query().listOfRows()));
            return all;
        }));
    }
}
