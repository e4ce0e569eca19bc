package org.mingfa.server.access.factor;

import java.time.Instant;

/** What a phone does with a secret. */
public final class Authenticator {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Authenticator() {}

    /** The code of the step that lies {@code steps} from now. */
    public static String code(String secret, int steps) {
        return Totp.code(bytes(secret), Totp.step(Instant.now()) + steps);
    }

    private static byte[] bytes(String secret) {
        byte[] out = new byte[secret.length() * 5 / 8];
        for (int bit = 0; bit < out.length * 8; bit++) {
            int value = BASE32.indexOf(secret.charAt(bit / 5)) >> (4 - bit % 5) & 1;
            out[bit / 8] |= (byte) (value << (7 - bit % 8));
        }
        return out;
    }
}
