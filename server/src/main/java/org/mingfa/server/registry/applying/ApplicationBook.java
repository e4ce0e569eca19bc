package org.mingfa.server.registry.applying;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;

/** Rows of applications and their steps; steps are only added. */
@NamedInterface("exams")
@Repository
public class ApplicationBook {

    /**
     * An application.
     *
     * @param state filed, checked, notice, issued, returned, withdrawn or refused
     * @param noticeTo last day of the public notice
     * @param number of the certificate issued on it
     */
    public record Application(
            long id, String person, String name, String agency, String agencyName, String field, String regionCode, @Nullable String regionName, String statement,
            String state, @Nullable LocalDate noticeFrom, @Nullable LocalDate noticeTo, @Nullable String number, LocalDate filedOn) {

        public boolean open() {
            return List.of("filed", "checked", "notice").contains(state);
        }

        long personId() {
            return Long.parseLong(person);
        }

        long agencyId() {
            return Long.parseLong(agency);
        }
    }

    public record Step(String step, LocalDate onDay, String note, @Nullable String by) {

        /** Without what an objection says and who took it down: it may tell who objects. */
        public Step forApplicant() {
            return step.equals("objection") ? new Step(step, onDay, "", null) : this;
        }
    }

    /** Something that a unit confirms (申领条件). */
    @NamedInterface("exams")
    public record Condition(String code, String title, String cite) {}

    private static final String SELECT = """
            select x.id, cast(x.person_id as text) as person, p.name, cast(x.agency_id as text) as agency, a.name as agency_name, x.field, x.region_code,
                   (select r.name from region r where r.code = x.region_code order by r.id limit 1) as region_name, x.statement, x.state, x.notice_from, x.notice_to, x.number,
                   (select s.on_day from certificate_application_step s where s.application_id = x.id order by s.id limit 1) as filed_on
            from certificate_application x join person p on p.id = x.person_id join agency a on a.id = x.agency_id""";

    private final JdbcClient jdbc;

    ApplicationBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first, older than {@code before}. */
    public List<Application> page(Collection<Integer> regions, @Nullable Long agency, @Nullable String state, long before, int limit) {
        Map<String, Object> values = new LinkedHashMap<>(Map.of("regions", regions.toArray(Integer[]::new), "before", before, "limit", limit));
        String sql = SELECT + " where x.id < :before and a.region_id = any (:regions)";
        if (agency != null) {
            sql += " and x.agency_id = :agency";
            values.put("agency", agency);
        }
        if (state != null) {
            sql += state.equals("open") ? " and x.state in ('filed', 'checked', 'notice')" : " and x.state = :state";
            values.put("state", state);
        }
        return jdbc.sql(sql + " order by x.id desc limit :limit").params(values).query(Application.class).list();
    }

    public List<Application> ofPerson(long person) {
        return jdbc.sql(SELECT + " where x.person_id = ? order by x.id desc limit 20").param(person).query(Application.class).list();
    }

    public Optional<Application> find(long id) {
        return jdbc.sql(SELECT + " where x.id = ?").param(id).query(Application.class).optional();
    }

    public List<Step> steps(long id) {
        return jdbc.sql("""
                        select s.step, s.on_day, s.note, p.name as by from certificate_application_step s left join person p on p.id = s.recorded_by
                        where s.application_id = ? order by s.id limit 200""").param(id).query(Step.class).list();
    }

    long add(long person, long agency, String field, String regionCode, String statement, long by) {
        return jdbc.sql("insert into certificate_application (person_id, agency_id, field, region_code, statement, filed_by) values (?, ?, ?, ?, ?, ?) returning id")
                .params(person, agency, field, regionCode, statement, by).query(Long.class).single();
    }

    void step(long id, String step, LocalDate day, String note, long by) {
        jdbc.sql("insert into certificate_application_step (application_id, step, on_day, note, recorded_by) values (?, ?, ?, ?, ?)").params(id, step, day, note, by).update();
    }

    void become(long id, String state) {
        jdbc.sql("update certificate_application set state = ? where id = ?").params(state, id).update();
    }

    void notice(long id, LocalDate from, LocalDate to) {
        jdbc.sql("update certificate_application set state = 'notice', notice_from = ?, notice_to = ? where id = ?").params(from, to, id).update();
    }

    void issued(long id, String number) {
        jdbc.sql("update certificate_application set state = 'issued', number = ? where id = ?").params(number, id).update();
    }

    /** What a unit confirms as of a day. */
    public List<Condition> conditions(LocalDate day) {
        return jdbc.sql("""
                        select code, title, cite from (select distinct on (code) * from application_condition where valid_from <= ? order by code, valid_from desc) c
                        where not ended order by ordinal""").param(day).query(Condition.class).list();
    }

    String regionCode(long agency) {
        return jdbc.sql("select r.code from agency a join region r on r.id = a.region_id where a.id = ?").param(agency).query(String.class).single();
    }

    boolean known(String field, String regionCode) {
        return jdbc.sql("select exists (select from agency where field = ?) and exists (select from region where code = ?)").params(field, regionCode).query(Boolean.class).single();
    }

    /** Objections that nobody answered. */
    int unanswered(long id) {
        return jdbc.sql("""
                        select count(*) filter (where step = 'objection') - count(*) filter (where step = 'answered') from certificate_application_step
                        where application_id = ?""").param(id).query(Integer.class).single();
    }
}
