package org.mingfa.server.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits and doors of the web face; docs/settings.md explains each.
 *
 * @param maxBody of a request that is no file upload
 * @param metricsToken bearer token for {@code /actuator/prometheus} from elsewhere than this machine
 * @param proxies addresses whose {@code X-Forwarded-*} headers count; see {@code settings.Production}
 */
@ConfigurationProperties("mingfa.web")
public record WebSettings(@DefaultValue("2MB") DataSize maxBody, @Nullable String metricsToken, @DefaultValue List<String> proxies) {}
