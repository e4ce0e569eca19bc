package org.mingfa.server.registry;

import java.util.Optional;
import org.mingfa.server.registry.person.Identities;
import org.springframework.stereotype.Component;

/** Phones of people, for telling them something; each look is recorded as the platform's own. */
@Component
public class Phones {

    private static final long PLATFORM = 0;

    private final Identities identities;

    Phones(Identities identities) {
        this.identities = identities;
    }

    /** In clear, for a message to its owner. */
    public Optional<String> forMessage(long person) {
        return Optional.ofNullable(identities.read(person, PLATFORM, "message").phone());
    }

    /** Whether one is registered; it is not opened. */
    public boolean known(long person) {
        return identities.hasPhone(person);
    }
}
