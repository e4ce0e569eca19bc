package org.mingfa.server.operation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.mingfa.server.StartupProblem;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Says that the port is taken before a database is started for nothing. */
final class PortCheck implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        int port = environment.getProperty("server.port", Integer.class, 0);
        String address = environment.getProperty("server.address", "127.0.0.1");
        if (port > 0) {
            try {
                new ServerSocket(port, 1, InetAddress.getByName(address)).close();
            } catch (IOException e) {
                throw new StartupProblem("Cannot listen on " + address + ", port " + port + " (" + e.getMessage()
                        + "). Stop what uses it, or choose another with " + (environment.containsProperty("mingfa.settings") ? "server.port in the settings file." : "--server.port=NUMBER."), e);
            }
        }
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 5;
    }
}
