package org.mingfa.server.record.sealing;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mingfa.server.record.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code party_key}: the keys of a case's parties, by the party's id. */
public final class PartyKeys {

    private final JdbcClient jdbc;
    private final MasterKey master;

    public PartyKeys(JdbcClient jdbc, MasterKey master) {
        this.jdbc = jdbc;
        this.master = master;
    }

    /** The key of a party, drawn now if there is none. @throws IllegalStateException when it was destroyed */
    byte[] forSealing(CaseKey key, long agency, String party) {
        byte[] drawn = Sm4Gcm.newKey();
        int made = jdbc.sql("""
                insert into party_key (region_id, case_id, party, agency_id, wrapped) values (?, ?, ?, ?, ?)
                on conflict (region_id, case_id, party) do nothing
                """).params(key.region(), key.id(), party, agency, master.wrap(drawn, label(key, party))).update();
        if (made == 1) {
            return drawn;
        }
        byte[] kept = all(key).get(party);
        if (kept == null) {
            throw new IllegalStateException("the key of " + party + " in case " + key + " was destroyed");
        }
        return kept;
    }

    /** As {@link #forSealing}; empty when it was destroyed. */
    public Optional<byte[]> forText(CaseKey key, long agency, String party) {
        byte[] kept = all(key).get(party);
        if (kept != null) {
            return Optional.of(kept);
        }
        boolean destroyed = jdbc.sql("select exists (select 1 from party_key where region_id = ? and case_id = ? and party = ? and wrapped is null)")
                .params(key.region(), key.id(), party).query(Boolean.class).single();
        return destroyed ? Optional.empty() : Optional.of(forSealing(key, agency, party));
    }

    /** The keys of a case that still exist. */
    public Map<String, byte[]> all(CaseKey key) {
        Map<String, byte[]> keys = new HashMap<>();
        jdbc.sql("select party, wrapped from party_key where region_id = ? and case_id = ? and wrapped is not null")
                .params(key.region(), key.id())
                .query(row -> {
                    String party = row.getString(1);
                    keys.put(party, master.unwrap(row.getBytes(2), label(key, party)));
                });
        return keys;
    }

    /** @return whether there was one */
    public boolean destroy(CaseKey key, String party, Instant now) {
        return jdbc.sql("""
                update party_key set wrapped = null, destroyed_at = ?
                where region_id = ? and case_id = ? and party = ? and wrapped is not null
                """).params(Timestamp.from(now), key.region(), key.id(), party).update() == 1;
    }

    /** What a party's key and values are bound to. */
    public static byte[] label(CaseKey key, String party) {
        return (key + "/" + party).getBytes(StandardCharsets.UTF_8);
    }
}
