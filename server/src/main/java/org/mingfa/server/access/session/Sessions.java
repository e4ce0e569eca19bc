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
import java.util.List;
import java.util.Optional;
import org.mingfa.server.access.AccessSettings;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.audit.Audit;
import org.mingfa.server.access.store.CallerStore;
import org.mingfa.server.access.store.SessionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sessions kept in the database, so that they outlive a restart and hold on every node. A caller is read again after 20
 * seconds at the latest: a role that ends or an account that is closed takes effect by then.
 */
@Component
public class Sessions {

    private static final Duration FRESH = Duration.ofSeconds(20);
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final int LONGEST_AGENT = 300;
    private static final int MOST_SHOWN = 50;
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final SessionStore sessions;
    private final CallerStore callers;
    private final AccessSettings settings;
    private final Clock clock;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Boolean> told = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(15)).maximumSize(10_000).build();
    private final Cache<String, Known> cache = Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(20_000).build();

    Sessions(SessionStore sessions, CallerStore callers, AccessSettings settings, Clock clock, Audit audit) {
        this.audit = audit;
        this.sessions = sessions;
        this.callers = callers;
        this.settings = settings;
        this.clock = clock;
    }

    private record Known(Caller caller, String address) {}

    /**
     * Begins one and gives its token, 256 random bits, which the cookie carries. Who has roles in one body works for that one.
     *
     * @param address where the request came from: the token counts from there only
     * @param agent what the browser calls itself
     */
    public String begin(Caller caller, String address, String agent) {
        String token = draw();
        sessions.begin(hash(token), caller.id(), clock.instant(), address, agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent,
                caller.roles().isEmpty() ? null : caller.agency().id());
        return token;
    }

    /** Goes on with a session for another body, under a token of its own: what any node remembers of the old one opens nothing of it. */
    public Optional<String> move(String token, long agency) {
        String next = draw();
        if (sessions.move(hash(token), hash(next), agency) == 0) {
            return Optional.empty();
        }
        cache.invalidate(token);
        return Optional.of(next);
    }

    private String draw() {
        byte[] drawn = new byte[32];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }

    public void end(String token) {
        sessions.end(hash(token));
        cache.invalidate(token);
    }

    /** Ends all sessions of a person: on this node at once (when the transaction is committed), within 20 seconds on others. */
    public void endAll(long person) {
        sessions.endOf(person);
        reread(person);
    }

    /** Ends the others of the person whose token this is, and reads anew what they may do. */
    public void endOthers(long person, String token) {
        sessions.endOthers(person, hash(token));
        reread(person);
    }

    /** Reads anew what a person may do, at once on this node; within a transaction, once it has been committed. */
    public void reread(long person) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forget(person);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forget(person);
            }
        });
    }

    private void forget(long person) {
        cache.asMap().values().removeIf(known -> known.caller.id() == person);
    }

    /** Ends one of a person's sessions; false where they have none of that number. */
    public boolean endOne(long person, long id) {
        boolean ended = sessions.endOne(person, id) > 0;
        reread(person);
        return ended;
    }

    /** A person's sessions that still run, last used first, at most 50. */
    public List<SessionStore.Session> of(long person) {
        Instant now = clock.instant();
        return sessions.of(person, now.minus(settings.idle()), now.minus(settings.longest()), MOST_SHOWN);
    }

    /** The number of a token's session. */
    public Optional<Long> number(String token) {
        return sessions.find(hash(token)).map(SessionStore.Session::id);
    }

    /** Whose session a token is, if it still runs and is used from where it was begun. */
    public Optional<Caller> caller(String token, String address) {
        Known known = cache.getIfPresent(token);
        if (known == null) {
            known = read(token).orElse(null);
            if (known == null) {
                return Optional.empty();
            }
            cache.put(token, known);
        }
        if (Near.are(known.address, address, settings.bind())) {
            return Optional.of(known.caller);
        }
        elsewhere(known.caller.id(), address);
        return Optional.empty();
    }

    /** One entry for a place and a quarter of an hour: a thief who asks often fills no table. */
    private void elsewhere(long person, String address) {
        if (told.asMap().putIfAbsent(person + " " + address, true) == null) {
            LOG.warn("a session of person {} was used from another address and refused", person);
            audit.own(person, "session-elsewhere", false);
        }
    }

    private Optional<Known> read(String token) {
        Instant now = clock.instant();
        byte[] hash = hash(token);
        Optional<SessionStore.Session> session = sessions.find(hash)
                .filter(s -> s.lastSeenAt().isAfter(now.minus(settings.idle())) && s.createdAt().isAfter(now.minus(settings.longest())));
        session.filter(s -> s.lastSeenAt().isBefore(now.minus(SEEN_EVERY))).ifPresent(s -> sessions.seen(hash, now));
        return session.flatMap(s -> callers.find(s.person(), LocalDate.now(clock), s.agency()).map(caller -> new Known(caller, s.address())));
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
