package org.mingfa.server.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts rows and digests the ends of all records, the same way when a backup is made and when it is restored. */
final class Counting {

    private static final String TABLES = "select tablename from pg_tables where schemaname = 'public' order by tablename";
    private static final String HEADS = """
            select distinct on (region_id, case_id) region_id || '-' || case_id || ' ' || seq || ' ' || encode(sha256, 'hex') || ' ' || encode(sm3, 'hex')
            from entry order by region_id, case_id, seq desc""";
    private static final int PAGE = 1000;

    private Counting() {}

    /** Cases, and the digest over their ends. */
    record Heads(long cases, String digest) {}

    /** Rows by table; whoever counts must be held by no row policy, or counts too few. */
    static Map<String, Long> tables(JdbcTemplate jdbc) {
        Map<String, Long> rows = new TreeMap<>();
        jdbc.queryForList(TABLES, String.class).forEach(name -> rows.put(name, jdbc.queryForObject("select count(*) from \"" + name + "\"", Long.class)));
        return rows;
    }

    /** Read in pages: within a transaction only. */
    static Heads heads(JdbcTemplate jdbc) {
        jdbc.setFetchSize(PAGE);
        MessageDigest digest = sha256();
        long[] cases = new long[1];
        jdbc.query(HEADS, row -> {
            digest.update((row.getString(1) + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            cases[0]++;
        });
        return new Heads(cases[0], HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
