package org.mingfa.server.access.factor;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of RFC 6238 as the usual authenticators make them: HMAC-SHA1, six digits, 30 seconds. */
final class Totp {

    static final int SECRET_BYTES = 20;
    private static final int SECONDS = 30;
    private static final int MODULUS = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static long step(Instant now) {
        return now.getEpochSecond() / SECONDS;
    }

    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            return "%06d".formatted((ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff) % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
        }
    }

    /** The step of a code that counts now, one before or one after (clocks differ), and later than {@code after}: each code counts once. */
    static OptionalLong accepted(byte[] secret, String code, Instant now, long after) {
        long step = step(now);
        return LongStream.rangeClosed(step - 1, step + 1).filter(s -> s > after && code(secret, s).equals(code)).findFirst();
    }

    /** A secret as authenticators take it (RFC 4648, without padding). */
    static String base32(byte[] secret) {
        StringBuilder out = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte b : secret) {
            bits = bits << 8 | b & 0xff;
            held += 8;
            while (held >= 5) {
                held -= 5;
                out.append(BASE32.charAt(bits >>> held & 31));
            }
            bits &= (1 << held) - 1;
        }
        return held == 0 ? out.toString() : out.append(BASE32.charAt(bits << 5 - held & 31)).toString();
    }
}
