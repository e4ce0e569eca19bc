package org.mingfa.server.registry.exam;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.registry.exam.ExamSession.Part;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of exams, their pools and candidates. */
@Repository
public class ExamStore {

    /**
     * Someone admitted.
     *
     * @param state waiting, running, handed-in or absent
     */
    public record Candidate(int ticket, String person, String name, String agency, String agencyName, String state, @Nullable LocalDateTime handedInAt, boolean byClock,
            @Nullable BigDecimal score, @Nullable Boolean passed) {}

    /** An application that may be admitted, with whose it is and where. */
    public record Applicant(long application, long person, String name, long agency, int region, String state) {}

    private static final String SESSION = """
            select s.id, s.region_id, s.title, s.field, s.opens_at, s.closes_at, s.minutes, s.pass_mark, s.pass_cite, s.resit_of, s.seed_digest, s.pool_digest, s.cancelled
            from exam_session s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    ExamStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    OffsetDateTime moment(LocalDateTime local) {
        return local.atZone(clock.getZone()).toOffsetDateTime();
    }

    LocalDateTime local(OffsetDateTime moment) {
        return moment.atZoneSameInstant(clock.getZone()).toLocalDateTime();
    }

    /** Exams of these regions, the newest first, older than {@code before}. */
    public List<ExamSession> page(Collection<Integer> regions, long before, int limit) {
        return withParts(jdbc.sql(SESSION + " where s.region_id = any (?) and s.id < ? order by s.id desc limit ?").params(regions.toArray(Integer[]::new), before, limit)
                .query(this::session).list());
    }

    /** Those that a person is admitted to, the newest first. */
    public List<ExamSession> ofPerson(long person, int limit) {
        return withParts(jdbc.sql(SESSION + " join exam_candidate c on c.session_id = s.id where c.person_id = ? order by s.id desc limit ?").params(person, limit).query(this::session).list());
    }

    public Optional<ExamSession> find(long id) {
        return withParts(jdbc.sql(SESSION + " where s.id = ?").param(id).query(this::session).list()).stream().findFirst();
    }

    private ExamSession session(ResultSet rs, int row) throws SQLException {
        OffsetDateTime opens = rs.getObject("opens_at", OffsetDateTime.class);
        OffsetDateTime closes = rs.getObject("closes_at", OffsetDateTime.class);
        String cancelled = rs.getString("cancelled");
        OffsetDateTime now = now();
        String state = cancelled != null ? "cancelled" : now.isBefore(opens) ? "planned" : now.isBefore(closes) ? "open" : "closed";
        return new ExamSession(rs.getLong("id"), rs.getInt("region_id"), rs.getString("title"), rs.getString("field"), local(opens), local(closes), rs.getInt("minutes"),
                rs.getBigDecimal("pass_mark"), rs.getString("pass_cite"), rs.getObject("resit_of", Long.class), rs.getString("seed_digest"), rs.getString("pool_digest"), cancelled, state, List.of());
    }

    private List<ExamSession> withParts(List<ExamSession> sessions) {
        record Of(long session, Part part) {}
        Map<Long, List<Part>> parts = jdbc.sql("select session_id, ordinal, kind, category, questions, points from exam_part where session_id = any (?) order by session_id, ordinal")
                .param(sessions.stream().map(ExamSession::id).toArray(Long[]::new))
                .query((rs, n) -> new Of(rs.getLong(1), new Part(rs.getInt(2), rs.getString(3), rs.getString(4), rs.getInt(5), rs.getBigDecimal(6)))).list().stream()
                .collect(Collectors.groupingBy(Of::session, Collectors.mapping(Of::part, Collectors.toList())));
        return sessions.stream().map(s -> new ExamSession(s.id(), s.region(), s.title(), s.field(), s.opensAt(), s.closesAt(), s.minutes(), s.passMark(), s.passCite(), s.resitOf(),
                s.seedDigest(), s.poolDigest(), s.cancelled(), s.state(), parts.getOrDefault(s.id(), List.of()))).toList();
    }

    /** What the bank holds for a part: ids by name ({@code number@version}), in order of number. */
    Map<String, Long> bank(int region, Part part, String field) {
        Map<String, Long> out = new LinkedHashMap<>();
        jdbc.sql("""
                        select number || '@' || version, id from exam_question_current where region_id = ? and not withdrawn and kind = ? and category = ?
                        and (category = 'public' or field = ?) order by number""").params(region, part.kind(), part.category(), field)
                .query(rs -> { out.put(rs.getString(1), rs.getLong(2)); });
        return out;
    }

    long add(int region, ExamSession.New s, BigDecimal passMark, String passCite, String seedDigest, byte[] seedSealed, String poolDigest, List<Map<String, Long>> pools, long by) {
        long id = jdbc.sql("""
                        insert into exam_session (region_id, title, field, opens_at, closes_at, minutes, pass_mark, pass_cite, resit_of, seed_digest, seed_sealed, pool_digest, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(region, s.title(), s.field(), moment(s.opensAt()), moment(s.closesAt()), s.minutes(), passMark, passCite, s.resitOf(), seedDigest, seedSealed, poolDigest, by)
                .query(Long.class).single();
        for (int i = 0; i < pools.size(); i++) {
            Part p = s.parts().get(i);
            jdbc.sql("insert into exam_part (session_id, ordinal, kind, category, questions, points) values (?, ?, ?, ?, ?, ?)")
                    .params(id, i + 1, p.kind(), p.category(), p.questions(), p.points()).update();
            jdbc.sql("insert into exam_pool (session_id, part, question_id) select ?, ?, x from unnest(cast(? as bigint[])) as u (x)")
                    .params(id, i + 1, pools.get(i).values().toArray(Long[]::new)).update();
        }
        return id;
    }

    boolean announced(int region, ExamSession.New s) {
        return jdbc.sql("select exists (select from exam_session where region_id = ? and title = ? and opens_at = ? and cancelled is null)")
                .params(region, s.title(), moment(s.opensAt())).query(Boolean.class).single();
    }

    byte[] sealedSeed(long session) {
        return jdbc.sql("select seed_sealed from exam_session where id = ?").param(session).query(byte[].class).single();
    }

    /** The pool of a part, ids by name. */
    Map<String, Long> pool(long session, int part) {
        Map<String, Long> out = new LinkedHashMap<>();
        jdbc.sql("select q.number || '@' || q.version, q.id from exam_pool l join exam_question q on q.id = l.question_id where l.session_id = ? and l.part = ? order by q.number")
                .params(session, part).query(rs -> { out.put(rs.getString(1), rs.getLong(2)); });
        return out;
    }

    void cancel(long session, String reason) {
        jdbc.sql("update exam_session set cancelled = ? where id = ?").params(reason, session).update();
    }

    List<Applicant> applicants(Collection<Long> applications) {
        return jdbc.sql("""
                        select x.id as application, x.person_id as person, p.name, x.agency_id as agency, a.region_id as region, x.state
                        from certificate_application x join person p on p.id = x.person_id join agency a on a.id = x.agency_id where x.id = any (?) order by x.id""")
                .param(applications.toArray(Long[]::new)).query(Applicant.class).list();
    }

    /** Applications that the unit has checked and whose person is in no exam that is still to come: whom to admit. */
    public List<Applicant> admissible(Collection<Integer> regions, @Nullable Long agency, long after, int limit) {
        return jdbc.sql("""
                        select x.id as application, x.person_id as person, p.name, x.agency_id as agency, a.region_id as region, x.state
                        from certificate_application x join person p on p.id = x.person_id join agency a on a.id = x.agency_id
                        where x.state = 'checked' and x.id > :after and a.region_id = any (:regions) and (cast(:agency as bigint) is null or x.agency_id = :agency)
                          and not exists (select from exam_candidate c join exam_session s on s.id = c.session_id where c.person_id = x.person_id and s.cancelled is null
                              and (c.passed or c.handed_in_at is null and s.closes_at > :now))
                        order by x.id limit :limit""").param("after", after).param("regions", regions.toArray(Integer[]::new)).param("agency", agency).param("now", now())
                .param("limit", limit).query(Applicant.class).list();
    }

    /** The title of another exam that a person is admitted to and that is still to come. */
    Optional<String> elsewhere(long person, long but) {
        return jdbc.sql("""
                        select s.title from exam_candidate c join exam_session s on s.id = c.session_id where c.person_id = ? and s.id <> ? and s.cancelled is null
                        and c.handed_in_at is null and s.closes_at > ? limit 1""").params(person, but, now()).query(String.class).optional();
    }

    /** Whether a person was admitted to an exam and did not pass it. */
    boolean missed(long session, long person) {
        return jdbc.sql("select exists (select from exam_candidate where session_id = ? and person_id = ? and passed is not true)").params(session, person).query(Boolean.class).single();
    }

    /** The last ticket that was given, to whoever was removed since too. */
    int candidates(long session) {
        return jdbc.sql("select greatest((select coalesce(max(ticket), 0) from exam_candidate where session_id = ?), (select coalesce(max(ticket), 0) from exam_removal where session_id = ?))")
                .params(session, session).query(Integer.class).single();
    }

    /**
     * Whether a person could read a question of an exam in the bank since the oldest of them was written: who can have read the answers
     * does not sit it, whatever became of the role. The bank that a keeper opens is that of the region they serve in, so the role counts at
     * any body, for whoever has served in the exam's region or holds the role there.
     */
    boolean keptBank(long person, long session, int region, java.time.LocalDate today) {
        return jdbc.sql("""
                        select exists (select from person_role r join role_permission p on p.role_code = r.role_code and p.permission = 'exam.bank' join agency a on a.id = r.agency_id
                        where r.person_id = :person and r.valid_from <= :today
                            and (r.valid_to is null or r.valid_to >= (select min(q.recorded_at)::date - 1 from exam_pool x join exam_question q on q.id = x.question_id where x.session_id = :session))
                            and (a.region_id = :region
                                or exists (select from person s join agency h on h.id = s.agency_id where s.id = r.person_id and h.region_id = :region)
                                or exists (select from person_post s join agency h on h.id = s.agency_id where s.person_id = r.person_id and h.region_id = :region)))""")
                .param("person", person).param("today", today).param("session", session).param("region", region).query(Boolean.class).single();
    }

    /** Someone admitted: whose application, of which agency, and whether their paper was begun. */
    record Admitted(long person, long application, long agency, boolean begun) {}

    Optional<Admitted> admitted(long session, int ticket) {
        return jdbc.sql("""
                        select c.person_id as person, c.application_id as application, x.agency_id as agency, c.started_at is not null as begun
                        from exam_candidate c join certificate_application x on x.id = c.application_id where c.session_id = ? and c.ticket = ? for update of c""")
                .params(session, ticket).query(Admitted.class).optional();
    }

    void remove(long session, int ticket, Admitted a, String reason, long by) {
        jdbc.sql("insert into exam_removal (session_id, person_id, ticket, application_id, reason, recorded_by) values (?, ?, ?, ?, ?, ?)")
                .params(session, a.person, ticket, a.application, reason, by).update();
        jdbc.sql("delete from exam_candidate where session_id = ? and person_id = ?").params(session, a.person).update();
    }

    /** Someone removed from an exam. */
    public record Removal(int ticket, String person, String name, String agencyName, String reason, String byName, LocalDateTime at) {}

    /** The newest 200 of these regions, of one agency or of all. */
    public List<Removal> removals(long session, Collection<Integer> regions, @Nullable Long agency) {
        return jdbc.sql("""
                        select m.ticket, m.person_id, p.name, a.name as agency_name, m.reason, coalesce(b.name, '') as by_name, m.recorded_at
                        from exam_removal m join person p on p.id = m.person_id join certificate_application x on x.id = m.application_id join agency a on a.id = x.agency_id
                        left join person b on b.id = m.recorded_by
                        where m.session_id = :session and a.region_id = any (:regions) and (cast(:agency as bigint) is null or x.agency_id = :agency) order by m.id desc limit 200""")
                .param("session", session).param("regions", regions.toArray(Integer[]::new)).param("agency", agency)
                .query((rs, n) -> new Removal(rs.getInt(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getString(5), rs.getString(6), local(rs.getObject(7, OffsetDateTime.class)))).list();
    }

    /** @return whether they are new */
    boolean admit(long session, Applicant a, int ticket, long by) {
        return jdbc.sql("insert into exam_candidate (session_id, person_id, ticket, application_id, admitted_by) values (?, ?, ?, ?, ?) on conflict (session_id, person_id) do nothing")
                .params(session, a.person(), ticket, a.application(), by).update() > 0;
    }

    /** Candidates of these regions by ticket, of one agency or of all. */
    public List<Candidate> listed(ExamSession s, Collection<Integer> regions, @Nullable Long agency, int after, int limit) {
        return jdbc.sql("""
                        select c.ticket, c.person_id, p.name, x.agency_id, a.name as agency_name, c.started_at, c.handed_in_at, c.by_clock, c.score, c.passed
                        from exam_candidate c join person p on p.id = c.person_id join certificate_application x on x.id = c.application_id join agency a on a.id = x.agency_id
                        where c.session_id = :session and c.ticket > :after and a.region_id = any (:regions) and (cast(:agency as bigint) is null or x.agency_id = :agency) order by c.ticket limit :limit""")
                .param("session", s.id()).param("after", after).param("regions", regions.toArray(Integer[]::new)).param("agency", agency).param("limit", limit)
                .query((rs, n) -> {
                    OffsetDateTime handed = rs.getObject("handed_in_at", OffsetDateTime.class);
                    String state = handed != null ? "handed-in" : rs.getObject("started_at") != null ? "running" : s.over() ? "absent" : "waiting";
                    return new Candidate(rs.getInt("ticket"), rs.getString("person_id"), rs.getString("name"), rs.getString("agency_id"), rs.getString("agency_name"), state,
                            handed == null ? null : local(handed), rs.getBoolean("by_clock"), rs.getBigDecimal("score"), rs.getObject("passed", Boolean.class));
                }).list();
    }

    /** How many there are, have handed in and have passed. */
    public record Count(int admitted, int handedIn, int passed) {}

    public Count count(long session, Collection<Integer> regions, @Nullable Long agency) {
        return jdbc.sql("""
                        select count(*) as admitted, count(c.handed_in_at) as handed_in, count(*) filter (where c.passed) as passed from exam_candidate c
                        join certificate_application x on x.id = c.application_id join agency a on a.id = x.agency_id
                        where c.session_id = :session and a.region_id = any (:regions) and (cast(:agency as bigint) is null or x.agency_id = :agency)""")
                .param("session", session).param("regions", regions.toArray(Integer[]::new)).param("agency", agency).query(Count.class).single();
    }
}
