package org.mingfa.server.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.AccessSettings;
import org.mingfa.server.operation.Problem;

/** A storm of sign-ins never takes all threads of the server: whoever finds no place comes again, and nothing is counted against them. */
class PasswordsTest {

    private final Passwords passwords = new Passwords(new AccessSettings(5, 100, Duration.ofMinutes(15), Duration.ofHours(2), Duration.ofHours(12), 4,
            Duration.ofHours(72), AccessSettings.Bind.ADDRESS, List.of(), false));

    @Test
    void whoFindsNoPlaceIsAskedToComeAgainAndAPlaceIsFreeOnceAnotherHasLeft() {
        List<Passwords.Place> taken = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            taken.add(passwords.place());
        }
        assertThatThrownBy(passwords::place).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status().value()).isEqualTo(503);
            assertThat(problem.members()).containsEntry("retryAfter", 3);
        });
        taken.removeLast().close();
        passwords.place().close();
        assertThat(passwords.matches("一个够长的密码", passwords.hash("一个够长的密码"))).isTrue();
    }
}
