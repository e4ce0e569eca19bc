package org.mingfa.server.operation.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingfa.server.StartupProblem;

class ProxyAddressesTest {

    private static boolean trusts(String given, String address) {
        return address.matches(ProxyAddresses.pattern(List.of("10.9.9.9", given)));
    }

    @Test
    void anAddressIsItselfAndANetworkIsItsAddresses() {
        assertThat(trusts("10.1.2.3", "10.1.2.3")).isTrue();
        assertThat(trusts("10.1.2.3", "10.1.2.30")).isFalse();
        assertThat(trusts("10.1.2.3", "10.1.213")).isFalse();
        assertThat(trusts("10.1.2.0/24", "10.1.2.255")).isTrue();
        assertThat(trusts("10.1.2.0/24", "10.1.3.0")).isFalse();
        assertThat(trusts("10.1.16.0/20", "10.1.31.7")).isTrue();
        assertThat(trusts("10.1.16.0/20", "10.1.32.7")).isFalse();
        assertThat(trusts("10.1.2.128/30", "10.1.2.131")).isTrue();
        assertThat(trusts("10.1.2.128/30", "10.1.2.132")).isFalse();
        assertThat(trusts("::1", "0:0:0:0:0:0:0:1")).isTrue();
    }

    @Test
    void whatIsNoAddressIsRefused() {
        for (String wrong : List.of("proxy.example", "10.1.2.0/7", "10.1.2", "300.1.1.1", "::/0")) {
            assertThatThrownBy(() -> ProxyAddresses.pattern(List.of(wrong))).as(wrong).isInstanceOf(StartupProblem.class).hasMessageContaining(wrong);
        }
    }

    @Test
    void aNameThatIsNearlyRightIsRecognised() {
        assertThat(KnownSettings.distance("mingfa.dta", "mingfa.data")).isEqualTo(1);
        assertThat(KnownSettings.names()).contains("mingfa.data", "server.port", "mingfa.database.password-file");
    }
}
