package org.mingfa.server.cases;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Finding;
import org.mingfa.core.procedure.Mode;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.OldColumns.OfAct;
import org.mingfa.server.cases.OldColumns.Wrong;
import org.mingfa.server.cases.store.NumberStore;
import org.mingfa.server.cases.store.OldCaseStore;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.operation.Problem;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.sheet.Columns;
import org.mingfa.server.sheet.Faults;
import org.mingfa.server.sheet.Sheet;
import org.mingfa.server.sheet.SheetOut;
import org.mingfa.server.sheet.SheetRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes in cases of an old system or of paper (旧案导入), running and closed ones: each row goes through handling act by act with
 * its true days, is examined as it goes, and stands in the record as late (补录) under the name of whoever did it then, beside
 * the name of who entered it. Rows stand for themselves: one that is refused hinders no other, and none is entered twice.
 */
@Component
public class OldCases {

    private static final Logger LOG = LoggerFactory.getLogger(OldCases.class);
    private static final int MOST_ROWS = 500;
    private static final int LONGEST = 400;

    /** An act that a table may have. {@code unfit}: why it cannot be chosen. */
    public record Offered(String code, String title, String stage, boolean opening, int columns, @Nullable String unfit) {}

    /**
     * What is asked.
     *
     * @param begun a day on which the cases of the table began: by the version of that day its columns are read; null: today
     * @param reason why these are entered now; stands in each entry
     * @param approver id of who approves that what was done against the law is recorded as such (不规范记录); null: such rows are refused
     */
    public record Asked(String procedure, @Nullable LocalDate begun, String reason, @Nullable String approver, boolean dryRun) {}

    /** What is wrong with a cell, or what the law says against an act. {@code cite}: empty for a cell. */
    public record Said(String column, String what, String mend, String cite) {}

    public enum Outcome { READY, IMPORTED, KNOWN, REFUSED }

    /**
     * A row.
     *
     * @param of the case; null where none was made
     * @param entries how many acts; {@code irregular}: how many of them the law bars
     * @param said the first faults and bars, at most 50
     */
    public record Row(int row, String number, Outcome outcome, @com.fasterxml.jackson.annotation.JsonProperty("case") @Nullable String of, int entries, int irregular, List<Said> said) {}

    /** A series that goes on from higher up after the import: next is {@code to} + 1 and no more {@code from} + 1. */
    public record Moved(String kind, int year, int from, int to) {}

    public record Report(int rows, int imported, int ready, int known, int refused, List<Row> items, List<Moved> numbers) {}

    /** What a row came to; thrown where it is not to stay. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Row row;

        Undone(Row row) {
            super(null, null, false, false);
            this.row = row;
        }
    }

    private final Handling handling;
    private final Modes modes;
    private final Procedures procedures;
    private final CaseFiles files;
    private final CurrentLaw law;
    private final OldCaseStore store;
    private final NumberStore numbers;
    private final Transactions transactions;
    private final Clock clock;

    OldCases(
            Handling handling, Modes modes, Procedures procedures, CaseFiles files, CurrentLaw law, OldCaseStore store, NumberStore numbers,
            Transactions transactions, Clock clock) {
        this.handling = handling;
        this.modes = modes;
        this.procedures = procedures;
        this.files = files;
        this.law = law;
        this.store = store;
        this.numbers = numbers;
        this.transactions = transactions;
        this.clock = clock;
    }

    public record Kind(String code, String title, String version) {}

    /** What can be chosen. @param approvers others who may approve what is irregular */
    public record Choices(List<Kind> procedures, List<OldCaseStore.Approver> approvers) {}

    /** Procedures by which cases went that began on that day. */
    public Choices choices(@Nullable LocalDate begun) {
        Caller me = Caller.current();
        return new Choices(
                procedures.inForce(begun).stream().filter(p -> p.acts().stream().anyMatch(ActSpec::isOpening)).map(p -> new Kind(p.code(), p.title(), p.version())).toList(),
                transactions.read(() -> store.approvers(me.agency().id(), me.id(), LocalDate.now(clock))));
    }

    /** The acts that a table of this procedure may have, in its order. @param begun as in {@link Asked} */
    public List<Offered> acts(String procedure, @Nullable LocalDate begun) {
        OldColumns all = OldColumns.of(procedure(procedure, begun));
        return all.acts().stream()
                .map(a -> new Offered(a.spec().code(), a.spec().title(), a.spec().stage(), a.spec().isOpening(),
                        all.only(Set.of(a.spec().code())).columns(List.of("")).all().size() - 1, a.unfit()))
                .toList();
    }

    /** A workbook to fill in. */
    public void template(String procedure, @Nullable LocalDate begun, List<String> acts, OutputStream out) throws IOException {
        OldColumns columns = OldColumns.of(procedure(procedure, begun)).only(Set.copyOf(acts));
        List<OfAct> chosen = columns.acts();
        for (String code : acts) {
            if (chosen.stream().noneMatch(a -> a.spec().code().equals(code))) {
                throw Refused.invalid("/acts", "本程序没有“" + code + "”这个办理事项");
            }
        }
        chosen.stream().filter(a -> a.unfit() != null).findFirst().ifPresent(a -> {
            throw Refused.invalid("/acts", "“" + a.spec().title() + "”不能从表格导入：" + a.unfit());
        });
        if (chosen.stream().noneMatch(a -> a.spec().isOpening())) {
            throw Refused.invalid("/acts", "须有一项能开始案件的办理事项，如立案");
        }
        SheetOut.template(columns.columns(titles()), "旧案", out);
    }

    private List<String> titles() {
        return transactions.read(store::roles).stream().map(OldCaseStore.Role::title).toList();
    }

    /** The version by which cases that began on a day go. */
    private Procedure procedure(String code, @Nullable LocalDate begun) {
        return procedures.inForce(begun).stream().filter(p -> p.code().equals(code)).findFirst().orElseThrow(() ->
                law.laws().codes().contains(code) ? Refused.invalid("/begun", "该程序在这一天没有施行的版本") : Refused.invalid("/procedure", "没有这个程序"));
    }

    public Report run(Sheet sheet, Asked in) {
        Caller me = Caller.current();
        if (in.reason().isBlank() || in.reason().length() > LONGEST) {
            throw Refused.invalid("/reason", "须写明导入的理由，不超过 " + LONGEST + " 字");
        }
        if (in.approver() != null) {
            transactions.read(() -> {
                modes.approved(in.approver(), me.agency().id(), "", "不规范记录");
                return 0;
            });
        }
        if (sheet.rows().size() > MOST_ROWS) {
            throw new SheetRefused("行数超过 " + MOST_ROWS, "", "请分成几个文件导入");
        }
        OldColumns columns = OldColumns.of(procedure(in.procedure(), in.begun())).in(sheet.header());
        if (columns.acts().stream().noneMatch(a -> a.spec().isOpening())) {
            throw new SheetRefused("没有开始案件的办理事项的列", "第 1 行", "请从下载的模板开始填写，并选择立案一类的事项");
        }
        Faults faults = new Faults();
        List<Columns.Record> records = columns.columns(titles()).read(sheet, faults);
        List<Row> rows = new ArrayList<>(unread(sheet, faults));
        People people = new People(transactions.read(() -> store.people(me.agency().id())), transactions.read(store::roles));
        Map<String, Integer> met = new HashMap<>();
        List<NumberStore.Reached> before = transactions.read(() -> numbers.reached(me.agency().region(), me.agency().id()));
        Set<NumberStore.Reached> after = new HashSet<>();
        for (Columns.Record r : records) {
            Integer first = met.putIfAbsent(r.text(OldColumns.NUMBER), r.row());
            rows.add(first == null ? one(r, columns, people, in, after)
                    : refused(r, List.of(new Said(OldColumns.NUMBER, "与第 " + first + " 行相同", "一个案件一行", ""))));
        }
        rows.sort(Comparator.comparingInt(Row::row));
        return new Report(rows.size(), count(rows, Outcome.IMPORTED), count(rows, Outcome.READY), count(rows, Outcome.KNOWN), count(rows, Outcome.REFUSED), rows,
                moved(before, after));
    }

    private static List<Moved> moved(List<NumberStore.Reached> before, Set<NumberStore.Reached> after) {
        Map<Moved, Integer> to = new TreeMap<>(Comparator.comparing(Moved::kind).thenComparing(Moved::year));
        after.forEach(a -> to.merge(new Moved(a.kind(), a.year(), 0, 0), a.last(), Math::max));
        return to.entrySet().stream().map(e -> new Moved(e.getKey().kind(), e.getKey().year(),
                before.stream().filter(b -> b.kind().equals(e.getKey().kind()) && b.year() == e.getKey().year()).mapToInt(NumberStore.Reached::last).findFirst().orElse(0),
                e.getValue())).filter(m -> m.to() > m.from()).toList();
    }

    private static int count(List<Row> rows, Outcome outcome) {
        return (int) rows.stream().filter(r -> r.outcome() == outcome).count();
    }

    /** Rows with cells that are not what their columns ask. */
    private static List<Row> unread(Sheet sheet, Faults faults) {
        int at = sheet.header().stream().map(h -> h.replaceFirst("[*＊]$", "").strip()).toList().indexOf(OldColumns.NUMBER);
        Map<Integer, List<Said>> said = faults.report(sheet.rows().size()).faults().stream().collect(Collectors.groupingBy(Faults.Fault::row,
                Collectors.mapping(f -> new Said(f.column(), f.value().isEmpty() ? f.what() : "“" + f.value() + "”" + f.what(), f.mend(), ""), Collectors.toList())));
        return sheet.rows().stream().filter(r -> faults.in(r.number()))
                .map(r -> new Row(r.number(), at < 0 ? "" : r.cells().get(at), Outcome.REFUSED, null, 0, 0, first(said.getOrDefault(r.number(), List.of())))).toList();
    }

    private static Row refused(Columns.Record r, List<Said> said) {
        return new Row(r.row(), r.text(OldColumns.NUMBER), Outcome.REFUSED, null, 0, 0, first(said));
    }

    private static List<Said> first(List<Said> said) {
        return said.size() > 50 ? List.copyOf(said.subList(0, 50)) : List.copyOf(said);
    }

    private record Step(OfAct act, LocalDate day, Handling.Past by, List<String> officers, Map<String, Object> form) {}

    private Row one(Columns.Record r, OldColumns columns, People people, Asked in, Set<NumberStore.Reached> after) {
        Caller me = Caller.current();
        String number = r.text(OldColumns.NUMBER);
        Optional<CaseKey> known = transactions.read(() -> store.of(me.agency().region(), me.agency().id(), number));
        if (known.isPresent()) {
            return new Row(r.row(), number, Outcome.KNOWN, known.get().toString(), 0, 0, List.of());
        }
        List<Said> said = new ArrayList<>();
        List<Step> steps = transactions.read(() -> steps(r, columns, people, said));
        if (!said.isEmpty()) {
            return refused(r, said);
        }
        Made made = new Made();
        try {
            return transactions.write(() -> {
                Row row = enter(r, steps, in, made);
                if (row.outcome() != Outcome.REFUSED) {
                    after.addAll(numbers.reached(me.agency().region(), me.agency().id()));
                }
                if (in.dryRun() || row.outcome() == Outcome.REFUSED) {
                    throw new Undone(row);
                }
                return row;
            });
        } catch (Undone undone) {
            made.forget(files);
            return undone.row;
        } catch (RuntimeException e) {
            made.forget(files);
            LOG.error("row {} of a table of old cases cannot be entered", r.row(), e);
            return refused(r, List.of(new Said("", "这一行没有导入：平台内部错误", "请把这一行和时间告诉系统管理员", "")));
        }
    }

    /** The case that a row is making: what is undone is not to be held in memory. */
    private static final class Made {
        private @Nullable CaseKey id;

        void forget(CaseFiles files) {
            if (id != null) {
                files.forget(id);
            }
        }
    }

    private Row enter(Columns.Record r, List<Step> steps, Asked in, Made made) {
        Caller me = Caller.current();
        List<Said> said = new ArrayList<>();
        int irregular = 0;
        OpenCase open = null;
        for (Step s : steps) {
            try {
                Handling.Recorded recorded = open == null ? handling.past(in.procedure(), input(s, null, r, in), s.by()) : handling.past(open, input(s, open, r, in), s.by());
                open = recorded.open();
                made.id = open.id();
                irregular += recorded.bars().isEmpty() ? 0 : 1;
                recorded.bars().forEach(f -> said.add(new Said(s.act().title(OldColumns.DAY), f.title(), f.mend(), f.cite())));
            } catch (Problem refused) {
                said.addAll(said(s, refused));
                return refused(r, said);
            }
        }
        if (open == null || irregular > 0 && in.approver() == null) {
            return new Row(r.row(), r.text(OldColumns.NUMBER), Outcome.REFUSED, null, steps.size(), irregular, first(said));
        }
        store.add(me.agency().region(), me.agency().id(), r.text(OldColumns.NUMBER), open.id(), me.id());
        return new Row(r.row(), r.text(OldColumns.NUMBER), in.dryRun() ? Outcome.READY : Outcome.IMPORTED, in.dryRun() ? null : open.id().toString(), steps.size(), irregular, first(said));
    }

    private static ActInput input(Step s, @Nullable OpenCase open, Columns.Record r, Asked in) {
        Map<String, String> on = new HashMap<>();
        for (String kind : s.act().spec().on()) {
            List<String> ids = open == null ? List.of() : open.file().objects().stream().filter(o -> o.kind().equals(kind)).map(o -> o.id()).toList();
            if (ids.size() != 1) {
                throw Refused.invalid("/on/" + kind, ids.isEmpty() ? "这一步所针对的对象还没有" : "这一步所针对的对象不止一个，请导入后在案件中补录");
            }
            on.put(kind, ids.getFirst());
        }
        return new ActInput(s.act().spec().code(), s.day().toString(), on, s.officers(), s.form(), List.of(), Mode.LATE,
                "旧案导入，原案号 " + r.text(OldColumns.NUMBER) + "：" + in.reason().strip(), in.approver(), null, null, null);
    }

    private static List<Said> said(Step s, Problem refused) {
        if (refused.members().get("errors") instanceof List<?> errors) {
            return errors.stream().filter(Problem.Fault.class::isInstance).map(Problem.Fault.class::cast)
                    .map(f -> new Said(s.act().column(f.pointer()), f.message(), "请改正后再导入", "")).toList();
        }
        if (refused.members().get("findings") instanceof List<?> findings) {
            return findings.stream().filter(Finding.class::isInstance).map(Finding.class::cast)
                    .map(f -> new Said(s.act().title(OldColumns.DAY), f.title(), f.mend(), f.cite())).toList();
        }
        return List.of(new Said(s.act().title(OldColumns.DAY), String.valueOf(refused.detail()), "请改正后再导入", ""));
    }

    /** The acts of a row by day; on one day in the procedure's order. */
    private List<Step> steps(Columns.Record r, OldColumns columns, People people, List<Said> said) {
        LocalDate today = LocalDate.now(clock);
        List<Step> steps = new ArrayList<>();
        for (OfAct act : columns.acts()) {
            LocalDate day = r.date(act.title(OldColumns.DAY));
            if (day == null) {
                if (act.touched(r)) {
                    said.add(new Said(act.title(OldColumns.DAY), "填写了这一步的内容，没有填写办理日期", "请补上日期，或者删去这一步的内容", ""));
                }
                continue;
            }
            if (!day.isBefore(today)) {
                said.add(new Said(act.title(OldColumns.DAY), day + " 不早于今天", "今天和以后的事项在案件中办理", ""));
            }
            Map<String, Object> form = act.form(r, people::id, (column, w) -> said.add(new Said(column, String.valueOf(w.getMessage()), w.mend(), "")));
            by(r, act, day, people, said).ifPresent(by -> steps.add(new Step(act, day, by, officers(r, act, people, said), form)));
        }
        if (said.isEmpty() && steps.isEmpty()) {
            said.add(new Said("", "这一行没有任何办理日期", "至少填写立案一类的事项", ""));
        }
        steps.sort(Comparator.comparing(Step::day));
        return steps;
    }

    private Optional<Handling.Past> by(Columns.Record r, OfAct act, LocalDate day, People people, List<Said> said) {
        String column = act.title(OldColumns.ACTOR);
        Caller me = Caller.current();
        if (r.text(column).isEmpty() && act.spec().kind() == ActSpec.Kind.FACT) {
            return Optional.of(new Handling.Past(me.idText(), me.rolesAt(me.agency().id())));
        }
        if (r.text(column).isEmpty()) {
            said.add(new Said(column, "没有填写", "请填写当时办理的人", ""));
            return Optional.empty();
        }
        try {
            String actor = people.id(r.text(column));
            String stated = r.text(act.title(OldColumns.ROLE));
            return Optional.of(new Handling.Past(actor, stated.isEmpty() ? store.roles(Long.parseLong(actor), me.agency().id(), day) : List.of(people.role(stated))));
        } catch (Wrong w) {
            said.add(new Said(column, String.valueOf(w.getMessage()), w.mend(), ""));
            return Optional.empty();
        }
    }

    private static List<String> officers(Columns.Record r, OfAct act, People people, List<Said> said) {
        if (!act.spec().needsOfficers()) {
            return List.of();
        }
        String column = act.title(OldColumns.OFFICERS);
        List<String> ids = new ArrayList<>();
        for (String text : r.text(column).split("[、;；,，\\s]+")) {
            try {
                if (!text.isEmpty()) {
                    ids.add(people.id(text));
                }
            } catch (Wrong w) {
                said.add(new Said(column, String.valueOf(w.getMessage()), w.mend(), ""));
            }
        }
        return ids;
    }

    /** Whom a cell means. */
    private static final class People {
        private final Map<String, Set<Long>> byText = new HashMap<>();
        private final Map<String, String> roles = new HashMap<>();

        People(List<OldCaseStore.Known> known, List<OldCaseStore.Role> roles) {
            known.forEach(k -> {
                byText.computeIfAbsent(k.name(), n -> new java.util.HashSet<>()).add(k.id());
                if (!k.number().isEmpty()) {
                    byText.computeIfAbsent(k.number(), n -> new java.util.HashSet<>()).add(k.id());
                }
            });
            roles.forEach(r -> this.roles.put(r.title(), r.code()));
        }

        String id(String text) {
            Set<Long> found = byText.getOrDefault(text.strip(), Set.of());
            if (found.size() != 1) {
                throw found.isEmpty() ? new Wrong("登记册中本机关没有“" + text + "”", "请先在执法人员中登记（离任的也要登记），或者核对姓名、执法证号")
                        : new Wrong("本机关有 " + found.size() + " 名“" + text + "”", "请填写执法证号");
            }
            return Long.toString(found.iterator().next());
        }

        String role(String title) {
            return java.util.Objects.requireNonNull(roles.get(title));
        }
    }
}
