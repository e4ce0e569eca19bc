package org.mingfa.server.demo;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Only with {@code mingfa.practice}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("mingfa.practice")
class DemoConfiguration {

    @Bean
    @Primary
    Clock demoClock(@Value("${mingfa.zone}") ZoneId zone) {
        return new DemoClock(Clock.system(zone));
    }
}
