package org.mingfa.server.document;

import org.jspecify.annotations.Nullable;
import org.mingfa.server.operation.Practice;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {

    /** @param fonts folder of TrueType Chinese fonts that come first; without one only the usual folders are searched */
    @ConfigurationProperties("mingfa.documents")
    record Settings(@Nullable String fonts) {}

    @Bean
    Rendering rendering(Settings settings, Practice practice) {
        return new Rendering(FontSettings.folders(settings.fonts()), practice);
    }
}
