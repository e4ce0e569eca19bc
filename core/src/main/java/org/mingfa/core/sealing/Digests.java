package org.mingfa.core.sealing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** SHA-256 and SM3 (GB/T 32905) of bytes: 32 bytes, or 64 characters of lower-case hex. */
public final class Digests {
    private static final HexFormat HEX = HexFormat.of();

    private Digests() {}

    /** Hex. */
    public static String sha256(byte[] data) {
        return HEX.formatHex(sha256Bytes(data));
    }

    /** Hex. */
    public static String sm3(byte[] data) {
        return HEX.formatHex(sm3Bytes(data));
    }

    public static byte[] sha256Bytes(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static byte[] sm3Bytes(byte[] data) {
        var digest = new SM3Digest();
        digest.update(data, 0, data.length);
        byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return out;
    }
}
