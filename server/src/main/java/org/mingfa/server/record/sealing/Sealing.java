package org.mingfa.server.record.sealing;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.sealing.Canonical;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.NewEntry.Personal;

/**
 * Replaces personal values of a form by {@code {"$sealed": {"p": party, "n": nonce, "c": ciphertext and tag}}} and back; n
 * and c are base64url without padding, the plaintext is the value's canonical JSON, bound to case and party.
 */
public final class Sealing {

    private static final String SEALED = "$sealed";
    private static final String DESTROYED = "$destroyed";
    private static final int NONCE = 12;

    private Sealing() {}

    /** The form with the named values sealed; keys are drawn for parties that have none. */
    public static Map<String, Object> seal(PartyKeys keys, CaseKey key, long agency, Map<String, Object> form, List<Personal> personal) {
        return seal(party -> keys.forSealing(key, agency, party), key, form, personal);
    }

    /** As above, with the keys of the parties given. */
    public static Map<String, Object> seal(Function<String, byte[]> keys, CaseKey key, Map<String, Object> form, List<Personal> personal) {
        Map<String, byte[]> known = new HashMap<>();
        Map<String, Object> sealed = form;
        for (Personal value : personal) {
            Pointer pointer = Pointer.parse(value.pointer());
            byte[] with = known.computeIfAbsent(value.party(), keys);
            sealed = pointer.replace(sealed, plain -> box(with, key, value.party(), plain));
        }
        return sealed;
    }

    /** Whether the bytes of an entry may hold sealed values: spares reading the keys where none do. */
    public static boolean mayHold(byte[] canonical) {
        return new String(canonical, java.nio.charset.StandardCharsets.UTF_8).contains("\"" + SEALED + "\"");
    }

    /** Whose values an entry's bytes hold sealed. */
    public static Set<String> parties(byte[] canonical) {
        Set<String> found = new TreeSet<>();
        collect(Canonical.parse(canonical), found);
        return found;
    }

    private static void collect(@Nullable Object value, Set<String> found) {
        if (value instanceof Map<?, ?> map) {
            if (map.get(SEALED) instanceof Map<?, ?> box) {
                found.add(String.valueOf(box.get("p")));
            } else {
                map.values().forEach(member -> collect(member, found));
            }
        } else if (value instanceof List<?> list) {
            list.forEach(member -> collect(member, found));
        }
    }

    /** The form with all sealed values opened whose keys exist; the others say whose they were. */
    public static Map<String, Object> open(Supplier<Map<String, byte[]>> keys, CaseKey key, Map<String, Object> form) {
        Map<String, Object> opened = new LinkedHashMap<>();
        form.forEach((name, value) -> opened.put(name, opened(keys, key, value)));
        return opened;
    }

    private static Map<String, Object> box(byte[] with, CaseKey key, String party, @Nullable Object plain) {
        byte[] sealed = Sm4Gcm.seal(with, Canonical.of(plain), PartyKeys.label(key, party));
        byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE);
        byte[] text = java.util.Arrays.copyOfRange(sealed, NONCE, sealed.length);
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return Map.of(SEALED, Map.of("p", party, "n", base64.encodeToString(nonce), "c", base64.encodeToString(text)));
    }

    private static @Nullable Object opened(Supplier<Map<String, byte[]>> keys, CaseKey key, @Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map when map.size() == 1 && map.get(SEALED) instanceof Map<?, ?> box -> unboxed(keys.get(), key, box);
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((name, member) -> copy.put(name.toString(), opened(keys, key, member)));
                yield copy;
            }
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>(list.size());
                list.forEach(member -> copy.add(opened(keys, key, member)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    private static @Nullable Object unboxed(Map<String, byte[]> keys, CaseKey key, Map<?, ?> box) {
        String party = String.valueOf(box.get("p"));
        byte[] with = keys.get(party);
        if (with == null) {
            return Map.of(DESTROYED, party);
        }
        Base64.Decoder base64 = Base64.getUrlDecoder();
        byte[] nonce = base64.decode(String.valueOf(box.get("n")));
        byte[] text = base64.decode(String.valueOf(box.get("c")));
        byte[] sealed = java.util.Arrays.copyOf(nonce, nonce.length + text.length);
        System.arraycopy(text, 0, sealed, nonce.length, text.length);
        return Canonical.parse(Sm4Gcm.open(with, sealed, PartyKeys.label(key, party)));
    }
}
