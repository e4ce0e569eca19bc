package org.mingfa.server.operation.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.support.TestDatabase;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is practice stays practice, what is real stays real: setting and database must agree. */
class PracticeMarkTest {

    private final Address database = TestDatabase.fresh();
    private final DriverManagerDataSource source = new DriverManagerDataSource(database.url(), database.user(), database.password());
    private final JdbcClient owner = JdbcClient.create(source);

    private String migrate(boolean practice) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of("mingfa.database.url", database.url(), "mingfa.database.user", database.user(),
                "mingfa.database.password", database.password(), "mingfa.practice", practice)));
        return Migrate.run(environment, "classpath:db/migration");
    }

    private JdbcClient application() {
        DatabaseSettings settings = new DatabaseSettings(database.url(), database.user(), database.password(), 1,
                new DatabaseSettings.Embedded(0, null), new DatabaseSettings.Passwords(null, null, null));
        return JdbcClient.create(new DriverManagerDataSource(database.url(), DatabaseRoles.APP, new DatabaseRoles(settings).password(DatabaseRoles.APP)));
    }

    private PracticeMark mark() {
        return new PracticeMark(application());
    }

    private void aRealCity() {
        owner.sql("insert into region (id, name, code, level) values (1, '云岭市', '149901', 'city')").update();
    }

    @Test
    void anEmptyDatabaseMayBecomeEither() {
        assertThat(PracticeMark.agree(owner, true)).contains("first start makes it a practice city");
        assertThat(PracticeMark.agree(owner, false)).contains("no practice city");
        migrate(true);
        assertThat(PracticeMark.agree(owner, true)).contains("first start makes it a practice city");
        assertThat(PracticeMark.agree(owner, false)).contains("no practice city");
    }

    @Test
    void aRealDatabaseIsNeverRunAsPractice() {
        migrate(false);
        aRealCity();
        assertThat(PracticeMark.agree(owner, false)).contains("no practice city, as the settings say");
        assertThatThrownBy(() -> PracticeMark.agree(owner, true)).isInstanceOf(StartupProblem.class).hasMessageContaining("was not made for practice").hasMessageContaining("mingfa.practice");
        assertThatThrownBy(() -> migrate(true)).isInstanceOf(StartupProblem.class).hasMessageContaining("was not made for practice");
    }

    @Test
    void aPracticeDatabaseIsNeverRunAsReal() {
        migrate(true);
        assertThat(mark().begin()).isTrue();
        aRealCity();
        mark().loaded();
        assertThat(mark().begin()).isFalse();
        assertThat(PracticeMark.agree(owner, true)).contains("a practice city, as the settings say");
        assertThatThrownBy(() -> PracticeMark.agree(owner, false)).isInstanceOf(StartupProblem.class).hasMessageContaining("is a practice city");
        assertThatThrownBy(() -> migrate(false)).isInstanceOf(StartupProblem.class).hasMessageContaining("is a practice city");
    }

    @Test
    void aCityLoadedOnlyInPartIsNeitherStartedNorRunAsReal() {
        migrate(true);
        mark().begin();
        aRealCity();
        assertThatThrownBy(() -> PracticeMark.agree(owner, true)).isInstanceOf(StartupProblem.class).hasMessageContaining("only in part");
        assertThatThrownBy(() -> PracticeMark.agree(owner, false)).isInstanceOf(StartupProblem.class).hasMessageContaining("is a practice city");
    }

    @Test
    void theDatabaseItselfRefusesTheMarkWhereSomethingIsAlready() {
        migrate(false);
        aRealCity();
        assertThatThrownBy(() -> mark().begin()).isInstanceOf(DataAccessException.class).hasStackTraceContaining("row-level security");
        assertThat(PracticeMark.isOn(owner)).isFalse();
    }

    @Test
    void theMarkIsNeverTakenAwayByTheApplication() {
        migrate(true);
        mark().begin();
        mark().loaded();
        assertThatThrownBy(() -> application().sql("delete from practice_city").update()).isInstanceOf(DataAccessException.class).hasStackTraceContaining("permission denied");
        assertThat(application().sql("update practice_city set loaded_at = null").update()).isZero();
        assertThat(PracticeMark.isOn(owner)).isTrue();
    }
}
