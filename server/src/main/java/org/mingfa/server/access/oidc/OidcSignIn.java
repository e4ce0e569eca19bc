package org.mingfa.server.access.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AMR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Accounts;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.access.factor.SecondFactors;
import org.mingfa.server.access.session.SignIn;
import org.mingfa.server.access.store.AccountStore;
import org.mingfa.server.access.store.PendingStore;
import org.mingfa.server.access.store.SubjectStore;
import org.springframework.stereotype.Component;

/**
 * Signs in who the identity provider vouches for: the account is found by the subject it was bound to, the first time by
 * its login. What is on the way (state, nonce, PKCE verifier, where to go back) lies in the browser's own cookie.
 */
@Component
public class OidcSignIn {

    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final int PARTS = 4;

    private final Provider provider;
    private final OidcSettings settings;
    private final SubjectStore subjects;
    private final AccountStore accounts;
    private final Accounts passwords;
    private final PendingStore pending;
    private final SecondFactors factors;
    private final SignIn signIn;
    private final Transactions transactions;
    private final Clock clock;

    OidcSignIn(Provider provider, OidcSettings settings, SubjectStore subjects, AccountStore accounts, Accounts passwords, PendingStore pending,
            SecondFactors factors, SignIn signIn, Transactions transactions, Clock clock) {
        this.provider = provider;
        this.settings = settings;
        this.subjects = subjects;
        this.accounts = accounts;
        this.passwords = passwords;
        this.pending = pending;
        this.factors = factors;
        this.signIn = signIn;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the sign-in page calls it; empty where there is none. */
    public Optional<String> title() {
        return provider.offered() ? Optional.of(settings.title()) : Optional.empty();
    }

    /** @param to where the browser goes @param flight for its cookie */
    public record Begun(URI to, String flight) {}

    /** @param back a path of the workbench, where the person wanted to be */
    public Begun begin(String back) throws OidcRefused {
        if (!provider.offered()) {
            throw new OidcRefused(OidcRefused.Why.AWAY, "no identity provider is set");
        }
        State state = new State();
        Nonce nonce = new Nonce();
        CodeVerifier verifier = new CodeVerifier();
        return new Begun(provider.where(state, nonce, verifier),
                String.join(".", state.getValue(), nonce.getValue(), verifier.getValue(), TO_TEXT.encodeToString(back.getBytes(StandardCharsets.UTF_8))));
    }

    /** @param back where the person wanted to be when it began */
    public record Done(SignIn.SignedIn signedIn, String back) {}

    /** @param flight of the cookie @param code and @param state as the provider sent the browser back with */
    public Done end(@Nullable String flight, @Nullable String code, @Nullable String state, String address, String agent) throws OidcRefused {
        List<String> parts = flight == null ? List.of() : List.of(flight.split("\\."));
        if (parts.size() != PARTS || state == null || !MessageDigest.isEqual(bytes(parts.get(0)), bytes(state))) {
            throw new OidcRefused(OidcRefused.Why.STALE, "a sign-in came back that was not begun in this browser, or too long ago");
        }
        if (code == null) {
            throw new OidcRefused(OidcRefused.Why.DENIED, "the provider sent no code");
        }
        IDTokenClaimsSet who = provider.who(code, new Nonce(parts.get(1)), new CodeVerifier(parts.get(2)));
        String subject = who.getSubject().getValue();
        Optional<Long> bound = subjects.person(provider.issuer(), subject);
        AccountStore.Account account = account(who, bound);
        long person = account.person();
        if ((factors.has(person) || pending.obligatory(person, LocalDate.now(clock))) && !strong(who)) {
            throw new OidcRefused(OidcRefused.Why.WEAK, "person " + person + " needs a second factor, and amr tells of none");
        }
        if (bound.isEmpty() && !transactions.write(() -> bind(account, subject))) {
            throw new OidcRefused(OidcRefused.Why.OTHER, "the account of person " + person + " is bound to another subject");
        }
        return new Done(signIn.vouched(person, address, agent), new String(Base64.getUrlDecoder().decode(parts.get(3)), StandardCharsets.UTF_8));
    }

    private AccountStore.Account account(IDTokenClaimsSet who, Optional<Long> bound) throws OidcRefused {
        Optional<AccountStore.Account> account = bound.isPresent() ? accounts.of(bound.get()) : accounts.find(Accounts.normal(login(who)));
        return account.filter(a -> !a.disabled())
                .orElseThrow(() -> new OidcRefused(OidcRefused.Why.UNKNOWN, "no open account has the login in " + settings.loginClaim()));
    }

    /** Whoever the provider vouches for needs no one-time password any more: a password nobody knows takes its place. */
    private boolean bind(AccountStore.Account account, String subject) {
        boolean ours = subjects.bind(account.person(), provider.issuer(), subject);
        if (ours && account.oneTimeUntil() != null) {
            passwords.drop(account.person());
        }
        return ours;
    }

    private String login(IDTokenClaimsSet who) throws OidcRefused {
        String login = who.getStringClaim(settings.loginClaim());
        if (login == null || login.isBlank()) {
            throw new OidcRefused(OidcRefused.Why.UNKNOWN, "the ID token has no " + settings.loginClaim() + " (mingfa.access.oidc.login-claim)");
        }
        return login;
    }

    private boolean strong(IDTokenClaimsSet who) {
        return who.getAMR() != null && who.getAMR().stream().map(AMR::getValue).anyMatch(settings.strong()::contains);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
