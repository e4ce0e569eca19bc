package org.mingfa.server.record.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.mingfa.server.record.CaseKey;

/**
 * A text sealed by the keys of several parties at once: a version byte (1), the length of the parties' ids (2 bytes), the
 * ids with line feeds between, then as {@link Sm4Gcm}. The key is derived from all of theirs, so each is needed.
 */
public final class TextSeal {

    private static final byte VERSION = 1;
    private static final String PURPOSE = "mingfa: seal a text about parties, 1";

    private TextSeal() {}

    public static byte[] seal(SortedMap<String, byte[]> keys, CaseKey key, String text) {
        String parties = String.join("\n", keys.keySet());
        byte[] names = parties.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Sm4Gcm.seal(derived(keys.values()), text.getBytes(StandardCharsets.UTF_8), PartyKeys.label(key, parties));
        return ByteBuffer.allocate(3 + names.length + sealed.length).put(VERSION).putShort((short) names.length).put(names).put(sealed).array();
    }

    /** @param known the keys of the case that still exist; empty where one that is needed does not */
    public static Optional<String> open(Map<String, byte[]> known, CaseKey key, byte[] sealed) {
        if (sealed.length < 3 || sealed[0] != VERSION) {
            throw new IllegalArgumentException("not a text sealed by version " + VERSION);
        }
        int length = Short.toUnsignedInt(ByteBuffer.wrap(sealed, 1, 2).getShort());
        String parties = new String(sealed, 3, length, StandardCharsets.UTF_8);
        List<String> needed = List.of(parties.split("\n"));
        if (!known.keySet().containsAll(needed)) {
            return Optional.empty();
        }
        byte[] plain = Sm4Gcm.open(
                derived(needed.stream().map(known::get).toList()), Arrays.copyOfRange(sealed, 3 + length, sealed.length), PartyKeys.label(key, parties));
        return Optional.of(new String(plain, StandardCharsets.UTF_8));
    }

    private static byte[] derived(Collection<byte[]> keys) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(PURPOSE.getBytes(StandardCharsets.US_ASCII)));
        keys.forEach(key -> mac.update(key, 0, key.length));
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return Arrays.copyOf(out, Sm4Gcm.KEY_BYTES);
    }
}
