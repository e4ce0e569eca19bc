package org.mingfa.server.evidence;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.evidence.store.ContentFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    /** @param folder of contents; none: {@code evidence} in the data folder */
    @ConfigurationProperties("mingfa.evidence")
    record Settings(@Nullable Path folder) {}

    @Bean
    ContentFolder contentFolder(Settings settings, @Value("${mingfa.data}") Path data) {
        return new ContentFolder(settings.folder() == null ? data.resolve("evidence") : settings.folder());
    }
}
