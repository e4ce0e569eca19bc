package org.mingfa.server.messaging;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.operation.SecureAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the city has connected; docs/settings.md explains each.
 *
 * @param keep how long messages are kept that are sent or given up
 */
@ConfigurationProperties("mingfa.messages")
record MessageSettings(@Nullable Door sms, @Nullable Door webhook, @DefaultValue("90d") Duration keep) {

    /** @param secret signs what is sent (HMAC-SHA256) */
    record Door(@Nullable String url, @Nullable String secret) {

        boolean given() {
            return url != null && !url.isBlank();
        }
    }

    MessageSettings {
        check("sms", sms);
        check("webhook", webhook);
    }

    /** Nobody but who knows the secret may make the city's interface send something. */
    private static void check(String name, @Nullable Door door) {
        if (door != null && door.given()) {
            SecureAddress.of("mingfa.messages." + name + ".url", String.valueOf(door.url()));
            if (door.secret() == null || door.secret().length() < 16) {
                throw new StartupProblem("mingfa.messages." + name + ".secret is missing or shorter than 16 characters. Write one into a file (openssl rand -hex 32)"
                        + " and name it by mingfa.messages." + name + ".secret-file; the interface checks the signature with it.");
            }
        }
    }

    /** The interfaces that have an address, by carrier. */
    Map<Carrier, Door> doors() {
        Map<Carrier, Door> doors = new LinkedHashMap<>();
        put(doors, Carrier.SMS, sms);
        put(doors, Carrier.WEBHOOK, webhook);
        return doors;
    }

    private static void put(Map<Carrier, Door> doors, Carrier carrier, @Nullable Door door) {
        if (door != null && door.given()) {
            doors.put(carrier, door);
        }
    }
}
