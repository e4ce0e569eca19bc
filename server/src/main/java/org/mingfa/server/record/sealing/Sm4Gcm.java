package org.mingfa.server.record.sealing;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4 (GB/T 32907) in Galois/counter mode: a nonce of 12 random bytes, the ciphertext, a tag of 16 bytes. */
final class Sm4Gcm {

    static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sm4Gcm() {}

    static byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    /** Nonce and ciphertext as one array; the label is bound to it and must be the same when opened. */
    static byte[] seal(byte[] key, byte[] plain, byte[] label) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(true, key, nonce, plain, label);
        byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
        return both;
    }

    /** @throws IllegalArgumentException when key, label or ciphertext are not those of the sealing */
    static byte[] open(byte[] key, byte[] sealed, byte[] label) {
        if (sealed.length < NONCE_BYTES) {
            throw new IllegalArgumentException("too short to be sealed");
        }
        return run(false, key, Arrays.copyOf(sealed, NONCE_BYTES), Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length), label);
    }

    private static byte[] run(boolean sealing, byte[] key, byte[] nonce, byte[] in, byte[] label) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(sealing, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, label));
        byte[] out = new byte[cipher.getOutputSize(in.length)];
        try {
            int written = cipher.processBytes(in, 0, in.length, out, 0);
            cipher.doFinal(out, written);
            return out;
        } catch (InvalidCipherTextException e) {
            throw new IllegalArgumentException("sealed with another key, or changed since", e);
        }
    }
}
