package org.mingfa.server.registry.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.registry.NewPerson.NewCertificate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Certificates (行政执法证) by date, their issuers and yearly checks. A number is one person's for good. */
@Repository
public class CertificateBook {

    /** Why the register does not issue directly. */
    public static final String IN_APPLICATION = "此人有办理中的领证申请，请在申请中发证，或者先撤回申请";

    /** What the register says of a certificate that went through all steps, and of one that was there before. */
    public static final String ON_APPLICATION = "经领证申请";
    public static final String ENTERED = "登记时已有的证件，未经本平台申请";

    private static final List<String> TAKEN_AWAY = List.of("revoked", "withdrawn", "lost");
    private static final Pattern ANY_NUMBER = Pattern.compile("[\\p{IsHan}0-9A-Z-]{4,30}");

    /** A version: what a number says from a day on. */
    public record Version(
            String number, LocalDate validFrom, long person, String field, String regionCode, LocalDate firstDay, LocalDate lastDay,
            String state, String reason, @Nullable Long issuer, boolean ministry) {

        /** For good: a new one is needed. */
        public boolean takenAway() {
            return TAKEN_AWAY.contains(state);
        }
    }

    /** @param pattern of the whole number; "" for any */
    public record Issuer(long id, String name, boolean ministry, String pattern, String filed) {}

    public record Check(String number, int year, String result, LocalDate checkedOn, String note) {}

    private static final String VERSION = """
            select number, valid_from, person_id as person, field, region_code, first_day, last_day,
                   coalesce(state, case when suspended then 'suspended' else 'valid' end) as state, reason, issuer_id as issuer, ministry
            from certificate""";

    private final JdbcClient jdbc;

    CertificateBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All versions of a person's certificates, the newest first. */
    public List<Version> of(long person) {
        return jdbc.sql(VERSION + " where person_id = ? order by valid_from desc, recorded_at desc").param(person).query(Version.class).list();
    }

    /** What a number says on a day, or what it will first say. */
    public Optional<Version> find(String number, LocalDate day) {
        return jdbc.sql(VERSION + " where number = ? order by valid_from <= ? desc, case when valid_from <= ? then valid_from end desc, valid_from, recorded_at desc limit 1")
                .params(number, day, day).query(Version.class).optional();
    }

    /** Whether a person's application for a certificate is under way. */
    public boolean applies(long person) {
        return jdbc.sql("select exists (select from certificate_application where person_id = ? and state in ('filed', 'checked', 'notice'))").param(person).query(Boolean.class).single();
    }

    public void add(Version v, long by) {
        jdbc.sql("""
                insert into certificate (number, valid_from, person_id, field, region_code, first_day, last_day, suspended, state, reason, issuer_id,
                    ministry, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp())""")
                .params(v.number, v.validFrom, v.person, v.field, v.regionCode, v.firstDay, v.lastDay, !v.state.equals("valid"), v.state, v.reason,
                        v.issuer, v.ministry, by)
                .update();
    }

    /** Which of these numbers are somebody's already. */
    public List<String> taken(Collection<String> numbers) {
        return jdbc.sql("select distinct number from certificate where number = any (?)").param(numbers.toArray(String[]::new)).query(String.class).list();
    }

    /**
     * Another certificate of the person that would be valid at the same time: one of the same issue (local, or of a
     * ministry for the same field) whose period, cut off where it was taken away, overlaps.
     */
    public Optional<Version> overlapping(long person, NewCertificate c) {
        return overlapping(newest(List.of(person)).getOrDefault(person, List.of()), c);
    }

    /** The same among certificates that are read already, each with its newest version. */
    public static Optional<Version> overlapping(List<Version> held, NewCertificate c) {
        return held.stream().filter(v -> !v.number.equals(c.number()) && v.ministry == c.ministry() && (!v.ministry || v.field.equals(c.field())))
                .filter(v -> overlap(v.firstDay, end(v), c.firstDay(), c.lastDay())).findFirst();
    }

    /** The certificates of these people, each with its newest version. */
    public Map<Long, List<Version>> newest(Collection<Long> people) {
        return jdbc.sql("select distinct on (number) * from (" + VERSION.replace("from certificate", ", recorded_at from certificate")
                        + " where person_id = any (?)) v order by number, valid_from desc, recorded_at desc")
                .param(people.toArray(Long[]::new)).query(Version.class).list().stream().collect(Collectors.groupingBy(Version::person));
    }

    /** The last day it can have been valid: a suspended one may be given back, one taken away may not. */
    private static LocalDate end(Version v) {
        LocalDate cut = v.validFrom.minusDays(1);
        return v.takenAway() && cut.isBefore(v.lastDay) ? cut : v.lastDay;
    }

    public static boolean overlap(LocalDate from, LocalDate to, LocalDate otherFrom, LocalDate otherTo) {
        return !from.isAfter(otherTo) && !otherFrom.isAfter(to);
    }

    public List<Issuer> issuers() {
        return jdbc.sql("select id, name, ministry, pattern, filed from certificate_issuer order by ministry, name").query(Issuer.class).list();
    }

    public long addIssuer(String name, boolean ministry, String pattern, String filed, long by) {
        return jdbc.sql("insert into certificate_issuer (name, ministry, pattern, filed, recorded_by) values (?, ?, ?, ?, ?) returning id")
                .params(name, ministry, pattern, filed, by).query(Long.class).single();
    }

    public static boolean fits(@Nullable Issuer issuer, String number) {
        return issuer == null || issuer.pattern.isEmpty() ? ANY_NUMBER.matcher(number).matches() : number.matches(issuer.pattern);
    }

    public void addCheck(Check c, long by) {
        jdbc.sql("insert into certificate_check (number, year, result, checked_on, note, recorded_by) values (?, ?, ?, ?, ?, ?)")
                .params(c.number, c.year, c.result, c.checkedOn, c.note, by).update();
    }

    public List<Check> checks(Collection<String> numbers) {
        return jdbc.sql("""
                        select distinct on (number, year) number, year, result, checked_on, note from certificate_check where number = any (?)
                        order by number, year desc, recorded_at desc""")
                .param(numbers.toArray(String[]::new)).query(Check.class).list();
    }

    /** The code in the address of its public page. */
    public String code(String number) {
        return jdbc.sql("select code from certificate_code where number = ?").param(number).query(String.class).single();
    }
}
