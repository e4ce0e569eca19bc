package org.mingfa.server.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts and digests a database the same way when a backup is made and when it is restored. */
final class Counting {

    private static final String TABLES = "select tablename from pg_tables where schemaname = 'public' order by tablename";
    private static final String HEADS = """
            select distinct on (region_id, case_id) region_id || '-' || case_id || ' ' || seq || ' ' || encode(sha256, 'hex') || ' ' || encode(sm3, 'hex')
            from entry order by region_id, case_id, seq desc""";
    /** So that a row reads the same in each session, whatever the role or the machine prefers. */
    private static final String READING = "set timezone = 'UTC'; set intervalstyle = 'postgres'; set bytea_output = 'hex'; set extra_float_digits = 1; set xmloption = 'content'";
    /** The sum of its rows' digests needs no order, so no sort; it tells mistakes, not forgery, which the seal does. */
    private static final String DIGEST = """
            select count(*), coalesce(sum(('x' || left(encode(sha256(convert_to(whole_row_::text, 'UTF8')), 'hex'), 15))::bit(60)::bigint::numeric), 0)::text
            from "%s" whole_row_""";
    /** Names, not conditions: another major version may write those in other words. */
    private static final String RULES = """
            select 'policy ' || tablename || ' ' || policyname || ' ' || cmd || ' ' || permissive || ' ' || array_to_string(array(select x from unnest(roles::text[]) x order by x), ',') from pg_policies where schemaname = 'public'
            union all select 'security ' || relname || case when relforcerowsecurity then ' forced' else '' end from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity
            union all select 'grant ' || c.relname || ' ' || g.privilege_type || ' to ' || case g.grantee when 0 then 'public' else g.grantee::regrole::text end
                from pg_class c cross join lateral aclexplode(c.relacl) g where c.relnamespace = 'public'::regnamespace and g.grantee <> c.relowner and g.privilege_type <> 'MAINTAIN'
            union all select 'grant ' || c.relname || '.' || a.attname || ' ' || g.privilege_type || ' to ' || case g.grantee when 0 then 'public' else g.grantee::regrole::text end
                from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped cross join lateral aclexplode(a.attacl) g
                where c.relnamespace = 'public'::regnamespace and g.grantee <> c.relowner
            union all select 'trigger ' || c.relname || ' ' || t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = 'public'::regnamespace and not t.tgisinternal
            order by 1""";
    private static final String SEQUENCES = "select sequencename, last_value from pg_sequences where schemaname = 'public' and increment_by > 0 and not cycle and last_value is not null order by 1";
    private static final int PAGE = 1000;

    private Counting() {}

    /** Cases, and the digest over their ends. */
    record Heads(long cases, String digest) {}

    /** Rows by table, and a digest of each table's rows. */
    record Tables(Map<String, Long> rows, Map<String, String> digests) {}

    /** Whether there is any table. */
    static boolean empty(JdbcTemplate jdbc) {
        return jdbc.queryForList(TABLES, String.class).isEmpty();
    }

    /** Whoever counts must be held by no row policy, or counts too few. */
    static Tables tables(JdbcTemplate jdbc) {
        Tables all = jdbc.execute((ConnectionCallback<Tables>) Counting::tables);
        return all == null ? new Tables(Map.of(), Map.of()) : all;
    }

    private static Tables tables(Connection connection) throws SQLException {
        Tables all = new Tables(new TreeMap<>(), new TreeMap<>());
        try (Statement statement = connection.createStatement()) {
            statement.execute(READING);
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(TABLES)) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            for (String name : names) {
                try (ResultSet row = statement.executeQuery(DIGEST.formatted(name))) {
                    row.next();
                    all.rows.put(name, row.getLong(1));
                    all.digests.put(name, row.getString(2));
                }
            }
        }
        return all;
    }

    /** Row policies, grants to others than the owner, and triggers, by name. */
    static List<String> rules(JdbcTemplate jdbc) {
        return jdbc.queryForList(RULES, String.class);
    }

    /** Where each sequence stands; those never asked are left out. Asked before the dump, which does not stop them. */
    static Map<String, Long> sequences(JdbcTemplate jdbc) {
        Map<String, Long> all = new TreeMap<>();
        jdbc.query(SEQUENCES, row -> {
            all.put(row.getString(1), row.getLong(2));
        });
        return all;
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
