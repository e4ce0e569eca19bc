package org.mingfa.server.registry.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.equipment.Equipment;
import org.mingfa.server.registry.equipment.Equipment.Kind;
import org.mingfa.server.registry.equipment.EquipmentIntake;
import org.mingfa.server.registry.equipment.EquipmentPiece;
import org.mingfa.server.sheet.Column;
import org.mingfa.server.sheet.Columns;
import org.mingfa.server.sheet.Faults;
import org.mingfa.server.sheet.Sheet;
import org.mingfa.server.sheet.SheetOut;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Equipment as a table: new pieces, who has them, and which are faulty, lost or retired. */
@Component
public class EquipmentTable {

    private static final int PAGE = 1_000;
    private static final int MOST = 50_000;
    private static final String BODY = "单位";
    private static final String KIND = "装备类别";
    private static final String NUMBER = "编号";
    private static final String MODEL = "规格型号";
    private static final String ACQUIRED = "购置日期";
    private static final String HOLDER = "领用人";
    private static final String UNIT = "领用机构";
    private static final String FROM = "领用日期";
    private static final String STATE = "状态";
    private static final String NOTE = "备注";
    private static final KnownPeople.Named PERSON = new KnownPeople.Named(HOLDER, null);
    private static final List<String> STATES = List.of("正常", "故障", "遗失", "报废");

    private final Equipment equipment;
    private final EquipmentIntake intake;
    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    EquipmentTable(Equipment equipment, EquipmentIntake intake, JdbcClient jdbc, Keeping keeping, RegisterParameters parameters) {
        this.equipment = equipment;
        this.intake = intake;
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    public Columns columns() {
        return new Columns(List.of(
                Column.text(BODY, 100, "执法主体名录中的全称", "云岭市市场监督管理局"),
                Column.choice(KIND, equipment.kinds().stream().map(Kind::title).toList(), "装备类别", "执法记录仪"),
                Column.text(NUMBER, 40, "装备上的编号，本单位同类装备不得重复", "JLY-001"), Column.text(MODEL, 100, "规格型号", "1080P 64G").optional(),
                Column.date(ACQUIRED, "购置或者配发之日", "2025-01-10"), Column.text(HOLDER, 20, "领用人姓名；由机构领用的不填", "林予安").optional(),
                Column.text(UNIT, 60, "领用的内设机构；由个人领用的不填", "执法大队").optional(), Column.date(FROM, "有领用人或者领用机构的必填", "2025-01-12").optional(),
                Column.choice(STATE, STATES, "不填为正常；遗失、报废的不填领用", "正常").optional(), Column.text(NOTE, 200, "备注", "").optional()));
    }

    public ImportReport run(Sheet sheet, boolean dryRun) {
        return keeping.change(() -> {
            Faults faults = new Faults();
            List<Columns.Record> rows = columns().read(sheet, faults);
            Reading reading = new Reading(faults);
            List<EquipmentIntake.Row> taken = rows.stream().map(reading::row).filter(Objects::nonNull).toList();
            boolean take = !faults.any() && !dryRun;
            if (take) {
                intake.addAll(taken);
            }
            return ImportReport.of(faults, sheet.rows().size(), take ? taken.size() : 0);
        });
    }

    /** One table's rows, one after another. */
    private final class Reading {

        private final Faults faults;
        private final Places places = new Places(jdbc, keeping.regions(), parameters.today());
        private final KnownPeople people = new KnownPeople(jdbc, keeping.regions());
        private final Map<String, String> kinds = equipment.kinds().stream().collect(Collectors.toMap(Kind::title, Kind::code));
        private final Map<Long, Boolean> kept = new HashMap<>();
        private final Map<Long, Map<String, Long>> units = new HashMap<>();
        private final Map<Long, Set<String>> numbers = new HashMap<>();

        Reading(Faults faults) {
            this.faults = faults;
        }

        EquipmentIntake.@Nullable Row row(Columns.Record r) {
            Places.Body body = places.body(r.text(BODY)).orElse(null);
            if (body == null) {
                faults.add(r.row(), BODY, r.text(BODY), "登记册中没有这个单位，或者不在本地区", places.like(r.text(BODY)));
                return null;
            }
            if (!kept.computeIfAbsent(body.id(), a -> keeping.may("equipment.write", a))) {
                faults.add(r.row(), BODY, r.text(BODY), "您只管理本单位的装备", "请删去其他单位的行");
                return null;
            }
            String kind = Objects.requireNonNull(kinds.get(r.text(KIND)));
            if (!numbers.computeIfAbsent(body.id(), intake::numbers).add(kind + " " + r.text(NUMBER))) {
                faults.add(r.row(), NUMBER, r.text(NUMBER), "本单位这类装备已有这个编号，或者在本表中出现两次", "请核对编号，或者删去此行");
            }
            Long holder = r.text(HOLDER).isEmpty() ? null : holder(r, body);
            Long unit = r.text(UNIT).isEmpty() ? null : unit(r, body);
            days(r, holder);
            return new EquipmentIntake.Row(body.id(), kind, r.text(NUMBER), r.text(MODEL), Objects.requireNonNull(r.date(ACQUIRED)), r.text(NOTE), holder, unit,
                    r.date(FROM), STATES.indexOf(r.text(STATE)));
        }

        private @Nullable Long holder(Columns.Record r, Places.Body body) {
            KnownPeople.Person person = people.of(r, body, PERSON, faults);
            LocalDate from = r.date(FROM);
            if (person != null && from != null && !intake.at(person.id(), body.id(), from)) {
                faults.add(r.row(), HOLDER, r.text(HOLDER), "此人在领用之日不在本单位", "请核对领用人和领用日期");
            }
            return person == null ? null : person.id();
        }

        private @Nullable Long unit(Columns.Record r, Places.Body body) {
            Long unit = units.computeIfAbsent(body.id(), intake::units).get(r.text(UNIT));
            if (unit == null) {
                faults.add(r.row(), UNIT, r.text(UNIT), "本单位没有登记这个内设机构", "可选：" + String.join("、", units.get(body.id()).keySet().stream().sorted().limit(20).toList()));
            }
            return unit;
        }

        private void days(Columns.Record r, @Nullable Long holder) {
            LocalDate acquired = Objects.requireNonNull(r.date(ACQUIRED));
            LocalDate from = r.date(FROM);
            boolean held = !r.text(HOLDER).isEmpty() || !r.text(UNIT).isEmpty();
            if (acquired.isAfter(parameters.today())) {
                faults.add(r.row(), ACQUIRED, acquired.toString(), "晚于今天", "请核对购置日期");
            }
            if (!r.text(HOLDER).isEmpty() && !r.text(UNIT).isEmpty()) {
                faults.add(r.row(), UNIT, r.text(UNIT), "领用人和领用机构只填一项", "请删去一项");
            }
            if (held != (from != null)) {
                faults.add(r.row(), FROM, from == null ? "" : from.toString(), held ? "没有填写" : "没有领用人，也没有领用机构", "领用人或者领用机构与领用日期一起填写");
            } else if (from != null && (from.isBefore(acquired) || from.isAfter(parameters.today()))) {
                faults.add(r.row(), FROM, from.toString(), "早于购置日期，或者晚于今天", "请核对两个日期");
            }
            if (held && STATES.indexOf(r.text(STATE)) > 1) {
                faults.add(r.row(), STATE, r.text(STATE), "遗失、报废的装备没有领用人", "请删去领用，或者改正状态");
            }
        }
    }

    /** Page by page, with the columns of the import. */
    public void export(@Nullable Long agency, @Nullable String kind, @Nullable String state, @Nullable String q, OutputStream out) throws IOException {
        Stream<List<EquipmentPiece>> pages = Stream.iterate(equipment.page(agency, kind, state, q, 0, PAGE), p -> !p.isEmpty(),
                p -> p.size() < PAGE ? List.<EquipmentPiece>of() : equipment.page(agency, kind, state, q, Long.parseLong(p.getLast().id()), PAGE));
        SheetOut.xlsx("执法装备", columns().all().stream().map(Column::title).toList(), pages.limit(MOST / PAGE).flatMap(List::stream).map(EquipmentTable::cells), out);
    }

    private static List<String> cells(EquipmentPiece p) {
        String state = p.state().equals("lost") ? "遗失" : p.state().equals("retired") ? "报废" : p.faulty() ? "故障" : "正常";
        return Arrays.asList(p.agencyName(), p.kindTitle(), p.number(), p.model(), p.acquiredOn().toString(), p.holderName() == null ? "" : p.holderName(),
                p.holderUnit() == null ? "" : p.holderUnit(), p.heldFrom() == null ? "" : p.heldFrom().toString(), state, p.note());
    }
}
