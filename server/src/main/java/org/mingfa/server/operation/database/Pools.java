package org.mingfa.server.operation.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.mingfa.server.operation.Practice;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One pool for each role. {@link DataSource} and {@link JdbcClient} without a qualifier are the application's; those of
 * the others are named {@code projectionJdbc}, {@code projectionTransaction} and {@code portalJdbc}.
 */
@Configuration(proxyBeanMethods = false)
class Pools {

    @Bean
    HikariDataSource dataSource(DatabaseSettings settings, DatabaseRoles roles) {
        return pool(settings, roles, DatabaseRoles.APP, settings.poolSize());
    }

    @Bean(defaultCandidate = false)
    HikariDataSource projectionPool(DatabaseSettings settings, DatabaseRoles roles) {
        return pool(settings, roles, DatabaseRoles.PROJECTION, 3);
    }

    @Bean(defaultCandidate = false)
    HikariDataSource portalPool(DatabaseSettings settings, DatabaseRoles roles) {
        return pool(settings, roles, DatabaseRoles.PORTAL, 4);
    }

    @Bean(defaultCandidate = false)
    @DependsOn("flywayInitializer")
    JdbcClient projectionJdbc(@Qualifier("projectionPool") DataSource pool) {
        return JdbcClient.create(pool);
    }

    @Bean(defaultCandidate = false)
    TransactionTemplate projectionTransaction(@Qualifier("projectionPool") DataSource pool) {
        return new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    @Bean(defaultCandidate = false)
    @DependsOn("flywayInitializer")
    JdbcClient portalJdbc(@Qualifier("portalPool") DataSource pool) {
        return JdbcClient.create(pool);
    }

    @Bean
    FlywayMigrationStrategy rolesFirst(DatabaseRoles roles, Practice practice) {
        return flyway -> {
            roles.provide(flyway.getConfiguration().getDataSource());
            PracticeMark.agree(JdbcClient.create(flyway.getConfiguration().getDataSource()), practice.on());
            flyway.migrate();
        };
    }

    /** Refuses quickly when the database is away; server messages lose their details, which quote values. */
    private static HikariDataSource pool(DatabaseSettings settings, DatabaseRoles roles, String role, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(role);
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(role);
        config.setPassword(roles.password(role));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(size, 2));
        config.setConnectionTimeout(5000);
        config.setValidationTimeout(2000);
        config.setKeepaliveTime(60_000);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "mingfa");
        config.addDataSourceProperty("connectTimeout", "3");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }
}
