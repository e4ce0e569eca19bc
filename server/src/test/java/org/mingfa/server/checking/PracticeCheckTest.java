package org.mingfa.server.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingfa.server.operation.database.OwnerDoor;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.support.TestDatabase;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What {@code ./mingfa check} says of setting and database. */
class PracticeCheckTest {

    @TempDir
    java.nio.file.Path data;

    private final Address database = TestDatabase.fresh();

    private Finding practice(boolean set) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of("mingfa.database.url", database.url(), "mingfa.database.user", database.user(),
                "mingfa.database.password", database.password(), "mingfa.practice", set, "mingfa.data", data.toString())));
        return DatabaseChecks.all(environment).stream().filter(f -> f.check().equals("practice")).findFirst().orElseThrow();
    }

    @Test
    void saysWhetherSettingAndDatabaseAgree() {
        assertThat(practice(true).state()).isEqualTo(Finding.State.OK);
        assertThat(practice(true).said()).contains("first start makes it a practice city");
        JdbcClient owner = OwnerDoor.at(database.url(), database.user(), database.password()).jdbc();
        owner.sql("create table region (id int)").update();
        owner.sql("insert into region values (1)").update();
        assertThat(practice(false).state()).isEqualTo(Finding.State.OK);
        assertThat(practice(true).state()).isEqualTo(Finding.State.FAULT);
        assertThat(practice(true).said()).contains("was not made for practice");
    }
}
