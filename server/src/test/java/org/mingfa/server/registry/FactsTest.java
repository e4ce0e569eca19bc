package org.mingfa.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingfa.core.procedure.Registry;
import org.mingfa.server.cases.Bureau;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
@Import(TestCity.class)
class FactsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Facts facts;

    @Test
    void aCertificateCountsOnItsLastDayAndNotAfter() {
        Bureau bureau = new Bureau(city, jdbc);
        TestCity.Person third = city.person(bureau.agency, "officer");
        post(bureau, third, true);
        bureau.certificate(third, DAY);
        assertThat(officer(bureau, third, DAY)).containsEntry("certified", true).containsEntry("fits", true).containsEntry("officer", true);
        assertThat(officer(bureau, third, DAY.plusDays(1))).containsEntry("certified", false);
        assertThat(officer(bureau, third, Bureau.SINCE.minusDays(1))).containsEntry("certified", false);
    }

    @Test
    void anAuxiliaryIsNoOfficerAndAStrangersCertificateDoesNotFit() {
        Bureau bureau = new Bureau(city, jdbc);
        Bureau other = new Bureau(city, jdbc);
        TestCity.Person auxiliary = city.person(bureau.agency, "officer");
        post(bureau, auxiliary, false);
        assertThat(officer(bureau, auxiliary, DAY)).containsEntry("officer", false).containsEntry("certified", false);
        assertThat(officer(bureau, other.officer, DAY)).containsEntry("certified", true).containsEntry("fits", false);
    }

    @Test
    void ofSeveralCertificatesTheOneForTheBodysFieldCounts() {
        Bureau bureau = new Bureau(city, jdbc);
        jdbc.sql("""
                        insert into certificate (number, valid_from, person_id, field, region_code, first_day, last_day, suspended, ministry, recorded_by)
                        select '部委-' || number, valid_from, person_id, '烟草专卖', region_code, first_day, last_day + 900, false, true, 0
                        from certificate where person_id = ?""")
                .params(bureau.officer.id()).update();
        facts.forget();
        assertThat(officer(bureau, bureau.officer, DAY)).containsEntry("certified", true).containsEntry("fits", true);
        assertThat((String) officer(bureau, bureau.officer, DAY).get("certificate")).doesNotStartWith("部委");
    }

    @Test
    void aSuspensionHoldsFromItsDay() {
        Bureau bureau = new Bureau(city, jdbc);
        jdbc.sql("""
                        insert into certificate (number, valid_from, person_id, field, region_code, first_day, last_day, suspended, reason, recorded_by)
                        select number, ?, person_id, field, region_code, first_day, last_day, true, '暂扣', 0 from certificate where person_id = ?""")
                .params(DAY, bureau.officer.id()).update();
        facts.forget();
        assertThat(officer(bureau, bureau.officer, DAY.minusDays(1))).containsEntry("certified", true);
        assertThat(officer(bureau, bureau.officer, DAY)).containsEntry("certified", false);
    }

    @Test
    void standingIsThatOfTheDay() {
        Bureau bureau = new Bureau(city, jdbc);
        assertThat(facts.at(DAY, bureau.agency.id(), "", List.of(), Map.of()).agency()).containsEntry("standing", true);
        assertThat(facts.at(Bureau.SINCE.minusDays(1), bureau.agency.id(), "", List.of(), Map.of()).agency()).containsEntry("standing", false);
    }

    @Test
    void someoneWhoIsNobodyFitsNothing() {
        Bureau bureau = new Bureau(city, jdbc);
        Registry r = facts.at(DAY, bureau.agency.id(), "987654321", List.of("987654321", "x"), Map.of());
        assertThat(r.officers()).hasSize(2).allSatisfy(o -> assertThat(o).containsEntry("officer", false).containsEntry("name", ""));
    }

    private Map<String, Object> officer(Bureau bureau, TestCity.Person person, LocalDate day) {
        return facts.at(day, bureau.agency.id(), "", List.of(Long.toString(person.id())), Map.of()).officers().getFirst();
    }

    private void post(Bureau bureau, TestCity.Person p, boolean officer) {
        jdbc.sql("insert into person_post (person_id, valid_from, agency_id, officer, recorded_by) values (?, ?, ?, ?, 0)")
                .params(p.id(), Bureau.SINCE, bureau.agency.id(), officer).update();
    }
}
