package org.mingfa.server.access.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import org.mingfa.server.access.AccessSettings;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.store.CallerStore;
import org.mingfa.server.access.store.SessionStore;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sessions kept in the database, so that they outlive a restart and hold on every node. A caller is read again after 20
 * seconds at the latest: a role that ends or an account that is closed takes effect by then.
 */
@Component
public class Sessions {

    private static final Duration FRESH = Duration.ofSeconds(20);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final SessionStore sessions;
    private final CallerStore callers;
    private final AccessSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Caller> cache = Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(20_000).build();

    Sessions(SessionStore sessions, CallerStore callers, AccessSettings settings, Clock clock) {
        this.sessions = sessions;
        this.callers = callers;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins one and gives its token, 256 random bits, which the cookie carries. */
    public String begin(long person) {
        byte[] drawn = new byte[32];
        random.nextBytes(drawn);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        sessions.begin(hash(token), person, clock.instant());
        return token;
    }

    public void end(String token) {
        sessions.end(hash(token));
        cache.invalidate(token);
    }

    /** Ends all sessions of a person: at once on this node, within 20 seconds on others. */
    public void endAll(long person) {
        sessions.endOf(person);
        cache.asMap().values().removeIf(caller -> caller.id() == person);
    }

    /** Whose session a token is, if it still runs. */
    public Optional<Caller> caller(String token) {
        Caller known = cache.getIfPresent(token);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Caller> read = read(token);
        read.ifPresent(caller -> cache.put(token, caller));
        return read;
    }

    private Optional<Caller> read(String token) {
        Instant now = clock.instant();
        byte[] hash = hash(token);
        Optional<SessionStore.Session> session = sessions.find(hash)
                .filter(s -> s.lastSeenAt().isAfter(now.minus(settings.idle())) && s.createdAt().isAfter(now.minus(settings.longest())));
        session.filter(s -> s.lastSeenAt().isBefore(now.minus(SEEN_EVERY))).ifPresent(s -> sessions.seen(hash, now));
        return session.flatMap(s -> callers.find(s.person(), LocalDate.now(clock)));
    }

    @Scheduled(fixedDelay = 15, initialDelay = 5, timeUnit = java.util.concurrent.TimeUnit.MINUTES)
    void forgetEnded() {
        Instant now = clock.instant();
        sessions.forget(now.minus(settings.idle()), now.minus(settings.longest()));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
