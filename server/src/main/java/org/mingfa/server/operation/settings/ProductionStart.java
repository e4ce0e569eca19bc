package org.mingfa.server.operation.settings;

import java.nio.file.Path;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Before all else: reads the settings file, and makes sure that no other server works on its data. */
final class ProductionStart implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        SettingsFile.apply(environment);
        if (environment.getProperty("mingfa.settings") != null) {
            TlsFiles.of(environment).ifPresent(TlsFiles::check);
            DataLock.take(Path.of(environment.getRequiredProperty("mingfa.data")).toAbsolutePath(), environment.getProperty("server.port", Integer.class, 8080));
        }
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
