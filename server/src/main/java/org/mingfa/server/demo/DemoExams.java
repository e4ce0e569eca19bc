package org.mingfa.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Scope;
import org.mingfa.server.registry.applying.ApplicationBook;
import org.mingfa.server.registry.applying.CertificateApplications;
import org.mingfa.server.registry.exam.ExamSession;
import org.mingfa.server.registry.exam.ExamSession.Part;
import org.mingfa.server.registry.exam.Exams;
import org.mingfa.server.registry.exam.Papers;
import org.mingfa.server.registry.exam.Papers.QuestionOnPaper;
import org.mingfa.server.registry.intake.QuestionImport;
import org.mingfa.server.registry.person.Photos;
import org.mingfa.server.sheet.SheetFile;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A bank, an exam that is over, one that is open, and applications in several steps. */
@Component
@ConditionalOnBooleanProperty("mingfa.practice")
class DemoExams {

    private static final List<Part> PARTS = List.of(new Part(1, "single", "public", 10, new BigDecimal(5)), new Part(2, "multiple", "public", 5, new BigDecimal(6)),
            new Part(3, "judgement", "public", 5, new BigDecimal(4)));
    private static final int SAT = 6;

    private record Applicant(long id, String name, City.Agency agency) {}

    private final QuestionImport intake;
    private final Exams exams;
    private final Papers papers;
    private final CertificateApplications applications;
    private final ApplicationBook book;
    private final Photos photos;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemoExams(QuestionImport intake, Exams exams, Papers papers, CertificateApplications applications, ApplicationBook book, Photos photos, JdbcClient jdbc, Clock clock) {
        this.intake = intake;
        this.exams = exams;
        this.papers = papers;
        this.applications = applications;
        this.book = book;
        this.photos = photos;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void load(City city) {
        LocalDate today = LocalDate.now(clock);
        City.Agency justice = city.agency("云岭市司法局");
        Caller supervisor = caller(justice, justice.holding("supervisor"), "exam.bank", "exam.manage", "exam.admit", "exam.read", "application.decide");
        List<Applicant> people = applicants(city);
        DemoClock.at(at(today.minusDays(60), 9), () -> supervisor.call(this::bank));
        City.Agency home = city.agency("云岭市市场监督管理局");
        City.Member officer = home.holding("officer");
        List<Long> filed = people.stream().map(p -> DemoClock.result(at(today.minusDays(58), 10), () -> file(p, "新录用，拟从事现场检查"))).toList();
        for (int i = 0; i < filed.size() - 2; i++) {
            long id = filed.get(i);
            City.Agency agency = people.get(i).agency;
            DemoClock.at(at(today.minusDays(55), 10), () -> check(agency, id));
        }
        over(supervisor, people.subList(0, SAT), filed.subList(0, SAT), today.minusDays(40));
        DemoClock.at(at(today.minusDays(3), 9), () -> notice(supervisor, filed));
        long own = DemoClock.result(at(today.minusDays(10), 9), () -> file(new Applicant(officer.id(), officer.name(), home), "换发新证前参加考试"));
        DemoClock.at(at(today.minusDays(9), 9), () -> check(home, own));
        caller(home, home.holding("registrar"), "person.write.own").call(() -> {
            photos.put(officer.id(), DemoPhoto.png());
            return null;
        });
        open(supervisor, own, filed.subList(SAT, filed.size() - 2), today);
    }

    /** Officers without a certificate, one from each body. */
    private List<Applicant> applicants(City city) {
        return city.agencies.stream().filter(a -> !a.field().equals("执法监督")).map(a -> jdbc.sql("""
                        select p.id, p.name from person p join lateral (select * from post_on(p.id, ?)) q on q.officer and not q.ended
                        where p.agency_id = ? and not exists (select from certificate c where c.person_id = p.id) order by p.id limit 1""")
                .params(LocalDate.now(clock), a.id()).query((rs, n) -> new Applicant(rs.getLong(1), rs.getString(2), a)).single()).toList();
    }

    private Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(clock.getZone()).toInstant();
    }

    private static Caller caller(City.Agency a, City.Member m, String... permissions) {
        return new Caller(m.id(), m.name(), new Caller.Body(a.id(), a.name(), a.field(), a.region(), a.regionName()), null, List.of(), Set.of(permissions),
                Scope.of(List.of(a.id()), List.of(a.region())));
    }

    private static Caller self(Applicant p) {
        return caller(p.agency, new City.Member(p.id, p.name, List.of(), true), "exam.take");
    }

    private int bank() {
        try (InputStream in = DemoExams.class.getResourceAsStream("/demo/questions.csv")) {
            int imported = intake.run(SheetFile.read("questions.csv", java.util.Objects.requireNonNull(in)), false).imported();
            if (imported == 0) {
                throw new IllegalStateException("the questions of the demo have faults");
            }
            return imported;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long file(Applicant p, String statement) {
        return self(p).call(() -> applications.file(null, p.agency.field(), p.agency.regionCode(), statement));
    }

    private void check(City.Agency agency, long id) {
        Set<String> all = book.conditions(LocalDate.now(clock)).stream().map(ApplicationBook.Condition::code).collect(Collectors.toSet());
        caller(agency, agency.holding("agency-head"), "application.check.own").call(() -> {
            applications.check(id, true, all, "情况属实，同意申领");
            return id;
        });
    }

    /** Announced, sat and marked some time ago: one failed, the others passed. */
    private void over(Caller supervisor, List<Applicant> people, List<Long> filed, LocalDate day) {
        long exam = DemoClock.result(at(day.minusDays(8), 9), () -> supervisor.call(() -> {
            long id = exams.announce(new ExamSession.New(day.getYear() + " 年行政执法人员资格考试", "", day.atTime(9, 0), day.atTime(11, 30), 90, null, null, PARTS));
            exams.admit(id, filed);
            return id;
        }));
        for (int i = 0; i < people.size() - 1; i++) {
            Applicant p = people.get(i);
            int wrong = i == 2 ? 12 : i + 1;
            DemoClock.at(at(day, 9), () -> self(p).call(() -> sit(exam, p.id, wrong)));
        }
    }

    private Papers.Paper sit(long exam, long person, int wrong) {
        for (QuestionOnPaper q : papers.begin(exam).questions()) {
            String right = jdbc.sql("select q.answer from exam_paper p join exam_question q on q.id = p.question_id where p.session_id = ? and p.person_id = ? and p.position = ?")
                    .params(exam, person, q.position()).query(String.class).single();
            papers.save(exam, q.position(), q.position() > wrong ? right : right.startsWith("A") ? "B" : "A");
        }
        return papers.handIn(exam);
    }

    /** One of those who passed has the hours too, and is made public. */
    private void notice(Caller supervisor, List<Long> filed) {
        jdbc.sql("""
                insert into training_record (person_id, year, kind, hours, held_on, title, organiser, recorded_by)
                select person_id, extract(year from cast(? as date)), 'public', 60, ?, '行政执法人员岗前培训', '云岭市司法局', 0 from certificate_application where id = any (?)""")
                .params(LocalDate.now(clock).minusDays(20), LocalDate.now(clock).minusDays(20), filed.subList(0, 2).toArray(Long[]::new)).update();
        supervisor.call(() -> {
            applications.notice(filed.getFirst());
            return null;
        });
    }

    /** Open since yesterday, for three weeks: the officer of the demo may take it. */
    private void open(Caller supervisor, long own, List<Long> others, LocalDate today) {
        DemoClock.at(at(today.minusDays(2), 9), () -> supervisor.call(() -> {
            LocalDateTime opens = today.minusDays(1).atTime(9, 0);
            long id = exams.announce(new ExamSession.New(today.getYear() + " 年行政执法人员资格考试（第二批）", "", opens, opens.plusDays(21), 60, null, null, PARTS));
            exams.admit(id, java.util.stream.Stream.concat(java.util.stream.Stream.of(own), others.stream()).toList());
            return id;
        }));
    }
}
