package org.mingfa.server.operation.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.operation.embedded.EmbeddedPostgres;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Before anything else: uses the database whose address is given, or starts the embedded one, and tells Spring where it is. */
public final class DatabaseAddress implements EnvironmentPostProcessor, Ordered {

    /** The majors that the SQL is tested on. */
    public static final int OLDEST = 15;
    public static final int NEWEST = 18;

    private static final Pattern SECRET = Pattern.compile("[?&](password|sslpassword|user)=|://[^/?]*@");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Binder binder = Binder.get(environment);
        DatabaseSettings settings = binder.bindOrCreate("mingfa.database", DatabaseSettings.class);
        Address address = settings.embeddedIsUsed()
                ? started(settings, Path.of(environment.getProperty("mingfa.data", ".mingfa")), application)
                : given(settings);
        environment.getPropertySources().addFirst(new MapPropertySource("mingfa database", Map.of(
                "mingfa.database.url", address.url(),
                "mingfa.database.user", address.user(),
                "mingfa.database.password", address.password(),
                "spring.flyway.url", address.url(),
                "spring.flyway.user", address.user(),
                "spring.flyway.password", address.password())));
    }

    /** What is registered first is destroyed last: after the pools. Should the JVM die, its supervisor stops it. */
    private static Address started(DatabaseSettings settings, Path data, SpringApplication application) {
        EmbeddedPostgres server = EmbeddedPostgres.start(
                new EmbeddedPostgres.Options(data.resolve("postgres"), settings.embedded().binaries(), settings.embedded().port()));
        application.addInitializers(context ->
                ((DefaultSingletonBeanRegistry) context.getBeanFactory()).registerDisposableBean("embeddedPostgres", server::close));
        return server.database("mingfa");
    }

    static Address given(DatabaseSettings settings) {
        if (SECRET.matcher(settings.jdbcUrl()).find()) {
            throw new StartupProblem("mingfa.database.url has a user or a password in it, which would be told in messages. Take it out; set mingfa.database.user and mingfa.database.password-file.");
        }
        Address address = new Address(settings.jdbcUrl(), settings.user(), settings.password());
        DriverManager.setLoginTimeout(15);
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST || major > NEWEST) {
                throw new StartupProblem("The database at " + address.url() + " is PostgreSQL " + major + "; Mingfa needs " + OLDEST + " to " + NEWEST
                        + (major < OLDEST ? ". Upgrade it with pg_upgrade." : ". Use one of those, or a newer Mingfa."));
            }
            return address;
        } catch (SQLException e) {
            throw new StartupProblem(Unreachable.line(address, e), e);
        }
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 10;
    }
}
