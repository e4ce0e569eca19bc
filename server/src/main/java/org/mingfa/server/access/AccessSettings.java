package org.mingfa.server.access;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in; docs/settings.md explains each.
 *
 * @param failures wrong passwords in a row after which an account is locked
 * @param addressFailures wrong sign-ins from one address within {@code lockedFor}, after which it is refused
 * @param lockedFor how long it then is
 * @param idle after how long without a request a session ends
 * @param longest after how long it ends in any case
 * @param passwordCost of bcrypt: 2 to the power of it rounds; of passwords that are set from then on
 * @param oneTimeFor how long a one-time password signs in
 * @param bind from where a session's cookie counts: the {@code address} it was begun at, its {@code network} (/24, /64), {@code anywhere}
 * @param secondFactorRoles codes of the roles whose holders must use a second factor
 * @param secureCookies whether cookies are sent over https only; set it wherever Mingfa is reached from other machines
 */
@ConfigurationProperties("mingfa.access")
public record AccessSettings(
        @DefaultValue("5") int failures,
        @DefaultValue("100") int addressFailures,
        @DefaultValue("15m") Duration lockedFor,
        @DefaultValue("2h") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("10") int passwordCost,
        @DefaultValue("72h") Duration oneTimeFor,
        @DefaultValue("address") Bind bind,
        @DefaultValue List<String> secondFactorRoles,
        @DefaultValue("false") boolean secureCookies) {

    /** How near to where it was begun a session must be used. */
    public enum Bind { ADDRESS, NETWORK, ANYWHERE }
}
