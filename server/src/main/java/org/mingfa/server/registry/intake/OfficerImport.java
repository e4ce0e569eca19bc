package org.mingfa.server.registry.intake;

import static org.mingfa.server.registry.intake.OfficerColumns.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mingfa.server.access.Caller;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.NewPerson;
import org.mingfa.server.registry.NewPerson.NewCertificate;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.intake.OfficerRows.Row;
import org.mingfa.server.registry.person.BulkStore;
import org.mingfa.server.registry.person.BulkStore.Holding;
import org.mingfa.server.registry.person.CertificateBook;
import org.mingfa.server.registry.person.Identities;
import org.mingfa.server.sheet.Columns;
import org.mingfa.server.sheet.Faults;
import org.mingfa.server.sheet.Sheet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes a table of people in, all rows or none: rows against one another and against the register. */
@Component
public class OfficerImport {

    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final CertificateBook book;
    private final Identities identities;
    private final BulkStore bulk;
    private final RegisterParameters parameters;

    OfficerImport(JdbcClient jdbc, Keeping keeping, CertificateBook book, Identities identities, BulkStore bulk, RegisterParameters parameters) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.book = book;
        this.identities = identities;
        this.bulk = bulk;
        this.parameters = parameters;
    }

    /** Who comes in: new people, and further certificates of those or of people in the register. */
    private static final class Plan {
        private final List<NewPerson> people = new ArrayList<>();
        /** By the place of a person in {@code people}. */
        private final List<Map.Entry<Integer, NewCertificate>> further = new ArrayList<>();
        private final Map<Long, List<NewCertificate>> known = new LinkedHashMap<>();
    }

    /** A person as met so far: which row was first, and the certificates by row. */
    private record Met(int row, NewPerson person, int place, List<Map.Entry<Integer, NewCertificate>> certificates) {}

    public ImportReport run(Sheet sheet, boolean dryRun) {
        return keeping.change(() -> {
            Faults faults = new Faults();
            OfficerRows rows = new OfficerRows(new Places(jdbc, keeping.regions(), parameters.today()), book.issuers(), agency -> keeping.may("person.write", agency), faults);
            List<Row> right = new ArrayList<>();
            for (Columns.Record r : COLUMNS.read(sheet, faults)) {
                rows.row(r).ifPresent(right::add);
            }
            Plan plan = plan(right, faults);
            if (faults.any() || dryRun) {
                return ImportReport.of(faults, sheet.rows().size(), 0);
            }
            write(plan);
            return ImportReport.of(faults, sheet.rows().size(), sheet.rows().size());
        });
    }

    private void write(Plan plan) {
        long by = Caller.current().id();
        List<Long> ids = bulk.addAll(plan.people, by);
        List<Holding> more = new ArrayList<>();
        plan.known.forEach((person, certificates) -> certificates.forEach(c -> more.add(new Holding(person, c))));
        plan.further.forEach(f -> more.add(new Holding(ids.get(f.getKey()), f.getValue())));
        bulk.addCertificates(more, by);
    }

    private Plan plan(List<Row> rows, Faults faults) {
        numbers(rows, faults);
        Map<String, Long> holders = identities.holders(rows.stream().map(r -> r.person().idNumber()).filter(Objects::nonNull).distinct().toList());
        Map<Long, BulkStore.Registered> registered = bulk.registered(holders.values());
        Map<Long, List<CertificateBook.Version>> held = book.newest(holders.values());
        Plan plan = new Plan();
        Map<String, Met> met = new HashMap<>();
        Set<String> nameless = new HashSet<>(bulk.namesakes(rows.stream().map(Row::person).filter(p -> p.idNumber() == null).toList()));
        for (Row row : rows) {
            NewPerson p = row.person();
            String id = p.idNumber();
            Long holder = id == null ? null : holders.get(id);
            if (p.certificate() != null && (holder == null || held.getOrDefault(holder, List.of()).isEmpty()) && !keeping.may("application.decide", p.agency())) {
                faults.add(row.number(), NUMBER, number(row), "首个执法证件须经领证申请", "由办理领证申请的人员导入已有的证件，或者去掉证件各列，先导入人员");
            }
            if (id == null) {
                if (!nameless.add(p.agency() + " " + p.name())) {
                    faults.add(row.number(), NAME, p.name(), "本单位已有同名人员（登记册中或者本表中），没有身份证号无法区分", "请补上身份证号，或者删去重复的行");
                }
                plan.people.add(p);
            } else if (holders.containsKey(id)) {
                known(row, holders.get(id), Objects.requireNonNull(registered.get(holders.get(id))), held.getOrDefault(holders.get(id), List.of()), plan, faults);
            } else {
                fresh(row, id, met, plan, faults);
            }
        }
        return plan;
    }

    /** Certificate numbers twice in the table, or somebody's already. */
    private void numbers(List<Row> rows, Faults faults) {
        Map<String, Integer> first = new HashMap<>();
        List<Row> with = rows.stream().filter(r -> r.person().certificate() != null).toList();
        for (Row r : with) {
            String number = number(r);
            Integer before = first.putIfAbsent(number, r.number());
            if (before != null) {
                faults.add(r.number(), NUMBER, number, "证件编号与第 " + before + " 行重复", "请核对两行的证件编号");
            }
        }
        Set<String> taken = new HashSet<>(book.taken(first.keySet()));
        with.stream().filter(r -> taken.contains(number(r))).forEach(r ->
                faults.add(r.number(), NUMBER, number(r), "该证号已经登记", "已登记的请删去此行；换发的请填新证号"));
    }

    private static String number(Row r) {
        return Objects.requireNonNull(r.person().certificate()).number();
    }

    /** Somebody of the register: only a further certificate can be meant. */
    private void known(Row row, long person, BulkStore.Registered known, List<CertificateBook.Version> held, Plan plan, Faults faults) {
        NewPerson p = row.person();
        NewCertificate c = p.certificate();
        if (!p.name().equals(known.name()) || p.agency() != known.agency() || c == null) {
            faults.add(row.number(), ID, OfficerRows.masked(Objects.requireNonNull(p.idNumber())), "这个身份证号已经登记" + (c == null ? "" : "，姓名或者单位与此行不同"),
                    c == null ? "请删去此行；岗位变更在登记册中办理" : "请核对号码、姓名和单位；调动请先在登记册中办理");
            return;
        }
        Optional<CertificateBook.Version> other = CertificateBook.overlapping(held, c);
        List<NewCertificate> mine = plan.known.computeIfAbsent(person, x -> new ArrayList<>());
        List<NewCertificate> here = mine.stream().filter(h -> overlap(h, c)).toList();
        if (other.isPresent() || !here.isEmpty()) {
            overlapping(row, other.map(CertificateBook.Version::number).orElseGet(() -> here.getFirst().number()), faults);
        }
        mine.add(c);
    }

    private static void fresh(Row row, String id, Map<String, Met> met, Plan plan, Faults faults) {
        NewPerson p = row.person();
        Met before = met.get(id);
        if (before == null) {
            Met m = new Met(row.number(), p, plan.people.size(), new ArrayList<>());
            if (p.certificate() != null) {
                m.certificates.add(Map.entry(row.number(), p.certificate()));
            }
            met.put(id, m);
            plan.people.add(p);
            return;
        }
        NewCertificate c = p.certificate();
        if (!before.person.name().equals(p.name()) || before.person.agency() != p.agency() || c == null) {
            faults.add(row.number(), ID, OfficerRows.masked(id), "身份证号与第 " + before.row + " 行重复", "请核对两行；同一人的另一证件，姓名和单位须相同");
            return;
        }
        before.certificates.stream().filter(e -> overlap(e.getValue(), c)).findFirst().ifPresent(e -> overlapping(row, "第 " + e.getKey() + " 行", faults));
        before.certificates.add(Map.entry(row.number(), c));
        plan.further.add(Map.entry(before.place, c));
    }

    private static void overlapping(Row row, String with, Faults faults) {
        faults.add(row.number(), FIRST, Objects.requireNonNull(row.person().certificate()).firstDay().toString(), "有效期与同一人的另一执法证件重叠（" + with + "）", "请核对起止日期；换发的从旧证期满次日起");
    }

    private static boolean overlap(NewCertificate a, NewCertificate b) {
        return a.ministry() == b.ministry() && (!a.ministry() || a.field().equals(b.field()))
                && CertificateBook.overlap(a.firstDay(), a.lastDay(), b.firstDay(), b.lastDay());
    }
}
