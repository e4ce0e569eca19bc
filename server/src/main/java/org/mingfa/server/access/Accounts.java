package org.mingfa.server.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.session.Passwords;
import org.mingfa.server.access.session.Sessions;
import org.mingfa.server.access.store.AccountStore;
import org.mingfa.server.access.store.SubjectStore;
import org.springframework.stereotype.Component;

/** Who may sign in, and in which roles: what the security administrator, and the loading of an invented city, set. */
@Component
public class Accounts {

    private static final int SHORTEST = 10;
    private static final int LONGEST_BYTES = 72;
    private static final int ONE_TIME_LETTERS = 16;
    private static final int LONGEST_DRAWN = 40;
    static final String TOO_SHORT_OR_LONG = "密码须不少于 10 个字符，且不超过 72 字节";

    private final AccountStore store;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SubjectStore subjects;
    private final AccessSettings settings;
    private final Clock clock;

    Accounts(AccountStore store, Passwords passwords, Sessions sessions, SubjectStore subjects, AccessSettings settings, Clock clock) {
        this.subjects = subjects;
        this.settings = settings;
        this.clock = clock;
        this.store = store;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /**
     * Gives a person an account, or a new password to the one they have, which also unlocks it and ends its sessions.
     *
     * @param login letters of any case; kept in lower case
     * @param password at least 10 characters, at most 72 bytes (bcrypt's limit)
     * @throws IllegalArgumentException for another length
     */
    public void set(String login, long person, String password) {
        if (!fits(password)) {
            throw new IllegalArgumentException(TOO_SHORT_OR_LONG);
        }
        store.put(normal(login), person, passwords.hash(password), null);
        sessions.endAll(person);
    }

    static boolean fits(String password) {
        return password.length() >= SHORTEST && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
    }

    /** A password drawn for a person, told once, and until when it signs in to set another. */
    public record OneTime(String login, String password, Instant until) {}

    /** Takes the one-time password from an account that needs none, since an identity provider vouches for its owner. */
    public void drop(long person) {
        store.own(person, passwords.hash(Drawn.letters(LONGEST_DRAWN)));
    }

    /** As {@link #set}, with a password drawn here: with it one can sign in and set another, nothing else. Unbinds it from an identity provider. */
    public OneTime setOneTime(String login, long person) {
        String drawn = Drawn.letters(ONE_TIME_LETTERS);
        Instant until = clock.instant().plus(settings.oneTimeFor());
        store.put(normal(login), person, passwords.hash(drawn), until);
        subjects.unbind(person);
        sessions.endAll(person);
        return new OneTime(normal(login), drawn, until);
    }

    /** Lets a person hold a role at an agency from a day on, to a last day or until further notice. */
    public void grant(long person, String role, long agency, LocalDate from, @Nullable LocalDate to) {
        store.grant(person, role, agency, from, to);
    }

    /** Closes a person's account and ends their sessions. */
    public void disable(long person) {
        store.disable(person);
        sessions.endAll(person);
    }

    /** Reads anew what a person may do, whose sessions go on. */
    public void reread(long person) {
        sessions.reread(person);
    }

    /** Ends a person's sessions, so that what they may do is read anew. */
    public void signOut(long person) {
        sessions.endAll(person);
    }

    /** A login as kept: without blanks around it, in lower case. */
    public static String normal(String login) {
        return login.strip().toLowerCase(java.util.Locale.ROOT);
    }
}
