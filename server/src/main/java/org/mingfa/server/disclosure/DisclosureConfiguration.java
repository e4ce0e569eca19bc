package org.mingfa.server.disclosure;

import org.mingfa.server.disclosure.masking.Masking;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DisclosureConfiguration {

    /** @param keepPartyNames whether a natural person who is a party is named in full (MSK-01, a choice of the region) */
    @ConfigurationProperties("mingfa.disclosure")
    record Settings(@DefaultValue("false") boolean keepPartyNames) {}

    @Bean
    Masking masking(Settings settings) {
        return Masking.load(settings.keepPartyNames());
    }
}
