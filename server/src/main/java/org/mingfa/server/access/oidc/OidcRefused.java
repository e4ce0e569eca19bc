package org.mingfa.server.access.oidc;

import java.util.Locale;

/** Why nobody was signed in. The message is for the log and names no person. */
public final class OidcRefused extends Exception {

    private static final long serialVersionUID = 1L;

    /** What the sign-in page tells, by its code. */
    public enum Why {
        /** Another window, too late, or not begun here. */
        STALE,
        /** The provider said no. */
        DENIED,
        /** The provider does not answer, or its answer does not hold. */
        AWAY,
        /** No account here has this login, or it is closed. */
        UNKNOWN,
        /** The account belongs to somebody else at the provider. */
        OTHER,
        /** A second factor is needed and the provider told of none. */
        WEAK;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Why why;

    OidcRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    OidcRefused(Why why, String message, Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
