package org.mingfa.bench.cases;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.mingfa.bench.BenchFailed;
import org.mingfa.bench.acts.Latencies;
import org.mingfa.bench.city.Bureau;
import org.mingfa.bench.process.Database;
import org.mingfa.bench.process.Http;
import org.mingfa.server.cases.store.Cursor;

/** Reads over HTTP by one person, one after the other, each time of another case, page or word drawn by chance. */
final class Reads {

    private static final double GOAL_MS = 50;

    private final Database database;
    private final Http http;
    private final Http.Session session;
    private final String where;
    private final int times;
    private final SplittableRandom random = new SplittableRandom(11);

    /** @param where which heads the person sees, as SQL */
    Reads(Database database, Http http, Http.Session session, String where, int times) {
        this.database = database;
        this.http = http;
        this.session = session;
        this.where = where;
        this.times = times;
    }

    /** Prints a line a kind of read. */
    void all() throws SQLException, IOException {
        List<List<String>> drawn = drawn();
        line("list, first page", List.of("/api/cases?limit=50"));
        line("list, all states, first page", List.of("/api/cases?state=all&limit=50"));
        line("list, deep page (nine tenths down)", deep());
        line("case detail", drawn.stream().map(d -> "/api/cases/" + Bureau.REGION + "-" + d.get(0)).toList());
        line("timeline", drawn.stream().map(d -> "/api/cases/" + Bureau.REGION + "-" + d.get(0) + "/entries").toList());
        line("search, two Chinese characters", drawn.stream().map(d -> search(two(d.get(2)))).toList());
        line("search, number", drawn.stream().map(d -> search(d.get(1))).toList());
        line("search, party", drawn.stream().map(d -> search(d.get(2))).toList());
        line("one box (Ctrl K), two Chinese characters", drawn.stream().map(d -> box(two(d.get(2)))).toList());
        line("one box, number", drawn.stream().map(d -> box(d.get(1))).toList());
        line("one box, party", drawn.stream().map(d -> box(d.get(2))).toList());
        line("one box, four initials", initials().stream().map(Reads::box).toList());
        line("one box, two initials", initials().stream().map(i -> box(i.substring(0, 2))).toList());
    }

    private void line(String name, List<String> paths) throws IOException {
        Latencies seen = new Latencies();
        for (int i = -5; i < times; i++) {
            String path = paths.get(Math.floorMod(i, paths.size()));
            long began = System.nanoTime();
            Http.Answer answer = http.get(session, path);
            if (answer.status() != 200 || answer.body().contains("\"items\":[]") || answer.body().contains("\"groups\":[]")) {
                throw new BenchFailed(path + " was answered " + answer.status() + ": " + answer.body());
            }
            if (i >= 0) {
                seen.add(System.nanoTime() - began);
            }
        }
        System.out.printf("  %-38s p50 %7.1f ms   p99 %7.1f ms   %s%n", name, seen.percentile(50), seen.percentile(99), seen.percentile(50) < GOAL_MS ? "met" : "MISSED");
    }

    private static String search(String words) {
        return "/api/cases?state=all&limit=50&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static String box(String words) {
        return "/api/find?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** The first four initials of parties drawn by chance. */
    private List<String> initials() throws SQLException {
        return rows("select string_agg(left(p.initials, 1), '' order by n) from (select party, case_id from enforcement_case where " + where
                + " and char_length(party) >= 4 order by md5(case_id::text) limit " + times
                + ") c cross join lateral regexp_split_to_table(left(party, 4), '') with ordinality s (letter, n) join pinyin p using (letter)"
                + " group by c.case_id having count(*) = 4").stream().map(List::getFirst).toList();
    }

    private String two(String party) {
        int from = random.nextInt(party.length() - 1);
        return party.substring(from, from + 2);
    }

    /** Case ids, numbers and parties of cases drawn by chance over the whole table. */
    private List<List<String>> drawn() throws SQLException {
        return rows("select case_id, number, party from enforcement_case where " + where + " order by md5(case_id::text) limit " + times);
    }

    /** Addresses of pages that begin about nine tenths down the list of running cases. */
    private List<String> deep() throws SQLException {
        long running = Long.parseLong(rows("select count(*) from enforcement_case where ended_on is null and " + where).getFirst().getFirst());
        List<String> paths = new ArrayList<>();
        for (List<String> row : rows("select updated_at, case_id from enforcement_case where ended_on is null and " + where
                + " order by updated_at desc, case_id desc offset " + running * 9 / 10 + " limit " + times)) {
            OffsetDateTime at = OffsetDateTime.parse(row.get(0).replace(' ', 'T') + ":00").withOffsetSameInstant(ZoneOffset.UTC);
            paths.add("/api/cases?limit=50&cursor=" + Cursor.of(at.toString(), row.get(1)).text());
        }
        return paths;
    }

    private List<List<String>> rows(String query) throws SQLException {
        try (Connection connection = database.superuser(); Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            List<List<String>> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                all.add(row);
            }
            return all;
        }
    }
}
