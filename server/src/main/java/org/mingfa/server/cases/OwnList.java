package org.mingfa.server.cases;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.access.audit.Audit;
import org.mingfa.server.cases.store.OwnListStore;
import org.mingfa.server.cases.store.OwnListStore.Saved;
import org.mingfa.server.cases.view.CaseRow;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Problem.Fault;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.sheet.SheetOut;
import org.springframework.stereotype.Component;

/** The list of cases as the caller has it: own columns, saved filters, and the export of what a filter shows. */
@Component
public class OwnList {

    /** So many cases go into one table; what is left, the last row says. */
    public static final int MOST_ROWS = 10_000;

    static final int MOST_FILTERS = 20;
    private static final int PAGE = 200;

    /** @param choices every column that there is */
    public record View(List<String> columns, List<Choice> choices, List<Saved> filters, boolean mayExport) {}

    public record Choice(String code, String title) {}

    private final OwnListStore store;
    private final Lists lists;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    OwnList(OwnListStore store, Lists lists, Audit audit, Transactions transactions, Clock clock) {
        this.store = store;
        this.lists = lists;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    public View view() {
        Caller me = Caller.current();
        return transactions.read(() -> new View(chosen().stream().map(CaseColumn::code).toList(),
                Arrays.stream(CaseColumn.values()).map(c -> new Choice(c.code(), c.title())).toList(), store.filters(me.id()), me.may("case.export")));
    }

    private List<CaseColumn> chosen() {
        List<CaseColumn> own = store.columns(Caller.current().id()).stream().flatMap(c -> CaseColumn.of(c).stream()).toList();
        return own.isEmpty() ? CaseColumn.USUAL : own;
    }

    /** @param codes in the order in which they are to be shown; none: the usual ones again */
    public View choose(@Nullable List<String> codes) {
        List<String> given = codes == null ? List.of() : codes;
        List<Fault> faults = new ArrayList<>(IntStream.range(0, Math.min(given.size(), PAGE)).filter(i -> given.get(i) == null || CaseColumn.of(given.get(i)).isEmpty())
                .mapToObj(i -> new Fault("/columns/" + i, "没有这一列")).toList());
        if (new HashSet<>(given).size() != given.size()) {
            faults.add(new Fault("/columns", "同一列只能选一次"));
        } else if (!given.isEmpty() && !given.contains(CaseColumn.NUMBER.code()) && !given.contains(CaseColumn.PARTY.code())) {
            faults.add(new Fault("/columns", "立案号和当事人至少保留一列，用来打开案件"));
        }
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
        transactions.write(() -> {
            store.choose(Caller.current().id(), given);
            return null;
        });
        return view();
    }

    /** Saves a filter under a name; one of the same name is replaced. @param query names and values of the list's address */
    public View save(@Nullable String name, Map<String, String> query) {
        new Fields().text("/name", name, 30).check("/name", name == null || name.chars().noneMatch(Character::isISOControl), "不得含有控制字符").done();
        String called = String.valueOf(name).strip();
        Caller me = Caller.current();
        transactions.write(() -> {
            store.lock(me.id());
            List<Saved> all = store.filters(me.id());
            if (all.size() >= MOST_FILTERS && all.stream().noneMatch(f -> f.name().equals(called))) {
                throw Refused.invalid("/name", "最多保存 " + MOST_FILTERS + " 个筛选，请先删除不用的");
            }
            store.save(me.id(), called, query);
            return null;
        });
        return view();
    }

    public View drop(String id) {
        if (id.matches("\\d{1,18}")) {
            transactions.write(() -> {
                store.drop(Caller.current().id(), Long.parseLong(id));
                return null;
            });
        }
        return view();
    }

    /**
     * Writes what the filter shows, in the caller's columns; the audit keeps filter and count, but not the words that were searched
     * for: they may name a person.
     */
    public void export(CaseFilter filter, OutputStream out) throws IOException {
        List<CaseColumn> columns = withCause(transactions.read(this::chosen));
        int[] written = new int[1];
        boolean[] more = new boolean[1];
        Stream<List<String>> rows = Stream.iterate(page(filter, null), p -> p != null, p -> p.next() == null || written[0] >= MOST_ROWS ? null : page(filter, p.next()))
                .flatMap(p -> {
                    written[0] += p.items().size();
                    more[0] = p.next() != null;
                    return p.items().stream().map(r -> columns.stream().map(c -> c.cell(r, clock.getZone())).toList());
                });
        Stream<List<String>> rest = Stream.of("仅导出前 " + MOST_ROWS + " 件，其余请缩小筛选范围后分次导出").filter(t -> more[0]).map(List::of);
        SheetOut.xlsx("案件", columns.stream().map(CaseColumn::title).toList(), Stream.concat(rows, rest), out);
        audit.change(Caller.current().id(), "case-export", "/api/case-list/export", filter.inWords() + "；" + written[0] + " 件", true);
    }

    /** The list shows the cause (案由) below the party unless it has a column of its own; a table has no below. */
    private static List<CaseColumn> withCause(List<CaseColumn> chosen) {
        List<CaseColumn> out = new ArrayList<>(chosen);
        if (out.contains(CaseColumn.PARTY) && !out.contains(CaseColumn.VIOLATION)) {
            out.add(out.indexOf(CaseColumn.PARTY) + 1, CaseColumn.VIOLATION);
        }
        return out;
    }

    private Page<CaseRow> page(CaseFilter filter, @Nullable String cursor) {
        return lists.rows(filter, cursor, PAGE);
    }
}
