package org.mingfa.server.cases.store;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.cases.store.Rows.PartyRow;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.SealedValues;
import org.springframework.stereotype.Component;

/**
 * What tells one party from another without showing it: keyed digests, 32 hexadecimal digits. The same credit code is the same
 * party; without one, the same ID number is. A name alone is nobody: such a party is one of its case only.
 */
@Component
public class PartyMarks {

    /** @param knownBy {@code code}, {@code id}, or {@code case} where nothing tells who it is beyond the case */
    public record Marked(
            String identity, String knownBy, String spelling, String nameKey, @Nullable String code, @Nullable String idMark, @Nullable String addressMark) {}

    private static final int BYTES = 16;
    private static final int LONGEST_KEY = 100;
    private static final int CREDIT_CODE = 18;
    private static final int SHORTEST_ID = 8;

    private final SealedValues values;

    public PartyMarks(SealedValues values) {
        this.values = values;
    }

    public Marked of(CaseKey id, PartyRow party) {
        return of("case " + id + " " + party.object(), party.name(), party.code(), party.idNumber(), party.address());
    }

    /** @param place what the party is known by if nothing else */
    public Marked of(String place, String name, @Nullable String code, @Nullable String idNumber, @Nullable String address) {
        String credit = key(code);
        String number = key(idNumber);
        String idMark = number.length() < SHORTEST_ID ? null : mark("id", number);
        boolean coded = credit.length() == CREDIT_CODE;
        String identity = coded ? mark("code", credit) : idMark != null ? idMark : mark("case", place);
        String nameKey = nameKey(name);
        String where = key(address);
        return new Marked(identity, coded ? "code" : idMark != null ? "id" : "case", mark("spelling", identity + " " + nameKey), nameKey,
                coded ? credit.toUpperCase(Locale.ROOT) : null, idMark, where.isEmpty() ? null : mark("address", where));
    }

    public static String nameKey(String name) {
        String key = key(name);
        return key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
    }

    /** Letters and digits alone, in one width and case. */
    private static String key(@Nullable String text) {
        return text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    private String mark(String kind, String value) {
        return HexFormat.of().formatHex(Arrays.copyOf(values.mark("party " + kind, value), BYTES));
    }
}
