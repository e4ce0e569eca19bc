package org.mingfa.server.access.session;

import java.util.concurrent.Semaphore;
import org.mingfa.server.access.AccessSettings;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Strong hashing (bcrypt), two at a time, so that a wave of sign-ins leaves the machine to the rest. */
@Component
public class Passwords {

    private final BCryptPasswordEncoder encoder;
    private final String nobodys;
    private final Semaphore turns = new Semaphore(2);

    Passwords(AccessSettings settings) {
        encoder = new BCryptPasswordEncoder(settings.passwordCost());
        nobodys = String.valueOf(encoder.encode("nobody's password"));
    }

    public String hash(String password) {
        return String.valueOf(encoder.encode(password));
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
