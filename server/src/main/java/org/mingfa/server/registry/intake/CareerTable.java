package org.mingfa.server.registry.intake;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.career.Leads;
import org.mingfa.server.registry.career.Postings;
import org.mingfa.server.registry.career.Powers;
import org.mingfa.server.registry.career.Records;
import org.mingfa.server.sheet.Columns;
import org.mingfa.server.sheet.Faults;
import org.mingfa.server.sheet.Sheet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 主办人资格, 派驻, 表彰和保障 and 分级授权 as tables: each row is one step, taken as on the page. */
@Component
public class CareerTable {

    private final Leads leads;
    private final Postings postings;
    private final Records records;
    private final Powers powers;
    private final RowByRow rows;
    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    CareerTable(Leads leads, Postings postings, Records records, Powers powers, RowByRow rows, JdbcClient jdbc, Keeping keeping, RegisterParameters parameters) {
        this.leads = leads;
        this.postings = postings;
        this.records = records;
        this.powers = powers;
        this.rows = rows;
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    public Columns columns(CareerColumns.Table table) {
        return table == CareerColumns.Table.POWERS ? CareerColumns.powers(powers.levels().stream().map(Powers.Level::title).toList()) : CareerColumns.of(table);
    }

    public ImportReport run(CareerColumns.Table table, Sheet sheet, boolean dryRun) {
        Reading reading = new Reading();
        return rows.run(sheet, dryRun, columns(table), CareerColumns.FIELDS, switch (table) {
            case LEADS -> reading::lead;
            case POSTINGS -> reading::posting;
            case RECORDS -> reading::record;
            case POWERS -> reading::power;
        });
    }

    /** One table's rows, one after another. */
    private final class Reading {

        private final Places places = new Places(jdbc, keeping.regions(), parameters.today());
        private final KnownPeople people = new KnownPeople(jdbc, keeping.regions());

        private Places.@Nullable Body body(Columns.Record r, String column, Faults faults) {
            Places.Body body = places.body(r.text(column)).orElse(null);
            if (body == null) {
                faults.add(r.row(), column, r.text(column), "登记册中没有这个单位，或者不在本地区", places.like(r.text(column)));
            }
            return body;
        }

        private KnownPeople.@Nullable Person person(Columns.Record r, Faults faults) {
            Places.Body body = body(r, CareerColumns.BODY, faults);
            if (body != null && !keeping.may("career.write", body.id())) {
                faults.add(r.row(), CareerColumns.BODY, r.text(CareerColumns.BODY), "您只管理本单位的登记", "请删去其他单位的行");
                return null;
            }
            return body == null ? null : people.of(r, body, CareerColumns.PERSON, faults);
        }

        void lead(Columns.Record r, Faults faults) {
            KnownPeople.Person person = person(r, faults);
            String what = CareerColumns.code(CareerColumns.STEPS, r.text(CareerColumns.STEP));
            if (!what.equals("ended") && r.date(CareerColumns.TO) == null) {
                faults.add(r.row(), CareerColumns.TO, "", "没有填写", "授予和延续的，填写资格期限的末日");
            }
            if (person != null && !faults.in(r.row())) {
                leads.step(person.id(), new Leads.Wanted(what, Objects.requireNonNull(r.date(CareerColumns.FROM)), r.date(CareerColumns.TO), r.text(CareerColumns.BY), r.text(CareerColumns.BASIS)));
            }
        }

        void posting(Columns.Record r, Faults faults) {
            KnownPeople.Person person = person(r, faults);
            Places.Body to = body(r, CareerColumns.POSTED, faults);
            if (person != null && to != null) {
                postings.send(person.id(), new Postings.NewPosting(to.id(), Objects.requireNonNull(r.date(CareerColumns.FROM)), r.date(CareerColumns.TO),
                        CareerColumns.code(CareerColumns.SIDES, r.text(CareerColumns.DIRECTS)), CareerColumns.code(CareerColumns.SIDES, r.text(CareerColumns.APPRAISES)), r.text(CareerColumns.BASIS)));
            }
        }

        void record(Columns.Record r, Faults faults) {
            KnownPeople.Person person = person(r, faults);
            if (person != null && !records.add(person.id(), new Records.NewRecord(CareerColumns.code(CareerColumns.KINDS, r.text(CareerColumns.KIND)), r.text(CareerColumns.TITLE),
                    Objects.requireNonNull(r.date(CareerColumns.FROM)), r.date(CareerColumns.TO), r.text(CareerColumns.BY), r.text(CareerColumns.DOCUMENT)))) {
                throw Refused.conflict("此人的这项记录已经登记，或者在本表中出现两次");
            }
        }

        void power(Columns.Record r, Faults faults) {
            Places.Body body = body(r, CareerColumns.BODY, faults);
            String level = powers.levels().stream().filter(l -> l.title().equals(r.text(CareerColumns.LEVEL))).map(Powers.Level::code).findFirst().orElseThrow();
            String amount = r.text(CareerColumns.AMOUNT);
            if (!amount.matches("|\\d{1,12}(\\.\\d{1,2})?")) {
                faults.add(r.row(), CareerColumns.AMOUNT, amount, "不是以元计的数额", "请只填数字，如 50000；不以数额划分的留空");
            } else if (body != null) {
                powers.set(body.id(), new Powers.NewPower(r.text(CareerColumns.MATTER), level, Objects.requireNonNull(r.date(CareerColumns.FROM)),
                        amount.isEmpty() ? null : new BigDecimal(amount).movePointRight(2).longValueExact(), Boolean.TRUE.equals(r.yes(CareerColumns.ENDED)), r.text(CareerColumns.BASIS)));
            }
        }
    }

    /** The words of a choice and what they are in the table, the other way round. */
    static String title(List<Map.Entry<String, String>> of, String code) {
        return of.stream().filter(e -> e.getValue().equals(code)).map(Map.Entry::getKey).findFirst().orElse(code);
    }
}
