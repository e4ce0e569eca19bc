package org.mingfa.server.support;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.mingfa.server.access.Accounts;
import org.mingfa.server.access.Scope;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Regions, agencies and people for a test, new ones at each call. */
@TestComponent
public class TestCity {

    public static final String PASSWORD = "correct horse battery";

    private static final AtomicInteger NEXT = new AtomicInteger(1000);

    private final JdbcClient jdbc;
    private final Accounts accounts;

    public TestCity(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** An agency in its region. */
    public record Agency(long id, int region) {

        public Scope scope() {
            return Scope.of(java.util.List.of(id), java.util.List.of(region));
        }
    }

    /** A person with an account; the password is {@link #PASSWORD}. */
    public record Person(long id, String login) {}

    public int region(Integer parent) {
        int id = NEXT.incrementAndGet();
        jdbc.sql("insert into region (id, parent_id, name, code, level) values (?, ?, ?, ?, 'county')")
                .param(id).param(parent).param("云台县" + id).param("14" + id).update();
        return id;
    }

    public Agency agency() {
        return agencyIn(region(null));
    }

    public Agency agencyIn(int region) {
        long id = jdbc.sql("insert into agency (region_id, name, short_name, field) values (?, ?, '云市监', '市场监管') returning id")
                .params(region, "云台县市场监督管理局").query(Long.class).single();
        return new Agency(id, region);
    }

    /** Someone of an agency who has held these roles there since 2020. */
    public Person person(Agency agency, String... roles) {
        long id = jdbc.sql("insert into person (agency_id, name) values (?, ?) returning id").params(agency.id, "李执法").query(Long.class).single();
        for (String role : roles) {
            accounts.grant(id, role, agency.id, LocalDate.of(2020, 1, 1), null);
        }
        String login = "person" + id;
        accounts.set(login, id, PASSWORD);
        return new Person(id, login);
    }
}
