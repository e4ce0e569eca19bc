package org.mingfa.server.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.operation.SecureAddress;
import org.springframework.stereotype.Component;

/** The provider as its own metadata describes it, read when somebody first signs in and each hour again. */
@Component
class Provider {

    private static final int CONNECT_MILLIS = 3000;
    private static final int READ_MILLIS = 5000;
    private static final int LARGEST_KEYS = 256 * 1024;
    private static final Duration FRESH = Duration.ofHours(1);

    private final OidcSettings settings;
    private final Clock clock;
    private volatile @Nullable Known known;

    /** What was read, and until when it counts. */
    private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator, Instant until) {}

    Provider(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        if (offered()) {
            SecureAddress.of("mingfa.access.oidc.issuer", String.valueOf(settings.issuer()));
            SecureAddress.of("mingfa.access.oidc.redirect", settings.redirect());
            if (settings.clientId().isBlank()) {
                throw new StartupProblem("mingfa.access.oidc.issuer is set, and mingfa.access.oidc.client-id is not. Give the id that the provider knows Mingfa by.");
            }
        }
    }

    boolean offered() {
        return settings.issuer() != null && !settings.issuer().isBlank();
    }

    String issuer() {
        return String.valueOf(settings.issuer());
    }

    /** Where the browser goes to sign in. */
    URI where(State state, Nonce nonce, CodeVerifier verifier) throws OidcRefused {
        return new AuthenticationRequest.Builder(new ResponseType(ResponseType.Value.CODE), new Scope("openid", "profile"), new ClientID(settings.clientId()), URI.create(settings.redirect()))
                .endpointURI(known().metadata.getAuthorizationEndpointURI()).state(state).nonce(nonce).codeChallenge(verifier, CodeChallengeMethod.S256).build().toURI();
    }

    /** Whom a code stands for. */
    IDTokenClaimsSet who(String code, Nonce nonce, CodeVerifier verifier) throws OidcRefused {
        Known it = known();
        try {
            TokenResponse answer = OIDCTokenResponseParser.parse(sent(request(it.metadata.getTokenEndpointURI(), code, verifier)).send());
            if (!(answer instanceof OIDCTokenResponse tokens)) {
                throw new OidcRefused(OidcRefused.Why.DENIED, "the provider gave no token: " + answer.toErrorResponse().getErrorObject().getCode());
            }
            return it.validator.validate(tokens.getOIDCTokens().getIDToken(), nonce);
        } catch (IOException e) {
            throw new OidcRefused(OidcRefused.Why.AWAY, "the provider does not answer: " + e.getClass().getSimpleName(), e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new OidcRefused(OidcRefused.Why.AWAY, "the provider's answer does not hold: " + e.getMessage(), e);
        }
    }

    private TokenRequest request(URI to, String code, CodeVerifier verifier) {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(new AuthorizationCode(code), URI.create(settings.redirect()), verifier);
        ClientID client = new ClientID(settings.clientId());
        String secret = settings.clientSecret();
        return secret == null || secret.isBlank() ? new TokenRequest.Builder(to, client, grant).build()
                : new TokenRequest.Builder(to, new ClientSecretBasic(client, new Secret(secret)), grant).build();
    }

    private static HTTPRequest sent(TokenRequest request) {
        HTTPRequest http = request.toHTTPRequest();
        http.setConnectTimeout(CONNECT_MILLIS);
        http.setReadTimeout(READ_MILLIS);
        http.setFollowRedirects(false);
        return http;
    }

    private Known known() throws OidcRefused {
        Known now = known;
        if (now == null || now.until.isBefore(clock.instant())) {
            now = read();
            known = now;
        }
        return now;
    }

    private Known read() throws OidcRefused {
        try {
            OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(new Issuer(issuer()), CONNECT_MILLIS, READ_MILLIS);
            IDTokenValidator validator = new IDTokenValidator(metadata.getIssuer(), new ClientID(settings.clientId()), JWSAlgorithm.parse(settings.algorithm()),
                    metadata.getJWKSetURI().toURL(), new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST_KEYS));
            return new Known(metadata, validator, clock.instant().plus(FRESH));
        } catch (IOException | GeneralException e) {
            throw new OidcRefused(OidcRefused.Why.AWAY, "the provider's metadata cannot be read: " + e.getMessage(), e);
        }
    }
}
