package org.mingfa.server.evidence.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** SHA-256 and SM3 of a stream, taken while it passes. */
final class Digesting {
    private final MessageDigest sha256;
    private final SM3Digest sm3 = new SM3Digest();
    private long size;
    private String sha256Text = "";
    private String sm3Text = "";

    Digesting() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void update(byte[] bytes, int length) {
        sha256.update(bytes, 0, length);
        sm3.update(bytes, 0, length);
        size += length;
    }

    Digesting finished() {
        sha256Text = HexFormat.of().formatHex(sha256.digest());
        byte[] out = new byte[sm3.getDigestSize()];
        sm3.doFinal(out, 0);
        sm3Text = HexFormat.of().formatHex(out);
        return this;
    }

    long size() {
        return size;
    }

    String sha256() {
        return sha256Text;
    }

    String sm3() {
        return sm3Text;
    }
}
