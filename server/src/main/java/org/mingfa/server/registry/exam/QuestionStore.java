package org.mingfa.server.registry.exam;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the bank. A version is added, never changed. */
@Repository
public class QuestionStore {

    /** A version of a question in the bank; {@code papers} is how many have it. */
    public record Banked(long id, int number, int version, Question question, boolean withdrawn, String reason, long papers) {}

    /** Which of a bank; null where it does not matter. */
    public record Filter(int region, @Nullable String kind, @Nullable String category, @Nullable String field, @Nullable Boolean withdrawn, @Nullable String q) {}

    private static final String COLUMNS = """
            select q.id, q.number, q.version, q.kind, q.category, q.field, q.stem, q.options, q.answer, q.basis, q.withdrawn, q.withdrawn_reason,
                   (select count(*) from exam_paper p where p.question_id = q.id) as papers from exam_question_current q""";

    private final JdbcClient jdbc;

    QuestionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By number, beyond {@code after}. */
    public List<Banked> page(Filter f, int after, int limit) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder sql = new StringBuilder(COLUMNS).append(" where q.region_id = :region and q.number > :after");
        equal(sql, values, "kind", f.kind);
        equal(sql, values, "category", f.category);
        equal(sql, values, "field", f.field);
        equal(sql, values, "withdrawn", f.withdrawn);
        if (f.q != null) {
            sql.append(" and position(:q in q.stem || q.basis) > 0");
            values.put("q", f.q);
        }
        values.put("region", f.region);
        values.put("after", after);
        values.put("limit", limit);
        return jdbc.sql(sql.append(" order by q.number limit :limit").toString()).params(values).query(QuestionStore::banked).list();
    }

    private static void equal(StringBuilder sql, Map<String, Object> values, String column, @Nullable Object value) {
        if (value != null) {
            sql.append(" and q.").append(column).append(" = :").append(column);
            values.put(column, value);
        }
    }

    private static Banked banked(ResultSet rs, int row) throws SQLException {
        return new Banked(rs.getLong(1), rs.getInt(2), rs.getInt(3), new Question(rs.getString(4), rs.getString(5), rs.getString(6), rs.getString(7),
                Arrays.asList((String[]) rs.getArray(8).getArray()), rs.getString(9), rs.getString(10)), rs.getBoolean(11), rs.getString(12), rs.getLong(13));
    }

    public Optional<Banked> find(int region, int number) {
        return jdbc.sql(COLUMNS + " where q.region_id = ? and q.number = ?").params(region, number).query(QuestionStore::banked).optional();
    }

    /** The number under which a bank asks the same already. */
    public Optional<Integer> asked(int region, Question q, int but) {
        return jdbc.sql("select number from exam_question_current where region_id = ? and md5(stem_key) = md5(?) and stem_key = ? and kind = ? and number <> ? limit 1")
                .params(region, Question.plain(q.stem()), Question.plain(q.stem()), q.kind(), but).query(Integer.class).optional();
    }

    /** How many a bank has, withdrawn ones too. */
    public int size(int region) {
        return jdbc.sql("select coalesce(max(number), 0) from exam_question where region_id = ?").param(region).query(Integer.class).single();
    }

    /** Adds these as new questions or versions; {@code numbers} holds the number of each. */
    public List<Long> add(int region, List<Question> questions, List<Integer> numbers, long by) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Question q = questions.get(i);
            ids.add(jdbc.sql("""
                            insert into exam_question (region_id, number, version, kind, category, field, stem, stem_key, options, answer, basis, recorded_by)
                            select ?, ?, coalesce((select max(version) from exam_question where region_id = ? and number = ?), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ? returning id""")
                    .params(region, numbers.get(i), region, numbers.get(i), q.kind(), q.category(), q.field(), q.stem(), Question.plain(q.stem()), q.options().toArray(String[]::new), q.answer(),
                            q.basis(), by)
                    .query(Long.class).single());
        }
        return ids;
    }

    public void withdraw(Collection<Long> ids, String reason, long by) {
        jdbc.sql("insert into exam_question_withdrawal (question_id, reason, recorded_by) select x, ?, ? from unnest(cast(? as bigint[])) as u (x) on conflict do nothing")
                .params(reason, by, ids.toArray(Long[]::new)).update();
    }

    /** The exams, not yet over and not cancelled, whose pool holds one of these: the first title by question. */
    public Map<Long, String> pooled(Collection<Long> ids, OffsetDateTime now) {
        Map<Long, String> out = new LinkedHashMap<>();
        jdbc.sql("""
                        select distinct on (l.question_id) l.question_id, s.title from exam_pool l join exam_session s on s.id = l.session_id
                        where l.question_id = any (?) and s.cancelled is null and s.closes_at > ? order by l.question_id, s.id""")
                .params(ids.toArray(Long[]::new), now).query(rs -> { out.put(rs.getLong(1), rs.getString(2)); });
        return out;
    }

    /** Whether a person is admitted to an exam that is not over: others still sit after they have handed in. */
    public boolean sits(long person, OffsetDateTime now) {
        return jdbc.sql("""
                        select exists (select from exam_candidate c join exam_session s on s.id = c.session_id
                        where c.person_id = ? and s.cancelled is null and s.closes_at > ?)""").params(person, now).query(Boolean.class).single();
    }
}
