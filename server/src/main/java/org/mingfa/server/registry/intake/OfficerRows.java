package org.mingfa.server.registry.intake;

import static org.mingfa.server.registry.intake.OfficerColumns.*;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.identity.CitizenId;
import org.mingfa.server.registry.NewPerson;
import org.mingfa.server.registry.NewPerson.NewCertificate;
import org.mingfa.server.registry.PersonKind;
import org.mingfa.server.registry.person.CertificateBook;
import org.mingfa.server.registry.person.CertificateBook.Issuer;
import org.mingfa.server.sheet.Columns;
import org.mingfa.server.sheet.Faults;

/** What single rows of the table of people say, each checked by itself: places, codes, dates, the number's pattern. */
final class OfficerRows {

    /** A row that is right by itself. */
    record Row(int number, NewPerson person) {}

    private final Places places;
    private final List<Issuer> issuers;
    private final LongPredicate keeps;
    private final Faults faults;

    /** @param keeps whether the caller keeps the people of a body */
    OfficerRows(Places places, List<Issuer> issuers, LongPredicate keeps, Faults faults) {
        this.places = places;
        this.issuers = issuers;
        this.keeps = remembered(keeps);
        this.faults = faults;
    }

    private static LongPredicate remembered(LongPredicate slow) {
        Map<Long, Boolean> known = new HashMap<>();
        return id -> known.computeIfAbsent(id, slow::test);
    }

    Optional<Row> row(Columns.Record r) {
        Places.Body body = body(r);
        PersonKind kind = PersonKind.of(r.text(KIND)).orElseThrow();
        String id = r.text(ID).toUpperCase(java.util.Locale.ROOT);
        if (!id.isEmpty() && !CitizenId.valid(id)) {
            faults.add(r.row(), ID, masked(id), "身份证号的位数、出生日期或校验位不对", "请对照证件核对 18 位号码（GB 11643）");
        }
        if (!r.text(PHONE).isEmpty() && !r.text(PHONE).matches("[0-9+ -]{5,20}")) {
            faults.add(r.row(), PHONE, "…", "不是电话号码", "请只填数字，如 13900000000");
        }
        NewCertificate certificate = certificate(r, kind);
        if (faults.in(r.row()) || body == null) {
            return Optional.empty();
        }
        return Optional.of(new Row(r.row(), new NewPerson(r.text(NAME), body.id(), blank(r.text(UNIT)), r.text(TITLE), kind, r.date(FROM), yes(r, REVIEWER),
                yes(r, QUALIFIED), yes(r, HOST), blank(id), blank(r.text(PHONE)), certificate)));
    }

    private Places.@Nullable Body body(Columns.Record r) {
        String name = r.text(BODY);
        Places.Body body = places.body(name).orElse(null);
        if (body == null) {
            faults.add(r.row(), BODY, name, "登记册中没有这个单位，或者不在本地区", places.like(name));
        } else if (!keeps.test(body.id())) {
            faults.add(r.row(), BODY, name, "您只管理本单位的人员", "请删去其他单位的行");
        }
        return body;
    }

    private @Nullable NewCertificate certificate(Columns.Record r, PersonKind kind) {
        List<String> missing = CERTIFICATE.stream().filter(c -> r.text(c).isEmpty() && r.date(c) == null).toList();
        if (missing.size() == CERTIFICATE.size()) {
            return null;
        }
        if (!missing.isEmpty()) {
            faults.add(r.row(), missing.getFirst(), "", "证件的内容不全，还缺：" + String.join("、", missing), "请填全，或者五列都留空");
            return null;
        }
        if (kind == PersonKind.AUXILIARY) {
            faults.add(r.row(), NUMBER, r.text(NUMBER), "执法辅助人员不持行政执法证", "请核对人员类别，或者删去证件");
        }
        return certificate(r, r.date(FIRST), r.date(LAST));
    }

    private @Nullable NewCertificate certificate(Columns.Record r, LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            faults.add(r.row(), LAST, last.toString(), "早于有效期起", "请核对两个日期");
        }
        if (!places.field(r.text(FIELD))) {
            faults.add(r.row(), FIELD, r.text(FIELD), "没有单位有这个执法领域", "可选：" + places.fields());
        }
        Optional<Places.Region> region = places.region(r.text(REGION));
        if (region.isEmpty()) {
            faults.add(r.row(), REGION, r.text(REGION), "没有这个行政区划", "请填写已登记的名称或六位代码");
        }
        Issuer issuer = issuers.stream().filter(i -> i.name().equals(r.text(ISSUER))).findFirst().orElse(null);
        if (issuer == null && !r.text(ISSUER).isEmpty()) {
            faults.add(r.row(), ISSUER, r.text(ISSUER), "没有登记这个发证机关", issuers.isEmpty() ? "请先登记发证机关，或者留空" : "可选：" + String.join("、", issuers.stream().map(Issuer::name).toList()));
        }
        if (!CertificateBook.fits(issuer, r.text(NUMBER))) {
            faults.add(r.row(), NUMBER, r.text(NUMBER), issuer == null ? "不是 4 至 30 位汉字、数字、大写字母或短横" : "不合" + issuer.name() + "的编号规则 " + issuer.pattern(), "请对照证件核对");
        }
        return region.isEmpty() ? null : new NewCertificate(r.text(NUMBER), r.text(FIELD), region.get().code(), first, last,
                issuer == null ? null : issuer.id(), yes(r, MINISTRY) || issuer != null && issuer.ministry());
    }

    private static boolean yes(Columns.Record r, String column) {
        return Boolean.TRUE.equals(r.yes(column));
    }

    static @Nullable String blank(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Enough to find the row by, not enough to learn the number. */
    static String masked(String id) {
        return id.length() < 10 ? "…" : id.substring(0, 6) + "********" + id.substring(id.length() - 2);
    }
}
