package org.mingfa.server.access.session;

import java.util.concurrent.Semaphore;
import org.mingfa.server.access.AccessSettings;
import org.mingfa.server.operation.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Strong hashing (bcrypt), on half of the machine's processors and two at least. Of a storm of sign-ins so many wait here;
 * the others are asked to come again, so that the threads that serve people at work are never all taken.
 */
@Component
public class Passwords {

    /** Of the server's threads (server.tomcat.threads.max, 64 by default). */
    private static final int WAITING = 24;
    private static final int AGAIN_SECONDS = 3;

    private final BCryptPasswordEncoder encoder;
    private final String nobodys;
    private final Semaphore turns = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors() / 2));
    private final Semaphore places = new Semaphore(WAITING);

    Passwords(AccessSettings settings) {
        encoder = new BCryptPasswordEncoder(settings.passwordCost());
        nobodys = String.valueOf(encoder.encode("nobody's password"));
    }

    public String hash(String password) {
        return String.valueOf(encoder.encode(password));
    }

    /** Gives a place among those who wait, until it is closed. @throws Problem 503 with {@code retryAfter} (seconds) where all are taken */
    Place place() {
        if (!places.tryAcquire()) {
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "同时登录的人很多，正在排队，请稍候。").with("retryAfter", AGAIN_SECONDS);
        }
        return places::release;
    }

    /** A place among those who wait for their turn. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    public boolean matches(String password, String hash) {
        turns.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash);
        } finally {
            turns.release();
        }
    }

    /** Takes as long as checking one, so that the time of an answer does not tell which accounts exist. */
    public void matchNobody(String password) {
        matches(password, nobodys);
    }
}
