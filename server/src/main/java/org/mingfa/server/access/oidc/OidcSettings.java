package org.mingfa.server.access.oidc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider; docs/settings.md explains each. Without an issuer there is none.
 *
 * @param redirect this server's callback as browsers reach it, {@code https://…/api/session/oidc/callback}
 * @param loginClaim the member of the ID token that holds the login of the account here
 * @param algorithm which the provider signs ID tokens with (JWS)
 * @param strong values of {@code amr} (RFC 8176) that tell of a second factor
 */
@ConfigurationProperties("mingfa.access.oidc")
record OidcSettings(@Nullable String issuer, @DefaultValue("") String clientId, @Nullable String clientSecret, @DefaultValue("") String redirect,
        @DefaultValue("preferred_username") String loginClaim, @DefaultValue("统一身份认证") String title, @DefaultValue("RS256") String algorithm,
        @DefaultValue("mfa") List<String> strong) {}
