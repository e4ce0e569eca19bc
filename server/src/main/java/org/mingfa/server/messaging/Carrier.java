package org.mingfa.server.messaging;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** By what a message goes: to a phone (短信), or to a login by the city's own interface (消息). */
enum Carrier {
    SMS("短信"), WEBHOOK("消息");

    final String title;

    Carrier(String title) {
        this.title = title;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Carrier> of(String code) {
        return Stream.of(values()).filter(c -> c.code().equals(code)).findFirst();
    }
}
