package org.mingfa.server.operation.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.support.TestDatabase;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The roles belong to the whole cluster: a trial beside a server at work must not lock that one out. */
class DatabaseRolesTest {

    private final Address database = TestDatabase.fresh();
    private final DriverManagerDataSource owner = new DriverManagerDataSource(database.url(), database.user(), database.password());

    private DatabaseRoles roles(String password) {
        return new DatabaseRoles(new DatabaseSettings(database.url(), database.user(), password, 1, new DatabaseSettings.Embedded(0, null), new DatabaseSettings.Passwords(null, null, null)));
    }

    @Test
    void aRoleThatAServerWorksWithKeepsItsPassword() throws SQLException {
        DatabaseRoles ours = roles(database.password());
        ours.provide(owner);
        String password = ours.password(DatabaseRoles.APP);
        try (Connection atWork = DriverManager.getConnection(database.url(), DatabaseRoles.APP, password)) {
            assertThatThrownBy(() -> roles("another owner's").provide(owner))
                    .isInstanceOf(StartupProblem.class).hasMessageContaining("would lock that one out").hasMessageContaining("mingfa.database.passwords");
            assertThat(atWork.isValid(2)).isTrue();
        }
        try (Connection again = DriverManager.getConnection(database.url(), DatabaseRoles.APP, password)) {
            assertThat(again.isValid(2)).isTrue();
        }
        ours.provide(owner);
    }
}
