package org.mingfa.server.access;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Every transaction of the application begins with the caller's scope, those of {@code @Transactional} included. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    PlatformTransactionManager transactionManager(DataSource source) {
        return new ScopedTransactionManager(source);
    }
}
