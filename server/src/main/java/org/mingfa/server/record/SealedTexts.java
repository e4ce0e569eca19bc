package org.mingfa.server.record;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mingfa.server.record.sealing.MasterKey;
import org.mingfa.server.record.sealing.PartyKeys;
import org.mingfa.server.record.sealing.Sealing;
import org.mingfa.server.record.sealing.TextSeal;
import org.mingfa.server.record.store.EntryStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals texts that are made from the record and repeat its personal data, such as documents: a text can be read only while
 * the keys of all parties it is about exist. Runs in the caller's transaction and scope.
 */
@Component
public class SealedTexts {

    /** Whose key seals a text about no party: it is never destroyed with one. */
    private static final String NOBODY = "case";

    private final PartyKeys keys;
    private final EntryStore entries;

    SealedTexts(JdbcClient jdbc, MasterKey master) {
        keys = new PartyKeys(jdbc, master);
        entries = new EntryStore(jdbc);
    }

    /** Whose personal data an entry holds, destroyed or not: parties by id, {@code others}. */
    public Set<String> partiesIn(CaseKey key, long seq) {
        return entries.after(key, seq - 1, 1).stream().findFirst().map(row -> Sealing.parties(row.bytes())).orElse(Set.of());
    }

    /** The parties of a case that have a key, without those who are none. */
    public Set<String> partiesOf(CaseKey key) {
        Set<String> all = new TreeSet<>(keys.all(key).keySet());
        all.removeIf(name -> !name.startsWith("party-"));
        return all;
    }

    /** @param parties that the text is about; of those whose key is destroyed already it can say nothing any more */
    public byte[] seal(CaseKey key, long agency, Collection<String> parties, String text) {
        SortedMap<String, byte[]> with = new TreeMap<>();
        parties.forEach(party -> keys.forText(key, agency, party).ifPresent(found -> with.put(party, found)));
        if (with.isEmpty()) {
            with.put(NOBODY, keys.forText(key, agency, NOBODY).orElseThrow());
        }
        return TextSeal.seal(with, key, text);
    }

    /** The text; empty where a key it needs was destroyed. */
    public Optional<String> open(CaseKey key, byte[] sealed) {
        return TextSeal.open(keys.all(key), key, sealed);
    }
}
