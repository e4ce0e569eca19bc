package org.mingfa.server.firststart;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the three administrators belong; read at the first start only, docs/settings.md explains each.
 *
 * @param region its name, such as 云岭市
 * @param regionCode its division code
 * @param regionLevel country, province, city, county or township
 * @param agency the body that runs this server
 */
@ConfigurationProperties("mingfa.first")
record FirstSettings(@Nullable String region, @DefaultValue("") String regionCode, @DefaultValue("city") String regionLevel, @Nullable String agency,
        @DefaultValue("执法监督") String field) {}
