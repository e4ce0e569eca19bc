package org.mingfa.server.registry.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.identity.Uscc;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.body.Bodies;
import org.mingfa.server.registry.body.BodyStore;
import org.mingfa.server.registry.body.BodyVersion;
import org.mingfa.server.registry.body.BodyVersion.Delegation;
import org.mingfa.server.sheet.Column;
import org.mingfa.server.sheet.Columns;
import org.mingfa.server.sheet.Faults;
import org.mingfa.server.sheet.Sheet;
import org.mingfa.server.sheet.SheetOut;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of bodies in and out; a superior or a delegating body may stand in the same table. */
@Component
public class BodyImport {

    private static final String NAME = "主体名称";
    private static final String SHORT = "机关代字";
    private static final String KIND = "主体类型";
    private static final String TIER = "层级";
    private static final String REGION = "行政区划";
    private static final String FIELD = "执法领域";
    private static final String USCC = "统一社会信用代码";
    private static final String PARENT = "上级主体";
    private static final String BASIS = "执法依据";
    private static final String FROM = "生效日期";
    private static final String DELEGATOR = "委托机关";
    private static final String ITEMS = "委托事项";
    private static final String STARTS = "委托开始";
    private static final String ENDS = "委托截止";
    private static final String PUBLISHED = "公布日期";
    private static final Map<String, String> KINDS = Map.of("法定行政机关", "statutory", "法律法规授权组织", "authorised", "受委托组织", "entrusted");
    private static final Map<String, String> TIERS = Map.of("省", "province", "市", "city", "县", "county", "乡镇街道", "township");

    public static final Columns COLUMNS = new Columns(List.of(
            Column.text(NAME, 100, "公告用的全称", "清河县市场监督管理局"), Column.text(SHORT, 20, "用于案号和文书文号", "云清市监"),
            Column.choice(KIND, List.of("法定行政机关", "法律法规授权组织", "受委托组织"), "主体类型", "法定行政机关"),
            Column.choice(TIER, List.of("省", "市", "县", "乡镇街道"), "层级", "县"),
            Column.text(REGION, 60, "已登记的行政区划名称或六位代码", "149902"), Column.text(FIELD, 20, "执法领域", "市场监管"),
            Column.text(USCC, 18, "18 位，校验（GB 32100）", "11149902MB00000006").optional(),
            Column.text(PARENT, 100, "登记册中或本表中的主体全称", "云岭市市场监督管理局").optional(),
            Column.text(BASIS, 500, "赋予其执法权的法律和条文", "行政处罚法 第十七条"), Column.date(FROM, "取得主体资格之日", "2024-01-01"),
            Column.text(DELEGATOR, 100, "受委托组织必填：委托它的机关", "").optional(), Column.text(ITEMS, 2000, "受委托组织必填：委托的事项", "").optional(),
            Column.date(STARTS, "受委托组织必填", "").optional(), Column.date(ENDS, "受委托组织必填", "").optional(),
            Column.date(PUBLISHED, "委托书向社会公布之日；未公布的没有主体资格", "").optional()));

    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final Bodies bodies;
    private final BodyStore store;
    private final RegisterParameters parameters;

    BodyImport(JdbcClient jdbc, Keeping keeping, Bodies bodies, BodyStore store, RegisterParameters parameters) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.bodies = bodies;
        this.store = store;
        this.parameters = parameters;
    }

    private record Reading(Map<String, Columns.Record> table, Places places, Faults faults) {}

    public ImportReport run(Sheet sheet, boolean dryRun) {
        return keeping.change(() -> {
            Faults faults = new Faults();
            Places places = new Places(jdbc, keeping.regions(), parameters.today());
            Reading reading = new Reading(table(COLUMNS.read(sheet, faults), faults), places, faults);
            Set<String> codes = new HashSet<>();
            reading.table.values().forEach(r -> check(reading, r, codes));
            circles(reading);
            if (!faults.any() && !dryRun) {
                Map<String, Long> made = new HashMap<>();
                reading.table.keySet().forEach(name -> write(reading, name, made));
                return ImportReport.of(faults, sheet.rows().size(), made.size());
            }
            return ImportReport.of(faults, sheet.rows().size(), 0);
        });
    }

    private static Map<String, Columns.Record> table(List<Columns.Record> rows, Faults faults) {
        Map<String, Columns.Record> table = new LinkedHashMap<>();
        for (Columns.Record r : rows) {
            Columns.Record before = table.putIfAbsent(r.text(NAME), r);
            if (before != null) {
                faults.add(r.row(), NAME, r.text(NAME), "名称与第 " + before.row() + " 行重复", "请核对两行");
            }
        }
        return table;
    }

    private void check(Reading in, Columns.Record r, Set<String> codes) {
        Faults faults = in.faults;
        String name = r.text(NAME);
        if (in.places.twins(name)) {
            faults.add(r.row(), NAME, name, "登记册中已有几个同名的主体", "请删去此行；变更在登记册中办理");
        }
        in.places.body(name).ifPresent(b -> faults.add(r.row(), NAME, name, "登记册中已有这个主体" + (b.name().equals(name) ? "" : "（现名 " + b.name() + "）"), "请删去此行；变更在登记册中办理"));
        if (in.places.region(r.text(REGION)).filter(x -> keeping.regions().contains(x.id())).isEmpty()) {
            faults.add(r.row(), REGION, r.text(REGION), "没有这个行政区划，或者不在本地区", "请填写已登记的名称或六位代码");
        }
        String uscc = r.text(USCC);
        if (!uscc.isEmpty() && !Uscc.valid(uscc)) {
            faults.add(r.row(), USCC, uscc, "统一社会信用代码的校验位不对", "请对照证书核对 18 位代码（GB 32100）");
        } else if (!uscc.isEmpty() && (!codes.add(uscc) || registered(uscc))) {
            faults.add(r.row(), USCC, uscc, "统一社会信用代码重复", "一个代码只属于一个主体，请核对");
        }
        if (!r.text(PARENT).isEmpty() && !in.table.containsKey(r.text(PARENT)) && in.places.body(r.text(PARENT)).isEmpty()) {
            faults.add(r.row(), PARENT, r.text(PARENT), "登记册和本表中都没有这个上级主体", in.places.like(r.text(PARENT)));
        }
        delegation(in, r);
    }

    private boolean registered(String uscc) {
        return jdbc.sql("select exists (select from body_version where uscc = ?)").param(uscc).query(Boolean.class).single();
    }

    private static void delegation(Reading in, Columns.Record r) {
        List<String> columns = List.of(DELEGATOR, ITEMS, STARTS, ENDS);
        List<String> missing = columns.stream().filter(c -> r.text(c).isEmpty() && r.date(c) == null).toList();
        if (!r.text(KIND).equals("受委托组织")) {
            if (missing.size() < columns.size()) {
                in.faults.add(r.row(), KIND, r.text(KIND), "只有受委托组织才填委托", "请核对主体类型，或者清空委托的各列");
            }
            return;
        }
        if (!missing.isEmpty()) {
            in.faults.add(r.row(), missing.getFirst(), "", "委托的内容不全，还缺：" + String.join("、", missing), "委托书应当载明（行政处罚法 第二十条）");
            return;
        }
        if (Objects.requireNonNull(r.date(ENDS)).isBefore(r.date(STARTS))) {
            in.faults.add(r.row(), ENDS, String.valueOf(r.date(ENDS)), "早于委托开始", "请核对两个日期");
        }
        String delegator = r.text(DELEGATOR);
        Columns.Record inTable = in.table.get(delegator);
        if (inTable == null && in.places.body(delegator).isEmpty() || delegator.equals(r.text(NAME))) {
            in.faults.add(r.row(), DELEGATOR, delegator, "登记册和本表中都没有这个委托机关", in.places.like(delegator));
        } else if (inTable != null ? inTable.text(KIND).equals("受委托组织") : in.places.body(delegator).orElseThrow().kind().equals("entrusted")) {
            in.faults.add(r.row(), DELEGATOR, delegator, "委托机关自己是受委托组织，不得再委托", "请填写原委托机关（行政处罚法 第二十条）");
        }
    }

    /** Superiors that lead back to where they began. */
    private static void circles(Reading in) {
        for (Columns.Record r : in.table.values()) {
            Set<String> seen = new HashSet<>(Set.of(r.text(NAME)));
            List<String> way = new ArrayList<>(List.of(r.text(NAME)));
            for (String up = r.text(PARENT); in.table.containsKey(up); up = in.table.get(up).text(PARENT)) {
                way.add(up);
                if (up.equals(r.text(NAME))) {
                    in.faults.add(r.row(), PARENT, r.text(PARENT), "上下级成环：" + String.join(" → ", way), "请改正其中一行的上级主体");
                }
                if (!seen.add(up)) {
                    break;
                }
            }
        }
    }

    /** After those it names. @return its id */
    private long write(Reading in, String name, Map<String, Long> made) {
        Long known = made.get(name);
        if (known != null) {
            return known;
        }
        Columns.Record r = Objects.requireNonNull(in.table.get(name));
        Delegation d = r.text(DELEGATOR).isEmpty() ? null : new Delegation(id(in, r.text(DELEGATOR), made), r.text(ITEMS),
                Objects.requireNonNull(r.date(STARTS)), Objects.requireNonNull(r.date(ENDS)), r.date(PUBLISHED));
        LocalDate from = Objects.requireNonNull(r.date(FROM));
        BodyVersion v = new BodyVersion(from, name, r.text(SHORT), Objects.requireNonNull(KINDS.get(r.text(KIND))), Objects.requireNonNull(TIERS.get(r.text(TIER))),
                r.text(PARENT).isEmpty() ? null : id(in, r.text(PARENT), made), OfficerRows.blank(r.text(USCC)), r.text(BASIS), d);
        long id = bodies.enter(in.places.region(r.text(REGION)).orElseThrow().id(), r.text(FIELD), v);
        made.put(name, id);
        return id;
    }

    private long id(Reading in, String name, Map<String, Long> made) {
        return in.table.containsKey(name) ? write(in, name, made) : in.places.body(name).orElseThrow().id();
    }

    public void export(BodyStore.Filter filter, OutputStream out) throws IOException {
        SheetOut.xlsx("执法主体", COLUMNS.all().stream().map(Column::title).toList(), rows(filter), out);
    }

    private Stream<List<String>> rows(BodyStore.Filter filter) {
        return Stream.iterate(store.page(filter, 0, 500), p -> !p.isEmpty(), p -> p.size() < 500 ? List.of() : store.page(filter, Long.parseLong(p.getLast().id()), 500))
                .limit(100).flatMap(p -> p.stream().map(r -> cells(r, filter.on())));
    }

    private List<String> cells(BodyStore.Row r, LocalDate on) {
        BodyVersion v = store.on(Long.parseLong(r.id()), on).orElse(null);
        Delegation d = v == null ? null : v.delegation();
        return List.of(r.name(), r.shortName(), r.kind() == null ? "" : BodyVersion.kindTitle(r.kind()), r.tier() == null ? "" : BodyVersion.tierTitle(r.tier()), r.regionName(),
                r.field(), text(r.uscc()), text(r.parentName()), text(r.basis()), v == null ? "" : v.validFrom().toString(), d == null ? "" : text(store.name(d.delegator())),
                d == null ? "" : d.items(), d == null ? "" : d.from().toString(), d == null ? "" : d.to().toString(), d == null ? "" : text(d.publishedOn()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
