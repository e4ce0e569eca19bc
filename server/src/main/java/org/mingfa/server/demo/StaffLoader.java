package org.mingfa.server.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mingfa.server.registry.NewPerson;
import org.mingfa.server.registry.NewPerson.NewCertificate;
import org.mingfa.server.registry.PeopleRegister;
import org.mingfa.server.registry.PersonKind;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** More people for each agency, so that the registers look as they do in a city: certificates that end soon, one suspended, hours that are short. */
@Component
@ConditionalOnBooleanProperty("mingfa.practice")
class StaffLoader {

    private static final int EACH = 24;
    /** Whoever is new at each agency, and has no certificate yet. */
    private static final int NEW = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final List<String> TITLES = List.of("一级主办", "二级主办", "三级主办", "四级主办", "科员");

    private final PeopleRegister register;
    private final JdbcClient jdbc;
    private final Clock clock;

    StaffLoader(PeopleRegister register, JdbcClient jdbc, Clock clock) {
        this.register = register;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void load(City city) {
        bodies(city);
        Map<String, Object> file = CityData.read("city.yaml");
        String surnames = (String) file.get("surnames");
        List<?> given = (List<?>) file.get("given");
        List<NewPerson> people = new ArrayList<>();
        for (City.Agency agency : city.agencies) {
            for (int i = 0; i < EACH && !agency.field().equals("执法监督"); i++) {
                int n = people.size();
                String name = surnames.charAt((n * 5 + 11) % surnames.length()) + (String) given.get((n * 3 + n / surnames.length()) % given.size());
                people.add(person(agency, name, i, n));
            }
        }
        register.addAll(people, 0);
        year();
    }

    private NewPerson person(City.Agency agency, String name, int i, int n) {
        PersonKind kind = i % 8 == 7 ? PersonKind.AUXILIARY : i == 4 ? PersonKind.REVIEWER : i == 12 ? PersonKind.GOVERNMENT_LAWYER : PersonKind.OFFICER;
        LocalDate from = i == NEW ? LocalDate.now(clock).minusDays(90 + n % 60) : LocalDate.now(clock).minusYears(3).minusDays(n % 300);
        return new NewPerson(name, agency.id(), i % 3 == 2 ? "法制科" : "执法大队", TITLES.get(i % TITLES.size()), kind, from, false, kind != PersonKind.OFFICER || i % 9 == 0,
                false, idNumber(n), "1390000%04d".formatted(n), kind == PersonKind.OFFICER && i != NEW ? certificate(agency, i, n) : null);
    }

    private NewCertificate certificate(City.Agency agency, int i, int n) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = i == 5 ? today.plusDays(9 + n % 45) : i == 11 && n / EACH % 2 == 0 ? today.minusDays(3 + n % 20) : today.plusDays(300 + n * 3L);
        return new NewCertificate("1499%07d".formatted(10_000 + n * 17), agency.field(), agency.regionCode(), last.minusYears(5).plusDays(1), last, null, false);
    }

    /** A right check character, a region that is nobody's. */
    private static String idNumber(int n) {
        String seventeen = "149900%d%02d%02d%03d".formatted(1968 + n % 32, 1 + n % 12, 1 + n % 28, n % 999 + 1);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }

    /** Tier, superior and code of each agency. */
    private void bodies(City city) {
        for (City.Agency a : city.agencies) {
            String above = a.regionCode().equals("149900") ? null : "云岭市" + a.name().substring(3);
            Long parent = city.agencies.stream().filter(x -> x.name().equals(above)).map(City.Agency::id).findFirst().orElse(null);
            jdbc.sql("""
                    insert into body_version (agency_id, valid_from, name, short_name, kind, tier, parent_id, uscc, basis, recorded_by)
                    select id, date '2022-01-01', name, short_name, 'statutory', ?, ?, ?, '行政处罚法 第十七条', 0 from agency where id = ?""")
                    .params(a.regionCode().equals("149900") ? "city" : "county", parent, CreditCode.of("11", a.regionCode(), 500 + (int) a.id()), a.id()).update();
        }
    }

    /** A suspension, this year's training and the yearly confirmation under way. */
    private void year() {
        LocalDate today = LocalDate.now(clock);
        jdbc.sql("""
                insert into certificate (number, valid_from, person_id, field, region_code, first_day, last_day, suspended, state, reason, recorded_by)
                select number, ?, person_id, field, region_code, first_day, last_day, true, 'suspended', '投诉查实，暂扣并参加学习', 0
                from certificate where number = '1499%07d'""".formatted(10_000 + 2 * 17)).param(today.minusDays(12)).update();
        for (int course = 0; course < 5; course++) {
            LocalDate day = LocalDate.of(today.getYear(), 1, 10).plusDays(course * 20L);
            if (!day.isAfter(today)) {
                course(course, day);
            }
        }
        jdbc.sql("insert into confirmation_drive (region_id, year, opened_on, due_on, opened_by) values (1, ?, ?, ?, 0)").params(today.getYear(), today.minusDays(20), today.plusDays(25)).update();
        jdbc.sql("""
                insert into body_confirmation (drive_id, agency_id, correct, note, confirmed_by)
                select d.id, a.id, a.id % 5 <> 0, case when a.id % 5 = 0 then '统一社会信用代码已变更' else '' end, 0 from confirmation_drive d, agency a where a.id % 2 = 1""").update();
    }

    private void course(int n, LocalDate day) {
        String kind = n % 2 == 0 ? "public" : "special";
        long id = jdbc.sql("""
                insert into training_course (region_id, title, kind, form, hours, held_on, organiser, purpose, recorded_by) values (1, ?, ?, 'classroom', ?, ?, '云岭市司法局', ?, 0) returning id""")
                .params(List.of("行政处罚法和程序规定", "现场检查和取证", "案卷制作和法制审核", "领域执法实务", "执法规范用语和行为")
                        .get(n), kind, n % 2 == 0 ? 12 : 16, day, n == 0 ? "rotation" : "ordinary").query(Long.class).single();
        jdbc.sql("""
                insert into training_record (person_id, year, kind, hours, held_on, title, organiser, course_id, recorded_by)
                select p.id, extract(year from c.held_on), c.kind, c.hours, c.held_on, c.title, c.organiser, c.id, 0 from training_course c, person p
                where c.id = ? and p.id %% 9 <> %d""".formatted(n)).param(id).update();
    }
}
