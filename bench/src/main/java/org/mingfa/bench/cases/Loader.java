package org.mingfa.bench.cases;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.mingfa.bench.BenchFailed;
import org.mingfa.bench.process.Database;
import org.mingfa.server.cases.EnforcementCase;
import org.mingfa.server.cases.store.PartyMarks;
import org.mingfa.server.cases.store.Rows;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.SealedValues;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.json.JsonMapper;

/** Loads made cases by COPY on two connections; indexes that no key needs are made afterwards. */
final class Loader {

    private static final int WORKERS = 2;
    private static final int TOGETHER = 1000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TABLES = "'entry', 'enforcement_case', 'case_duty', 'case_object', 'case_person', 'party_key', 'issued_number', 'case_party', 'case_fine'";

    private final Database database;
    private final Ground ground;
    private final int bureaus;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong entries = new AtomicLong();
    private final Map<CaseMaker.Shape, Rows> shapes = new ConcurrentHashMap<>();

    Loader(Database database, Ground ground, int bureaus) {
        this.database = database;
        this.ground = ground;
        this.bureaus = bureaus;
    }

    /** @return entries written */
    long load(int cases) throws Exception {
        Map<String, String> indexes = indexes();
        for (String index : indexes.keySet()) {
            database.run("drop index " + index);
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                running.add(pool.submit((Callable<Void>) () -> work(cases)));
            }
            for (Future<Void> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new BenchFailed("the load failed: " + e.getCause(), e);
        }
        long copied = System.nanoTime();
        finish(indexes.values());
        System.out.printf("  of which indexes, vacuum, analyze:  %.0f s%n", (System.nanoTime() - copied) / 1e9);
        return entries.get();
    }

    private Map<String, String> indexes() throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        try (Connection connection = database.superuser(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select i.indexrelid::regclass, pg_get_indexdef(i.indexrelid) from pg_index i join pg_class t on t.oid = i.indrelid"
                        + " where not i.indisunique and t.relname in (" + TABLES + ")")) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        }
        return found;
    }

    private Void work(int cases) throws SQLException, IOException {
        CaseMaker maker = new CaseMaker(ground, bureaus, shapes);
        Tables tables = new Tables(new PartyMarks(new SealedValues(ground.master())));
        try (Connection connection = database.superuser(); Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            connection.setAutoCommit(false);
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (int from = next.getAndAdd(TOGETHER); from < cases; from = next.getAndAdd(TOGETHER)) {
                for (int n = from; n < Math.min(from + TOGETHER, cases); n++) {
                    CaseMaker.Made made = maker.make(n);
                    tables.add(made);
                    entries.addAndGet(made.entries().size());
                }
                tables.send(copy);
                connection.commit();
                if (from % 50_000 == 0) {
                    System.out.printf("  %,d cases%n", from + TOGETHER);
                }
            }
        }
        return null;
    }

    private void finish(Iterable<String> indexes) throws SQLException {
        try (Connection connection = database.superuser(); Statement statement = connection.createStatement()) {
            statement.execute("set maintenance_work_mem = '512MB'");
            for (String index : indexes) {
                statement.execute(index);
            }
            statement.execute("insert into number_counter (region_id, agency_id, kind, year, last)"
                    + " select region_id, agency_id, kind, year, max(n) from issued_number group by 1, 2, 3, 4");
            statement.execute("update projection_position set tx = pg_current_xact_id(), position = (select coalesce(max(position), 0) from entry)");
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    /** The rows of many cases, table by table. */
    private static final class Tables {

        private final CopyRows entry = new CopyRows("entry", "region_id case_id seq agency_id recorded_at schema bytes sha256 sm3");
        private final CopyRows head = new CopyRows("enforcement_case", "region_id case_id agency_id number procedure title field region law packs attributes item stage"
                + " lead_id filed_on party violation bigrams due due_on refresh_on ended_on seq updated_at");
        private final CopyRows duty = new CopyRows("case_duty", "region_id case_id duty_id seat agency_id due_on duty");
        private final CopyRows object = new CopyRows("case_object", "region_id case_id kind object_id agency_id label code alive");
        private final CopyRows person = new CopyRows("case_person", "region_id case_id person_id part agency_id running");
        private final CopyRows key = new CopyRows("party_key", "region_id case_id party agency_id wrapped destroyed_at");
        private final CopyRows number = new CopyRows("issued_number", "region_id agency_id kind year n text case_id seq issued_at");

        private final CopyRows party = new CopyRows("case_party",
                "region_id case_id agency_id object_id name code fines clauses identity known_by spelling name_key id_mark address_mark");
        private final CopyRows fine = new CopyRows("case_fine",
                "region_id case_id agency_id seq party field region table_code conduct grade fine low high departs decided_on");
        private final PartyMarks marks;

        Tables(PartyMarks marks) {
            this.marks = marks;
        }

        void add(CaseMaker.Made made) {
            EnforcementCase h = made.rows().head();
            CaseKey id = h.id();
            long agency = h.agency();
            made.entries().forEach(e -> entry.add(id.region(), id.id(), e.seq(), e.agency(), e.recordedAt(), (short) e.schema(), e.bytes(), e.sha256(), e.sm3()));
            EnforcementCase.Due due = h.due();
            head.add(id.region(), id.id(), agency, h.number(), h.procedure(), h.title(), h.field(), h.region(), h.law(), json(h.packs()), json(h.attributes()),
                    h.item(), h.stage(), h.lead(), h.filedOn(), h.party(), h.violation(), made.rows().bigrams(), due == null ? null : json(due),
                    due == null || due.date() == null ? null : java.time.LocalDate.parse(due.date().substring(0, 10)), h.refreshOn(), h.endedOn(), h.seq(), h.updatedAt());
            made.rows().duties().forEach(d -> duty.add(id.region(), id.id(), d.duty(), d.seat(), agency,
                    d.dueOn() == null ? INFINITY : d.dueOn(), new CopyRows.Json(d.json())));
            made.rows().objects().forEach(o -> object.add(id.region(), id.id(), o.kind(), o.id(), agency, o.label(), o.code(), o.alive()));
            made.rows().people().forEach(p -> person.add(id.region(), id.id(), p.person(), p.part(), agency, p.running()));
            made.rows().parties().forEach(p -> {
                PartyMarks.Marked m = marks.of(id, p);
                party.add(id.region(), id.id(), agency, p.object(), p.name(), m.code(), p.fines(), p.clauses(), m.identity(), m.knownBy(), m.spelling(), m.nameKey(),
                        m.idMark(), m.addressMark());
            });
            made.rows().fines().forEach(f -> fine.add(id.region(), id.id(), agency, f.seq(), f.party(), h.field(), h.region(), f.table(), f.conduct(), f.grade(), f.fine(),
                    f.low(), f.high(), f.departs(), f.on()));
            made.keys().forEach((party, wrapped) -> key.add(id.region(), id.id(), party, agency, wrapped, null));
            made.numbers().forEach((kind, text) -> number.add(id.region(), agency, kind, year(text), serial(text), text, id.id(), 1L, h.updatedAt()));
        }

        private static final Object INFINITY = Integer.MAX_VALUE;

        private static CopyRows.Json json(Object value) {
            return new CopyRows.Json(JSON.writeValueAsString(value));
        }

        private static int year(String number) {
            return Integer.parseInt(number.substring(number.indexOf('〔') + 1, number.indexOf('〕')));
        }

        private static int serial(String number) {
            return Integer.parseInt(number.substring(number.indexOf('〕') + 1, number.length() - 1));
        }

        void send(CopyManager copy) throws SQLException, IOException {
            for (CopyRows rows : List.of(entry, head, duty, object, person, party, fine, key, number)) {
                rows.send(copy);
            }
        }
    }
}
