package org.mingfa.server.cases.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.record.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code case_note}: notes between colleagues on entries of cases (批注); no part of the record. */
@Repository
public class NoteStore {

    /** A note as it is written. */
    public record Written(
            CaseKey of, long agency, long seq, long author, @Nullable Long asked, @Nullable Long answers, String text, Instant at, @Nullable String key) {}

    /**
     * A note.
     *
     * @param text empty where it was taken back
     * @param answers id of the question that it answers
     */
    public record Note(
            String id, long seq, String authorId, String authorName, @Nullable String askedId, @Nullable String askedName, @Nullable String answers,
            String text, String at, boolean answered, @Nullable String takenAt) {}

    /** A question that waits for its answer. */
    public record Question(int regionId, long caseId, long id, long seq, String authorName, String text, String at) {

        public CaseKey of() {
            return new CaseKey(regionId, caseId);
        }
    }

    private static final String TIME = "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'";
    private static final String NOTES = """
            select n.id, n.seq, n.author_id, a.name as author_name, n.asked_id, q.name as asked_name, n.answers, n.text,
                   to_char(n.at at time zone 'UTC', %1$s) as at, n.answered_at is not null as answered, to_char(n.taken_at at time zone 'UTC', %1$s) as taken_at
            from (select * from case_note where region_id = ? and case_id = ? and %2$s order by id desc limit ?) n
            join person a on a.id = n.author_id left join person q on q.id = n.asked_id order by n.id desc""";

    private final JdbcClient jdbc;

    NoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Its id; the same key of the same author gives the note that was written first. */
    public long add(Written n) {
        return jdbc.sql("""
                        insert into case_note (region_id, case_id, agency_id, seq, author_id, asked_id, answers, text, at, request_key)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id""")
                .params(n.of().region(), n.of().id(), n.agency(), n.seq(), n.author(), n.asked(), n.answers(), n.text(), n.at().atOffset(ZoneOffset.UTC), n.key())
                .query(Long.class).optional()
                .orElseGet(() -> jdbc.sql("select id from case_note where region_id = ? and case_id = ? and author_id = ? and request_key = ?")
                        .params(n.of().region(), n.of().id(), n.author(), n.key()).query(Long.class).single());
    }

    /** The latest first. */
    public List<Note> page(CaseKey of, long before, int limit) {
        return jdbc.sql(NOTES.formatted(TIME, "id < ?")).params(of.region(), of.id(), before, limit).query(Note.class).list();
    }

    public Optional<Note> one(CaseKey of, long id) {
        return jdbc.sql(NOTES.formatted(TIME, "id = ?")).params(of.region(), of.id(), id, 1).query(Note.class).optional();
    }

    /** Whether a case has so many notes already. */
    public boolean full(CaseKey of, int most) {
        return jdbc.sql("select count(*) from (select from case_note where region_id = ? and case_id = ? limit ?) x").params(of.region(), of.id(), most)
                .query(Integer.class).single() >= most;
    }

    public void answered(CaseKey of, long id, Instant at) {
        jdbc.sql("update case_note set answered_at = ? where region_id = ? and case_id = ? and id = ? and answered_at is null")
                .params(at.atOffset(ZoneOffset.UTC), of.region(), of.id(), id).update();
    }

    /** Empties a note; that there was one, whose and when, stays. */
    public void take(CaseKey of, long id, Instant at) {
        jdbc.sql("update case_note set text = '', taken_at = ? where region_id = ? and case_id = ? and id = ? and taken_at is null")
                .params(at.atOffset(ZoneOffset.UTC), of.region(), of.id(), id).update();
    }

    /** What a person is asked in cases of a body and has not answered, what has waited longest first. */
    public List<Question> asked(int region, long agency, long person, long after, int limit) {
        return jdbc.sql("""
                        select n.region_id, n.case_id, n.id, n.seq, a.name as author_name, n.text, to_char(n.at at time zone 'UTC', %s) as at
                        from (select * from case_note where region_id = ? and agency_id = ? and asked_id = ? and id > ? and answered_at is null and taken_at is null
                              order by id limit ?) n
                        join person a on a.id = n.author_id order by n.id""".formatted(TIME))
                .params(region, agency, person, after, limit).query(Question.class).list();
    }
}
