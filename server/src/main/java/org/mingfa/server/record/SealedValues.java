package org.mingfa.server.record;

import java.nio.charset.StandardCharsets;
import org.mingfa.server.record.sealing.MasterKey;
import org.springframework.stereotype.Component;

/**
 * Seals single personal values that belong to no case, such as the ID number of an officer, by the master key (SM4-GCM).
 * Equal values give different bytes; where equality must be found there is a keyed hash (HMAC-SM3) beside them.
 */
@Component
public class SealedValues {

    private final MasterKey master;

    public SealedValues(MasterKey master) {
        this.master = master;
    }

    /** @param label what the value is and whose: the same must be given to open it */
    public byte[] seal(String label, String value) {
        return master.sealValue(value.getBytes(StandardCharsets.UTF_8), bytes(label));
    }

    /** @throws IllegalArgumentException when it was sealed with another key or label, or changed since */
    public String open(String label, byte[] sealed) {
        return new String(master.openValue(sealed, bytes(label)), StandardCharsets.UTF_8);
    }

    /** 32 bytes that are equal for equal values of a kind, and tell nobody without the key what the value is. */
    public byte[] mark(String kind, String value) {
        return master.markValue(bytes(kind + "\n" + value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
