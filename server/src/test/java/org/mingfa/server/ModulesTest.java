package org.mingfa.server;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void aModuleReachesAnotherOnlyThroughItsFaceAndInOneDirection() {
        ApplicationModules.of(Application.class).verify();
    }
}
