package org.mingfa.bench.cases;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.mingfa.bench.BenchFailed;
import org.mingfa.bench.Machine;
import org.mingfa.bench.Options;
import org.mingfa.bench.city.Bureau;
import org.mingfa.bench.city.Bureau.Seat;
import org.mingfa.bench.city.Founding;
import org.mingfa.bench.process.Database;
import org.mingfa.bench.process.Folder;
import org.mingfa.bench.process.Http;
import org.mingfa.bench.process.Memory;
import org.mingfa.bench.process.ServerProcess;
import org.mingfa.server.operation.embedded.EmbeddedPostgres;

/** Loads cases by COPY with real chains, then reads lists, search and detail over HTTP, or opens every screen in a browser. */
public final class CasesBench {

    private static final int BUREAUS = 16;
    private static final int READS = 300;
    private static final long BYTES_A_CASE = 40_000;

    private final int cases;
    private final int port;
    private final Path data;

    private CasesBench(Options options, String folder, int cases) {
        this.cases = options.number("cases", cases);
        port = options.port();
        data = options.folder().resolve(folder).resolve("data");
    }

    public static void run(Options options) throws Exception {
        CasesBench bench = new CasesBench(options, "cases", 1_000_000);
        bench.prepare(options);
        bench.read();
    }

    /** @throws BenchFailed where a screen fails; the walk says what and where */
    public static void screens(Options options) throws Exception {
        CasesBench bench = new CasesBench(options, "screens", 100_000);
        bench.prepare(options);
        bench.look();
    }

    private void prepare(Options options) throws Exception {
        Machine.print();
        if (!options.has("keep")) {
            Folder.empty(data.getParent());
            needRoom();
            found();
            load();
        }
    }

    private void needRoom() {
        long free = data.getParent().toFile().getUsableSpace();
        if (free < cases * BYTES_A_CASE) {
            throw new BenchFailed("%,d cases want about %,d MB, and %s has %,d MB free".formatted(cases, cases * BYTES_A_CASE / 1_000_000, data.getParent(), free / 1_000_000));
        }
    }

    private void found() throws Exception {
        try (ServerProcess server = ServerProcess.start(data, port)) {
            server.awaitReady();
            try (Connection connection = server.database().superuser()) {
                Founding.found(connection, BUREAUS);
            }
        }
    }

    /** With the database alone: the server would follow the record meanwhile. */
    private void load() throws Exception {
        Database database = new Database(data.resolve("postgres"), port + 1);
        try (EmbeddedPostgres alone = EmbeddedPostgres.start(new EmbeddedPostgres.Options(database.folder(), null, database.port()))) {
            Ground ground;
            try (Connection connection = database.superuser()) {
                ground = Ground.read(connection, data);
            }
            long began = System.nanoTime();
            long entries = new Loader(database, ground, BUREAUS).load(cases);
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf("loaded %,d cases, %,d entries:  %.0f s (%,.0f entries/s)%n", cases, entries, seconds, entries / seconds);
            sizes(database);
            System.out.printf("database by PostgreSQL %d, data folder on disk: %,d MB%n", alone.majorVersion(), Folder.size(data) / 1_000_000);
        }
    }

    private static void sizes(Database database) throws SQLException {
        for (String table : new String[] {"entry", "enforcement_case", "case_duty", "case_object", "case_person", "party_key", "issued_number"}) {
            System.out.printf("  %-18s %,12d rows  %,7d MB, of which indexes %,6d MB%n", table, number(database, "select count(*) from " + table),
                    number(database, "select pg_total_relation_size('" + table + "')") / 1_000_000, number(database, "select pg_indexes_size('" + table + "')") / 1_000_000);
        }
    }

    private static long number(Database database, String query) throws SQLException {
        return Long.parseLong(database.value(query));
    }

    private void read() throws Exception {
        try (ServerProcess server = ServerProcess.start(data, port)) {
            System.out.printf("start until ready: %.1f s%n", server.awaitReady().toMillis() / 1000.0);
            Chains.check(server, 1000);
            Bureau bureau = new Bureau(0);
            try (Http http = new Http(port)) {
                System.out.printf("reads of an officer (a sixteenth of the cases), %d each:%n", READS);
                new Reads(server.database(), http, http.signIn(bureau.login(Seat.OFFICER), Bureau.PASSWORD), "agency_id = " + bureau.agency(), READS).all();
            }
            try (Http http = new Http(port)) {
                System.out.printf("reads of a supervisor (all cases), %d each:%n", READS);
                new Reads(server.database(), http, http.signIn(Bureau.SUPERVISOR, Bureau.PASSWORD), "true", READS).all();
            }
            System.out.printf("server, most memory ever resident: %d MiB; PostgreSQL: %d MiB%nload after: %s%n",
                    Memory.mostResident(server.pid()), Memory.family(server.database().pid()), Machine.load());
        }
    }

    private void look() throws Exception {
        try (ServerProcess server = ServerProcess.start(data, port)) {
            server.awaitReady();
            Bureau bureau = new Bureau(0);
            System.out.println("duties of the bureau's officer and of its head: " + duties(server, bureau, Seat.OFFICER) + " and " + duties(server, bureau, Seat.HEAD));
            ProcessBuilder walk = new ProcessBuilder("node", ServerProcess.root().resolve("web/scripts/strength.mjs").toString(), "http://127.0.0.1:" + port, Bureau.PASSWORD,
                    bureau.login(Seat.OFFICER), bureau.login(Seat.HEAD), Bureau.SUPERVISOR).inheritIO();
            int code = walk.start().waitFor();
            System.out.println("load after: " + Machine.load());
            if (code != 0) {
                throw new BenchFailed("screens fail; they stand above");
            }
        }
    }

    private static String duties(ServerProcess server, Bureau bureau, Seat seat) throws SQLException {
        return server.database().value("select count(*) from case_duty where agency_id = " + bureau.agency() + " and seat in ('p:" + bureau.person(seat) + "', "
                + String.join(", ", seat.roles().stream().map(r -> "'r:" + r + "'").toList()) + ")");
    }
}
