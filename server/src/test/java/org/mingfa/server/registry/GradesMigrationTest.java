package org.mingfa.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.support.TestDatabase;

/** What was checked before grades were kept keeps the grade that it had; who had left and was never closed is closed yet. */
class GradesMigrationTest {

    @Test
    void gradesAreOfTheMarksOfThenAndOpenAccountsOfLeaversAreTakenUpAgain() throws SQLException {
        Address address = TestDatabase.fresh();
        try (Connection c = TestDatabase.open(address); Statement s = c.createStatement()) {
            for (String role : new String[] {"mingfa_app", "mingfa_projection", "mingfa_portal"}) {
                s.execute("do $$ begin create role " + role + " login; exception when duplicate_object then null; end $$");
            }
            migrate(address, "55");
            s.execute("""
                    insert into region (id, name, level) values (1, '甲市', 'city');
                    insert into agency (id, region_id, name, field) values (1, 1, '甲局', '');
                    insert into person (id, agency_id, name) values (1, 1, '甲'), (2, 1, '乙'), (3, 1, '丙');
                    insert into account (login, person_id, password_hash, disabled) values ('a', 1, '', false), ('b', 2, '', true);
                    insert into person_post (person_id, valid_from, agency_id, officer, kind, ended, recorded_by)
                        values (1, current_date - 3, 1, true, 'officer', true, 0), (2, current_date - 3, 1, true, 'officer', true, 0);
                    insert into appraisal (person_id, agency_id, year, set_id, scores, state)
                        select 1, 1, 2025, min(id), '{45,46}'::int[], 'seen' from appraisal_set union all select 2, 1, 2025, min(id), '{30,31}'::int[], 'answered' from appraisal_set
                        union all select 3, 1, 2025, min(id), '{45,46}'::int[], 'filled' from appraisal_set;
                    insert into appraisal_step (appraisal_id, ordinal, what, on_day, recorded_by, recorded_at)
                        select id, 1, 'check', date '2026-01-10', 0, timestamptz '2026-01-10 10:00+08' from appraisal;
                    insert into appraisal_step (appraisal_id, ordinal, what, on_day, recorded_by, recorded_at)
                        select id, 2, 'answer', date '2026-01-20', 0, timestamptz '2026-01-20 10:00+08' from appraisal where person_id = 2;
                    insert into register_parameter (name, valid_from, value, title, cite, recorded_by, recorded_at)
                        values ('appraisal.excellent', '2025-01-01', 95, '', '', 7, '2026-06-01 10:00+08')""");
            migrate(address, "69");
            assertThat(one(s, "select string_agg(a.person_id || ' ' || t.ordinal || ' ' || coalesce(t.grade, '-'), '; ' order by a.person_id, t.ordinal) from appraisal a join appraisal_step t on t.appraisal_id = a.id"))
                    .isEqualTo("1 1 优秀; 2 1 -; 2 2 合格; 3 1 -");
            assertThat(one(s, "select string_agg(person_id::text, ' ') from leaver_closed")).as("whose account was closed").isEqualTo("2");
        }
    }

    private static void migrate(Address address, String to) {
        Flyway.configure().dataSource(address.url(), address.user(), address.password()).locations("classpath:db/migration").outOfOrder(true).target(to).load().migrate();
    }

    private static String one(Statement s, String sql) throws SQLException {
        try (ResultSet rows = s.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
