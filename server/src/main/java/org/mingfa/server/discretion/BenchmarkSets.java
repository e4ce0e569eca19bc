package org.mingfa.server.discretion;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingfa.core.discretion.Benchmarks;
import org.mingfa.core.discretion.Table;
import org.mingfa.core.discretion.TableChecks;
import org.mingfa.core.discretion.Unreadable;
import org.mingfa.core.sealing.Digests;
import org.mingfa.core.discretion.sheet.Imported;
import org.mingfa.core.discretion.sheet.SheetRow;
import org.mingfa.core.discretion.sheet.Sheets;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.discretion.BenchmarkSet.Checked;
import org.mingfa.server.discretion.BenchmarkSet.Counts;
import org.mingfa.server.discretion.BenchmarkSet.Reported;
import org.mingfa.server.discretion.store.BenchmarkSetStore;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Registers;
import org.mingfa.server.sheet.Sheet;
import org.springframework.stereotype.Component;

/** Brings benchmark tables in from files; a second person publishes them (国办发〔2022〕27号 （十）: legal review before publication). */
@Component
public class BenchmarkSets {

    private static final int SHOWN = 1_000;

    private final BenchmarkSetStore store;
    private final BenchmarkTables tables;
    private final Registers registers;
    private final Transactions transactions;
    private final Clock clock;

    BenchmarkSets(BenchmarkSetStore store, BenchmarkTables tables, Registers registers, Transactions transactions, Clock clock) {
        this.clock = clock;
        this.store = store;
        this.tables = tables;
        this.registers = registers;
        this.transactions = transactions;
    }

    /** What a file holds, before anything is kept. */
    public record Seen(Counts counts, String yaml) {}

    /**
     * Reads a file whose layout is known by its header.
     *
     * @param level national, province, city or county; "": the caller's own
     * @param region division code; "": the caller's own
     */
    public Seen look(String file, Sheet sheet, String level, String region) {
        Publisher mine = transactions.read(() -> Publisher.of(store.place(Caller.current().agency().region())));
        String whose = level.isEmpty() ? mine.level() : level;
        String where = region.isEmpty() && !whose.equals("national") ? mine.code() : Publisher.beginning(region);
        mine.unlessBeyond(whose, where);
        Imported imported = read(sheet, new Sheets.Origin(prefix(file, sheet), whose, where));
        String yaml = imported.yaml(file);
        Benchmarks with = tables.with(file, yaml);
        List<Reported> reported = imported.reported().stream().limit(SHOWN).map(r -> new Reported(r.row(), r.id(), r.reason())).toList();
        List<Table> own = Benchmarks.load(Map.of(file, yaml)).tables();
        return new Seen(new Counts(own.size(), (int) imported.rows(), (int) imported.read(), reported, checked(with, own)), yaml);
    }

    /** Of these tables only: what stands elsewhere was looked at when it was published. */
    private static List<Checked> checked(Benchmarks all, List<Table> own) {
        return TableChecks.of(all, own).stream().limit(SHOWN).map(f -> new Checked(f.warning(), f.message())).toList();
    }

    private static Imported read(Sheet sheet, Sheets.Origin origin) {
        List<SheetRow> rows = new ArrayList<>();
        for (Sheet.Row row : sheet.rows()) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < sheet.header().size(); i++) {
                cells.put(sheet.header().get(i), row.cells().get(i));
            }
            rows.add(new SheetRow(row.number(), cells, true));
        }
        try {
            return Sheets.read(sheet.header(), rows, origin);
        } catch (Unreadable e) {
            throw Refused.invalid("/file", String.valueOf(e.getMessage()));
        }
    }

    /** Codes of this set's tables begin with it: no other set's and no pack's tables are taken for them. */
    private static String prefix(String file, Sheet sheet) {
        return stem(file) + "-" + Digests.sha256(sheet.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 10);
    }

    private static String stem(String file) {
        String name = file.replaceFirst("\\.[^.]*$", "").replaceAll("[^0-9A-Za-z-]+", "-").toLowerCase(java.util.Locale.ROOT);
        return name.isEmpty() || name.equals("-") ? "table" : name;
    }

    public long add(String title, String file, Seen seen) {
        if (seen.counts().read() == 0) {
            throw Refused.invalid("/file", "没有读出任何一行，不能导入");
        }
        Caller me = Caller.current();
        return transactions.write(() -> store.add(me.agency().region(), title, file, seen.yaml(), seen.counts(), me.id()));
    }

    public List<BenchmarkSet> all() {
        return transactions.read(() -> store.of(registers.reach(), 200));
    }

    public BenchmarkSet one(long id) {
        return transactions.read(() -> found(id));
    }

    private BenchmarkSet found(long id) {
        return store.find(id, registers.reach()).orElseThrow(() -> Refused.notFound("没有这份基准表，或者不在本地区"));
    }

    /** @param firstDay in force; a set that was published elsewhere before may begin in the past */
    public BenchmarkSet publish(long id, String note, LocalDate firstDay) {
        Caller me = Caller.current();
        transactions.write(() -> {
            BenchmarkSet set = found(id);
            BenchmarkSetStore.Content content = store.locked(id);
            if (content.importedBy() == me.id()) {
                throw Refused.forbidden("导入的人不能自己公布：请由另一人核对后公布");
            }
            if (found(id).state().equals("published")) {
                throw Refused.conflict("这份基准表已经公布");
            }
            String name = "set/" + id;
            List<Table> own = Benchmarks.load(Map.of(name, content.tables())).tables();
            Publisher whose = Publisher.of(store.placeOfSet(id));
            own.forEach(t -> whose.unlessBeyond(t.level().name().toLowerCase(java.util.Locale.ROOT), t.region()));
            String exceeding = checked(tables.with(name, content.tables()), own).stream().filter(c -> !c.warning()).map(Checked::message)
                    .limit(5).collect(Collectors.joining("；"));
            if (!exceeding.isEmpty()) {
                throw Refused.invalid("/id", "有的档次超出法定幅度或者上级基准，不能公布：" + exceeding);
            }
            if (!tables.fits(content.tables())) {
                throw Refused.conflict("同样的基准表已经公布：请先撤回原来的一份");
            }
            store.decide(set.id(), "published", note, firstDay, me.id());
            return set;
        });
        tables.reload();
        return one(id);
    }

    /** @param lastDay in force: an act until then keeps the set's tables */
    public BenchmarkSet withdraw(long id, String reason, LocalDate lastDay) {
        Caller me = Caller.current();
        transactions.write(() -> {
            found(id);
            store.locked(id);
            if (!found(id).state().equals("published")) {
                throw Refused.conflict("只有已公布的基准表才能撤回");
            }
            if (lastDay.isBefore(LocalDate.now(clock).minusDays(1))) {
                throw Refused.invalid("/lastDay", "最后一日不得早于昨天：已经过去的日子，基准表仍然施行过");
            }
            store.decide(id, "withdrawn", reason, lastDay, me.id());
            return id;
        });
        tables.reload();
        return one(id);
    }
}
