package org.mingfa.server.access.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.mingfa.server.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The security administrator's search reads the people that fit, not all people of the region. */
@ServerTest
@Import(TestCity.class)
class AccountPlansTest {

    private static final int PEOPLE = 5_000;

    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    @Autowired AccountList list;

    @Test
    void peopleAreSoughtByTheBeginningsOfNamesAndLogins() throws Exception {
        TestCity.Agency agency = city.agency();
        jdbc.sql("insert into person (agency_id, name) select ?, '众' || n from generate_series(1, ?) n").params(agency.id(), PEOPLE).update();
        jdbc.sql("insert into account (login, person_id, password_hash) select 'zhong' || id, id, '' from person where agency_id = ?").param(agency.id()).update();
        TestCity.Person one = city.person(agency, "officer");
        jdbc.sql("update person set name = '欧阳找' where id = ?").param(one.id()).update();
        Address owner = new Address(System.getProperty("mingfa.database.url"), System.getProperty("mingfa.database.user"), System.getProperty("mingfa.database.password"));
        try (Connection connection = TestDatabase.open(owner); Statement statement = connection.createStatement()) {
            statement.execute("analyze person; analyze account");
        }
        assertThat(String.join("\n", list.plan(agency.region(), "欧阳", 0, 51))).contains("person_name_begins", "account_login_begins").doesNotContain("Seq Scan on person ", "Seq Scan on account ");
        assertThat(found(agency, "欧阳")).containsExactly(one.id());
        assertThat(found(agency, one.login().substring(0, one.login().length() - 1))).contains(one.id());
        assertThat(found(agency, one.login().toUpperCase(java.util.Locale.ROOT))).containsExactly(one.id());
        assertThat(found(agency, "阳")).isEmpty();
        assertThat(found(agency, "%")).isEmpty();
        assertThat(found(agency, "")).hasSize(51);
    }

    private List<Long> found(TestCity.Agency agency, String q) {
        return list.page(agency.region(), q, 0, 51, Instant.now(), LocalDate.of(2026, 6, 1)).stream().map(AccountList.Row::person).toList();
    }
}
