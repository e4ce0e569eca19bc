package org.mingfa.server.record.sealing;

import java.util.Arrays;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** 32 secret bytes that wrap the keys of parties. What is kept in the database is worthless without it. */
public final class MasterKey {

    private final byte[] wrapping;
    private final byte[] check;
    private final byte[] values;
    private final byte[] marks;

    /** @throws IllegalArgumentException unless there are 32 bytes */
    public MasterKey(byte[] secret) {
        if (secret.length != 32) {
            throw new IllegalArgumentException("the master key has " + secret.length + " bytes, not 32");
        }
        wrapping = Arrays.copyOf(derived(secret, "mingfa: wrap the keys of parties, 1"), Sm4Gcm.KEY_BYTES);
        check = derived(secret, "mingfa: tell this master key from others, 1");
        values = Arrays.copyOf(derived(secret, "mingfa: seal values of the registers, 1"), Sm4Gcm.KEY_BYTES);
        marks = derived(secret, "mingfa: find values of the registers, 1");
    }

    /** Tells this key from others and nothing more. */
    public byte[] check() {
        return check.clone();
    }

    /** A party's key as it is kept; the label is {@link PartyKeys#label}. */
    public byte[] wrap(byte[] key, byte[] label) {
        return Sm4Gcm.seal(wrapping, key, label);
    }

    byte[] unwrap(byte[] wrapped, byte[] label) {
        return Sm4Gcm.open(wrapping, wrapped, label);
    }

    /** A value that belongs to no case. */
    public byte[] sealValue(byte[] plain, byte[] label) {
        return Sm4Gcm.seal(values, plain, label);
    }

    /** @throws IllegalArgumentException when key, label or bytes are not those of the sealing */
    public byte[] openValue(byte[] sealed, byte[] label) {
        return Sm4Gcm.open(values, sealed, label);
    }

    /** Equal for equal values and for no others. */
    public byte[] markValue(byte[] plain) {
        return mac(marks, plain);
    }

    private static byte[] derived(byte[] secret, String purpose) {
        return mac(secret, purpose.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static byte[] mac(byte[] secret, byte[] text) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(secret));
        mac.update(text, 0, text.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }
}
