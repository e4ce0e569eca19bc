package org.mingfa.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.support.TestDatabase;

/** Items that were registered before there were lists become rows of the register, each with its dates. */
class ListMigrationTest {

    @Test
    void theItemsOfAnOlderDatabaseBecomeRowsOfTheRegister() throws SQLException {
        Address address = TestDatabase.fresh();
        try (Connection c = TestDatabase.open(address); Statement s = c.createStatement()) {
            for (String role : new String[] {"mingfa_app", "mingfa_projection", "mingfa_portal"}) {
                s.execute("do $$ begin create role " + role + " login; exception when duplicate_object then null; end $$");
            }
            migrate(address, "31");
            s.execute("""
                    insert into enforcement_item (code, valid_from, valid_to, title, basis, field, published_on, recorded_by) values
                    ('A-1', '2020-01-01', null, '甲', '食品安全法 第一百二十六条', '市场监管', '2020-01-01', 7),
                    ('A-1', '2024-01-01', '2024-12-31', '乙', '食品安全法 第一百二十六条', '市场监管', null, 7)""");
            migrate(address, "32");
            try (ResultSet rows = s.executeQuery("select key, from_day, cells ->> 'title', cells ->> 'publishedOn', cells ->> 'validTo', recorded_by from list_row order by from_day")) {
                assertThat(line(rows)).isEqualTo("A-1 2020-01-01 甲 2020-01-01 null 7");
                assertThat(line(rows)).isEqualTo("A-1 2024-01-01 乙 null 2024-12-31 7");
                assertThat(rows.next()).isFalse();
            }
            try (ResultSet gone = s.executeQuery("select to_regclass('enforcement_item')")) {
                gone.next();
                assertThat(gone.getString(1)).as("one truth").isNull();
            }
        }
    }

    private static void migrate(Address address, String to) {
        Flyway.configure().dataSource(address.url(), address.user(), address.password()).locations("classpath:db/migration").outOfOrder(true).target(to).load().migrate();
    }

    private static String line(ResultSet rows) throws SQLException {
        rows.next();
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= 6; i++) {
            line.append(i == 1 ? "" : " ").append(rows.getString(i));
        }
        return line.toString();
    }
}
