package org.mingfa.server.access.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts as the administrators search them. */
@ServerTest
@Import(TestCity.class)
class AccountListTest {

    @Autowired AccountList accounts;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    @Autowired Transactions transactions;

    private List<String> found(TestCity.Agency agency, String q) {
        return accounts.page(agency.region(), q, 0, 50, Instant.now(), LocalDate.now()).stream().map(AccountList.Row::name).toList();
    }

    @Test
    void whoIsMeantByTheBeginningOfANameOrLoginIsFoundWithRareCharactersToo() {
        TestCity.Agency agency = city.agency();
        TestCity.Person first = city.person(agency, "officer");
        TestCity.Person second = city.person(agency, "officer");
        jdbc.sql("update person set name = '李𠮷安' where id = ?").param(first.id()).update();
        jdbc.sql("update person set name = '陈李' where id = ?").param(second.id()).update();
        assertThat(found(agency, "李")).containsExactly("李𠮷安");
        assertThat(found(agency, "李𠮷")).containsExactly("李𠮷安");
        assertThat(found(agency, second.login().toUpperCase(java.util.Locale.ROOT))).containsExactly("陈李");
        assertThat(found(agency, "")).containsExactly("李𠮷安", "陈李");
        assertThat(found(agency, "%")).isEmpty();
        assertThat(found(city.agency(), "李")).as("of another region").isEmpty();
    }

    @Test
    void namesAndLoginsAreFoundThroughTheirIndexes() {
        String plan = transactions.write(() -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return String.join("\n", jdbc.sql("explain " + AccountList.NAMED).param("q", "李").param("end", "李" + AccountList.LAST).query(String.class).list());
        });
        assertThat(plan).contains("person_name", "account_login");
    }
}
