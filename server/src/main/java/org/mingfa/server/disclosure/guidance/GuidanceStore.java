package org.mingfa.server.disclosure.guidance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Scope;
import org.mingfa.server.cases.OpenCase;
import org.mingfa.server.disclosure.guidance.GuidingCase.Content;
import org.mingfa.server.disclosure.guidance.GuidingCase.Event;
import org.mingfa.server.disclosure.guidance.GuidingCase.Head;
import org.mingfa.server.operation.Bigrams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code guidance} and {@code guidance_event}. */
@Repository
class GuidanceStore {

    private static final String HEAD = "select id, title, conduct, grade, cite, agency_name as agency, state, published_on from guidance ";

    private final JdbcClient jdbc;

    GuidanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param words bigrams that must all be there @param before keyset: the last id of the page before, or a number above all */
    List<Head> published(List<String> words, @Nullable String table, long before, int limit) {
        return jdbc.sql(HEAD + """
                        where state = 'published' and id < :before and bigrams @> :words and (cast(:table as text) is null or table_code = :table)
                        order by id desc limit :limit""")
                .param("before", before).param("words", words.toArray(String[]::new)).param("table", table).param("limit", limit).query(Head.class).list();
    }

    /** Those of the caller's agencies that are not published (yet). */
    List<Head> underWay(long before, int limit) {
        return jdbc.sql(HEAD + "where state <> 'published' and id < ? order by id desc limit ?").params(before, limit).query(Head.class).list();
    }

    Optional<GuidingCase> find(long id) {
        return jdbc.sql("select * from guidance where id = ?").param(id).query(this::row).optional();
    }

    /** Locked until the transaction ends; whose it is: {@code proposedBy}. */
    Optional<Locked> locked(long id) {
        return jdbc.sql("select state, seq, proposed_by, region_id || '-' || case_id as source from guidance where id = ? for update").param(id).query(Locked.class).optional();
    }

    record Locked(String state, int seq, long proposedBy, String source) {}

    boolean exists(OpenCase open) {
        return jdbc.sql("select count(*) from guidance where region_id = ? and case_id = ? and state <> 'withdrawn'").params(open.id().region(), open.id().id()).query(Long.class).single() > 0;
    }

    long add(OpenCase open, String agency, Content c, long by) {
        long id = jdbc.sql("""
                        insert into guidance (agency_id, region_id, case_id, agency_name, table_code, conduct, grade, cite, title, facts, issue, reasoning, state, seq, bigrams, proposed_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'draft', 1, ?, ?) returning id""")
                .params(java.util.Arrays.asList(open.head().agency(), open.id().region(), open.id().id(), agency, c.table(), c.conduct(), c.grade(), c.cite(), c.title(), c.facts(),
                        c.issue(), c.reasoning(), words(c), by))
                .query(Long.class).single();
        event(id, 1, "proposed", "", by);
        return id;
    }

    void change(long id, Content c, int seq, long by) {
        jdbc.sql("update guidance set table_code = ?, conduct = ?, grade = ?, cite = ?, title = ?, facts = ?, issue = ?, reasoning = ?, bigrams = ?, seq = ? where id = ?")
                .params(java.util.Arrays.asList(c.table(), c.conduct(), c.grade(), c.cite(), c.title(), c.facts(), c.issue(), c.reasoning(), words(c), seq, id)).update();
        event(id, seq, "changed", "", by);
    }

    void step(long id, String state, String what, String note, int seq, @Nullable LocalDate publishedOn, long by) {
        jdbc.sql("update guidance set state = ?, seq = ?, published_on = coalesce(cast(? as date), published_on) where id = ?").params(java.util.Arrays.asList(state, seq, publishedOn, id)).update();
        event(id, seq, what, note, by);
    }

    /** Who did a step of it last. */
    List<Long> whoDid(long id, List<String> what) {
        return jdbc.sql("select distinct person_id from guidance_event where guidance_id = :id and what in (:what)").param("id", id).param("what", what).query(Long.class).list();
    }

    private void event(long id, int seq, String what, String note, long by) {
        jdbc.sql("insert into guidance_event (guidance_id, seq, what, note, person_id) values (?, ?, ?, ?, ?)").params(id, seq, what, note, by).update();
    }

    private static String[] words(Content c) {
        return Bigrams.of(c.texts().toArray(String[]::new)).toArray(String[]::new);
    }

    private GuidingCase row(ResultSet rs, int n) throws SQLException {
        long id = rs.getLong("id");
        boolean mine = Scope.current().map(s -> s.agencies().contains(agency(rs))).orElse(false);
        return new GuidingCase(id, rs.getString("agency_name"), new Content(rs.getString("table_code"), rs.getString("conduct"), rs.getString("grade"), rs.getString("cite"),
                rs.getString("title"), rs.getString("facts"), rs.getString("issue"), rs.getString("reasoning")), rs.getString("state"), rs.getInt("seq"),
                rs.getObject("published_on", LocalDate.class), mine ? rs.getInt("region_id") + "-" + rs.getLong("case_id") : null, mine ? events(id) : List.of());
    }

    private static long agency(ResultSet rs) {
        try {
            return rs.getLong("agency_id");
        } catch (SQLException e) {
            throw new IllegalStateException("guidance has an agency", e);
        }
    }

    private List<Event> events(long id) {
        return jdbc.sql("select e.seq, e.what, e.note, p.name, e.at from guidance_event e join person p on p.id = e.person_id where guidance_id = ? order by e.seq").param(id)
                .query((rs, n) -> new Event(rs.getInt(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getObject(5, OffsetDateTime.class).toInstant())).list();
    }
}
