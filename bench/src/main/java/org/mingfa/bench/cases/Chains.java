package org.mingfa.bench.cases;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.mingfa.bench.BenchFailed;
import org.mingfa.bench.process.Database;
import org.mingfa.bench.process.ServerProcess;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.store.EntryStore;
import org.mingfa.server.record.store.Links;

/** Checks chains from outside the server, by the record's own rule, reading as the superuser. */
public final class Chains {

    private Chains() {}

    /** Checks cases drawn by chance and says how many; a fault ends the run. */
    static void check(ServerProcess server, int cases) throws SQLException {
        long checked = check(server.database(), "where case_id in (select case_id from enforcement_case order by md5(case_id::text) limit " + cases + ")");
        System.out.printf("chains of %,d cases checked, %,d entries: whole%n", cases, checked);
    }

    /**
     * @param where which entries, as SQL; all of a case or none
     * @return how many entries were checked
     * @throws BenchFailed at the first that does not fit
     */
    public static long check(Database database, String where) throws SQLException {
        Map<CaseKey, EntryStore.Row> last = new HashMap<>();
        long checked = 0;
        try (Connection connection = database.superuser(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(1000);
            ResultSet rows = statement.executeQuery("select region_id, case_id, seq, agency_id, recorded_at, schema, bytes, sha256, sm3 from entry "
                    + where + " order by region_id, case_id, seq");
            while (rows.next()) {
                EntryStore.Row row = new EntryStore.Row(new CaseKey(rows.getInt(1), rows.getLong(2)), rows.getLong(3), rows.getLong(4),
                        rows.getTimestamp(5).toInstant(), rows.getInt(6), rows.getBytes(7), rows.getBytes(8), rows.getBytes(9));
                follow(last.get(row.key()), row);
                last.put(row.key(), row);
                checked++;
            }
        }
        return checked;
    }

    private static void follow(EntryStore.@org.jspecify.annotations.Nullable Row before, EntryStore.Row row) {
        EntryStore.Link link = before == null ? EntryStore.Link.FIRST : new EntryStore.Link(before.recordedAt(), before.sha256(), before.sm3());
        String fault = Links.fault(link, row.key(), before == null ? 1 : before.seq() + 1, row);
        if (!fault.isEmpty()) {
            throw new BenchFailed("case " + row.key() + ", entry " + row.seq() + ": " + fault);
        }
    }
}
