package org.mingfa.server.operation;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The clock, in the zone whose days the law counts, and timed work. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class OperationConfiguration {

    @Bean
    Clock clock(@Value("${mingfa.zone}") ZoneId zone) {
        return Clock.system(zone);
    }
}
