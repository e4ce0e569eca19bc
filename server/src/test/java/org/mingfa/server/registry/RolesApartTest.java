package org.mingfa.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** 三员分立: system, security and audit administration share no person, and none of them handles cases. */
@ServerTest
@Import(TestCity.class)
class RolesApartTest {

    @LocalServerPort int port;
    @Autowired TestCity city;
    TestCity.Agency agency;
    TestCity.Person administrator;
    Browser desk;

    @BeforeEach
    void aSecurityAdministratorSignsIn() {
        agency = city.agency();
        administrator = city.person(agency, "security-admin");
        desk = Browser.of(port, administrator);
    }

    @Test
    void nobodyGivesARoleToThemselves() {
        assertThat(give(administrator.id(), "supervisor").json().at("/detail").asString()).contains("不能给本人授予角色");
    }

    @Test
    void anAdministratorTakesNoOtherOfTheThreeAndNoCases() {
        long person = city.person(agency, "system-admin").id();
        assertThat(give(person, "audit-admin").json().at("/detail").asString()).contains("此人同期担任系统管理，不得兼任");
        assertThat(give(person, "officer").status()).isEqualTo(409);
        assertThat(give(city.person(agency, "officer").id(), "audit-admin").status()).isEqualTo(409);
        assertThat(give(city.person(agency, "officer").id(), "legal-reviewer").status()).isEqualTo(204);
    }

    @Test
    void whoHasEndedOneMayBeginTheOther() {
        long person = city.person(agency, "system-admin").id();
        String last = LocalDate.now().minusDays(1).toString();
        assertThat(desk.send("PUT", "/api/registry/officers/" + person + "/roles/system-admin", "{\"agency\": %d, \"last\": \"%s\"}".formatted(agency.id(), last)).status()).isEqualTo(204);
        assertThat(give(person, "audit-admin").status()).isEqualTo(204);
    }

    private Browser.Answer give(long person, String role) {
        return desk.post("/api/registry/officers/" + person + "/roles", Map.of("role", role, "agency", agency.id(), "from", LocalDate.now().toString()));
    }
}
