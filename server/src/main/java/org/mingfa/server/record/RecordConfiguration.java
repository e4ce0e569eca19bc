package org.mingfa.server.record;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.record.sealing.MasterKey;
import org.mingfa.server.record.sealing.MasterKeyFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The master key: of the setting, or of the file in the data folder; checked against the one the data was sealed with. */
@Configuration(proxyBeanMethods = false)
class RecordConfiguration {

    @Bean
    MasterKey masterKey(@Value("${mingfa.master-key:#{null}}") @Nullable String given, @Value("${mingfa.data}") Path data, JdbcClient jdbc) {
        MasterKey key = given == null || given.isBlank() ? MasterKeyFile.in(data, jdbc) : MasterKeyFile.parse(given);
        MasterKeyFile.check(key, jdbc);
        return key;
    }
}
