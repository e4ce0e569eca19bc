package org.mingfa.server.operation.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingfa.server.StartupProblem;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What follows from the settings of a server that is run for real: its own database, TLS or a proxy, logs in files. */
final class Production {

    private static final String BUNDLE = "mingfa";

    private final ConfigurableEnvironment environment;
    private final Map<String, Object> derived = new LinkedHashMap<>();

    private Production(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    static void apply(ConfigurableEnvironment environment, Path file) {
        Production it = new Production(environment);
        it.need("mingfa.data", environment.getProperty("mingfa.data"), file);
        it.need("mingfa.database.url", environment.getProperty("mingfa.database.url"), file);
        it.need("mingfa.database.user", environment.getProperty("mingfa.database.user"), file);
        it.tls();
        it.proxies();
        it.logs();
        it.migrations();
        environment.getPropertySources().addFirst(new MapPropertySource("mingfa production", it.derived));
    }

    private void need(String name, @org.jspecify.annotations.Nullable String value, Path file) {
        if (value == null || value.isBlank()) {
            throw new StartupProblem("The settings file " + file + " lacks " + name + ". docs/mingfa.example.yaml shows it.");
        }
    }

    /** A renewed certificate is taken up without a restart. */
    private void tls() {
        TlsFiles.of(environment).ifPresent(files -> {
            String bundle = "spring.ssl.bundle.pem." + BUNDLE + ".";
            derived.put(bundle + "keystore.certificate", "file:" + files.certificate());
            derived.put(bundle + "keystore.private-key", "file:" + files.key());
            derived.put(bundle + "reload-on-update", true);
            derived.put("server.ssl.bundle", BUNDLE);
            secureCookies();
        });
    }

    /** Whoever is not the proxy cannot say with a header where a request came from. */
    private void proxies() {
        List<String> given = Binder.get(environment).bind("mingfa.web.proxies", Bindable.listOf(String.class)).orElse(List.of());
        if (!given.isEmpty()) {
            derived.put("server.forward-headers-strategy", "native");
            derived.put("server.tomcat.remoteip.internal-proxies", ProxyAddresses.pattern(given));
            secureCookies();
        }
    }

    private void secureCookies() {
        if (environment.getProperty("mingfa.access.secure-cookies") == null) {
            derived.put("mingfa.access.secure-cookies", true);
        }
    }

    /** By size and by age; what a person must read of a start that failed still goes to standard error. */
    private void logs() {
        Path folder = Path.of(environment.getProperty("mingfa.logs.folder", environment.getRequiredProperty("mingfa.data") + "/logs"));
        derived.put("logging.file.name", folder.resolve("mingfa.log").toString());
        derived.put("logging.structured.format.file", "logstash");
        derived.put("logging.threshold.console", "OFF");
        derived.put("logging.logback.rollingpolicy.file-name-pattern", folder.resolve("mingfa.log") + ".%d{yyyy-MM-dd}.%i.gz");
        derived.put("logging.logback.rollingpolicy.max-file-size", environment.getProperty("mingfa.logs.size", "50MB"));
        derived.put("logging.logback.rollingpolicy.max-history", environment.getProperty("mingfa.logs.days", "30"));
        derived.put("logging.logback.rollingpolicy.total-size-cap", environment.getProperty("mingfa.logs.total", "2GB"));
    }

    /** Waits so long, and no longer, for people's work to let go of a table; then nothing has changed. */
    private void migrations() {
        derived.put("spring.flyway.init-sqls", "set lock_timeout = '" + environment.getProperty("mingfa.database.lock-timeout", "20s") + "'");
    }
}
