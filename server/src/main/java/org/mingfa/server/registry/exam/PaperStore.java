package org.mingfa.server.registry.exam;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of papers and answers. What is right leaves the database only as a mark. */
@Repository
class PaperStore {

    /** How far a candidate is. */
    record Sitting(long session, long person, int ticket, String application, @Nullable OffsetDateTime startedAt, @Nullable OffsetDateTime endsAt, @Nullable OffsetDateTime handedInAt,
            boolean byClock, @Nullable BigDecimal score, @Nullable Boolean passed) {}

    /** A question on a paper, with the candidate's own answer; {@code right} only where it is asked for. */
    record Asked(int position, String kind, String category, String stem, List<String> options, BigDecimal points, String answer, @Nullable OffsetDateTime savedAt,
            @Nullable Boolean right, @Nullable String basis) {}

    // All points of a question or none: a multiple choice is right when every letter is.
    private static final String MARK = """
            update exam_candidate c set handed_in_at = m.at, by_clock = m.by_clock, score = m.score, passed = m.score >= m.pass_mark
            from (select k.session_id, k.person_id, s.pass_mark, %s as at, %s as by_clock, coalesce((
                      select sum(p.points) from exam_paper p join exam_question q on q.id = p.question_id
                      join exam_answer a on a.session_id = p.session_id and a.person_id = p.person_id and a.position = p.position
                      where p.session_id = k.session_id and p.person_id = k.person_id and a.answer = q.answer), 0) as score
                  from exam_candidate k join exam_session s on s.id = k.session_id where k.handed_in_at is null and k.started_at is not null and %s for update of k) m
            where c.session_id = m.session_id and c.person_id = m.person_id""";

    private final JdbcClient jdbc;

    PaperStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Sitting> sitting(long session, long person, boolean locked) {
        return jdbc.sql("""
                        select c.session_id as session, c.person_id as person, c.ticket, x.state as application, c.started_at, c.ends_at, c.handed_in_at, c.by_clock, c.score, c.passed
                        from exam_candidate c join certificate_application x on x.id = c.application_id where c.session_id = ? and c.person_id = ?""" + (locked ? " for update of c" : ""))
                .params(session, person).query(PaperStore::sitting).optional();
    }

    private static Sitting sitting(ResultSet rs, int row) throws SQLException {
        return new Sitting(rs.getLong(1), rs.getLong(2), rs.getInt(3), rs.getString(4), rs.getObject(5, OffsetDateTime.class), rs.getObject(6, OffsetDateTime.class),
                rs.getObject(7, OffsetDateTime.class), rs.getBoolean(8), rs.getBigDecimal(9), rs.getObject(10, Boolean.class));
    }

    void begin(Sitting s, OffsetDateTime now, OffsetDateTime ends, List<Long> questions, List<BigDecimal> points) {
        jdbc.sql("""
                insert into exam_paper (session_id, person_id, position, question_id, points)
                select ?, ?, row_number() over (), q, p from unnest(cast(? as bigint[]), cast(? as numeric[])) as u (q, p)""")
                .params(s.session, s.person, questions.toArray(Long[]::new), points.toArray(BigDecimal[]::new)).update();
        jdbc.sql("update exam_candidate set started_at = ?, ends_at = ? where session_id = ? and person_id = ?").params(now, ends, s.session, s.person).update();
    }

    /** @param reviewed tell which were right, and on which article each rests */
    List<Asked> questions(long session, long person, boolean reviewed) {
        return jdbc.sql("""
                        select p.position, q.kind, q.category, q.stem, q.options, p.points, coalesce(a.answer, '') as answer, a.saved_at,
                               case when :reviewed then coalesce(a.answer = q.answer, false) end as right_one, case when :reviewed then q.basis end as basis
                        from exam_paper p join exam_question q on q.id = p.question_id
                        left join exam_answer a on a.session_id = p.session_id and a.person_id = p.person_id and a.position = p.position
                        where p.session_id = :session and p.person_id = :person order by p.position""")
                .param("session", session).param("person", person).param("reviewed", reviewed)
                .query((rs, n) -> new Asked(rs.getInt(1), rs.getString(2), rs.getString(3), rs.getString(4), Arrays.asList((String[]) rs.getArray(5).getArray()), rs.getBigDecimal(6),
                        rs.getString(7), rs.getObject(8, OffsetDateTime.class), rs.getObject(9, Boolean.class), rs.getString(10))).list();
    }

    /** Names ({@code number@version}) of the questions on these papers, in order. */
    List<Papers.Drawn> names(long session, List<Integer> tickets) {
        return jdbc.sql("""
                        select c.ticket, array_agg(q.number || '@' || q.version order by p.position) from exam_candidate c
                        join exam_paper p on p.session_id = c.session_id and p.person_id = c.person_id
                        join exam_question q on q.id = p.question_id where c.session_id = ? and c.ticket = any (?) group by c.ticket order by c.ticket""")
                .params(session, tickets.toArray(Integer[]::new)).query((rs, n) -> new Papers.Drawn(rs.getInt(1), List.of((String[]) rs.getArray(2).getArray()))).list();
    }

    /** Tickets of those who have a paper. */
    List<Integer> tickets(long session, int after, int limit) {
        return jdbc.sql("select ticket from exam_candidate where session_id = ? and ticket > ? and started_at is not null order by ticket limit ?").params(session, after, limit)
                .query(Integer.class).list();
    }

    /** Kind and number of options of a question on a paper. */
    record Place(String kind, int options) {}

    Optional<Place> place(long session, long person, int position) {
        return jdbc.sql("select q.kind, cardinality(q.options) as options from exam_paper p join exam_question q on q.id = p.question_id where p.session_id = ? and p.person_id = ? and p.position = ?")
                .params(session, person, position).query(Place.class).optional();
    }

    void save(Sitting s, int position, String answer, OffsetDateTime now) {
        jdbc.sql("""
                insert into exam_answer (session_id, person_id, position, answer, saved_at) values (?, ?, ?, ?, ?)
                on conflict (session_id, person_id, position) do update set answer = excluded.answer, saved_at = excluded.saved_at""")
                .params(s.session, s.person, position, answer, now).update();
    }

    void mark(Sitting s, OffsetDateTime now) {
        jdbc.sql(MARK.formatted("cast(? as timestamptz)", "false", "k.session_id = ? and k.person_id = ?")).params(now, s.session, s.person).update();
    }

    /** Hands in and marks all whose time is over; what is just being saved is waited for. */
    int markOverdue(OffsetDateTime now) {
        jdbc.sql("select 1 from exam_candidate where handed_in_at is null and ends_at <= ? order by session_id, person_id for update").param(now).query(Integer.class).list();
        return jdbc.sql(MARK.formatted("k.ends_at", "true", "k.ends_at <= ?")).param(now).update();
    }

    boolean anyOverdue(OffsetDateTime now) {
        return jdbc.sql("select exists (select from exam_candidate where handed_in_at is null and ends_at <= ?)").param(now).query(Boolean.class).single();
    }
}
