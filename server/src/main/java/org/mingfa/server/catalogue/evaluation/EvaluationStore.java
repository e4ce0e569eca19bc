package org.mingfa.server.catalogue.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Scope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code evaluation}, {@code evaluation_item} and {@code evaluation_step}. Whose rows a caller sees is said here, by owner. */
@Repository
class EvaluationStore {

    private static final String SELECT = """
            select e.id, e.subject, e.subject_id, e.version, e.of_agency as agency, e.of_region as region, e.title, coalesce(a.name, r.name) as owner, e.due, e.cite,
                e.opened_on, o.name as opened_by, e.closed_on, c.name as closed_by, e.summary, n.*
            from evaluation e join person o on o.id = e.opened_by left join person c on c.id = e.closed_by
            left join agency a on a.id = e.of_agency left join region r on r.id = e.of_region
            cross join lateral (select count(*) as total, count(*) filter (where state = 'open') as open, count(*) filter (where state in ('proposed', 'opined')) as waiting,
                count(*) filter (where state = 'kept') as kept, count(*) filter (where state = 'agreed') as agreed, count(*) filter (where state = 'refused') as refused
                from evaluation_item i where i.evaluation_id = e.id) n
            where (e.of_agency = any (:agencies) or e.of_region = any (:regions))\s""";

    private final JdbcClient jdbc;

    EvaluationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private JdbcClient.StatementSpec select(Scope scope, String where) {
        return jdbc.sql(SELECT + where).param("agencies", scope.agencies().toArray(Long[]::new)).param("regions", scope.regions().toArray(Integer[]::new));
    }

    Optional<Evaluation> find(Scope scope, long id) {
        return select(scope, "and e.id = :id").param("id", id).query(Evaluation.class).optional();
    }

    /** The newest first, before an id. */
    List<Evaluation> page(Scope scope, boolean closed, long before, int limit) {
        return select(scope, "and e.id < :before and (e.closed_on is not null) = :closed order by e.id desc limit :limit")
                .param("before", before).param("closed", closed).param("limit", limit).query(Evaluation.class).list();
    }

    /** @return null where one is under way */
    @Nullable Long open(String subject, Evaluated.Subject of, LocalDate due, LocalDate today, long by) {
        try {
            return jdbc.sql("""
                            insert into evaluation (subject, subject_id, version, of_agency, of_region, title, due, cite, opened_by, opened_on)
                            values (:subject, :id, :version, :agency, :region, :title, :due, :cite, :by, :today) returning id""")
                    .param("subject", subject).param("id", of.id()).param("version", of.version()).param("agency", of.agency()).param("region", of.region())
                    .param("title", of.title()).param("due", due).param("cite", of.cite()).param("by", by).param("today", today).query(Long.class).single();
        } catch (DuplicateKeyException underWay) {
            return null;
        }
    }

    void add(long id, int after, List<Evaluated.Part> parts) {
        List<Integer> ordinals = new ArrayList<>();
        parts.forEach(p -> ordinals.add(after + ordinals.size() + 1));
        jdbc.sql("insert into evaluation_item (evaluation_id, ordinal, key, title) select :id, p.* from unnest(:ordinals, :keys, :titles) p")
                .param("id", id).param("ordinals", ordinals.toArray(Integer[]::new)).param("keys", parts.stream().map(Evaluated.Part::key).toArray(String[]::new))
                .param("titles", parts.stream().map(Evaluated.Part::title).toArray(String[]::new)).update();
    }

    /** Nobody else writes to it until the transaction ends. */
    void lock(long id) {
        jdbc.sql("select id from evaluation where id = ? for update").param(id).query(Long.class).optional();
    }

    private static final String ITEM = """
            select ordinal, key, title, state, outcome, reason, concluded_on, agrees, opinion, decided_on, document, document_on, note, seq from evaluation_item\s""";

    Optional<EvaluationItem> item(long id, String key) {
        return jdbc.sql(ITEM + "where evaluation_id = ? and key = ?").params(id, key).query(EvaluationItem.class).optional();
    }

    List<EvaluationItem> items(long id, List<String> keys) {
        return jdbc.sql(ITEM + "where evaluation_id = :id and key = any (:keys) order by ordinal").param("id", id).param("keys", keys.toArray(String[]::new))
                .query(EvaluationItem.class).list();
    }

    /** @param states empty: all */
    List<EvaluationItem> items(long id, List<String> states, int after, int limit) {
        return jdbc.sql(ITEM + "where evaluation_id = :id and ordinal > :after and (cardinality(:states) = 0 or state = any (:states)) order by ordinal limit :limit")
                .param("id", id).param("after", after).param("states", states.toArray(String[]::new)).param("limit", limit).query(EvaluationItem.class).list();
    }

    void conclude(long id, List<Integer> ordinals, String state, String outcome, String reason, LocalDate on) {
        jdbc.sql("""
                        update evaluation_item set state = :state, outcome = :outcome, reason = :reason, concluded_on = :on, seq = seq + 1
                        where evaluation_id = :id and ordinal = any (:ordinals)""")
                .param("id", id).param("ordinals", ordinals.toArray(Integer[]::new)).param("state", state).param("outcome", outcome).param("reason", reason).param("on", on)
                .update();
    }

    void opine(long id, int ordinal, boolean agrees, String opinion) {
        jdbc.sql("update evaluation_item set state = 'opined', agrees = ?, opinion = ?, seq = seq + 1 where evaluation_id = ? and ordinal = ?")
                .params(agrees, opinion, id, ordinal).update();
    }

    void decide(long id, int ordinal, boolean agreed, String document, @Nullable LocalDate documentOn, String note, LocalDate on) {
        jdbc.sql("""
                        update evaluation_item set state = :state, document = :document, document_on = :documentOn, note = :note, decided_on = :on, seq = seq + 1
                        where evaluation_id = :id and ordinal = :ordinal""")
                .param("state", agreed ? "agreed" : "refused").param("document", document).param("documentOn", documentOn).param("note", note).param("on", on)
                .param("id", id).param("ordinal", ordinal).update();
    }

    /** Written after the item: with its new seq. */
    void step(long id, List<Integer> ordinals, String what, String outcome, String note, LocalDate on, long by) {
        jdbc.sql("""
                        insert into evaluation_step (evaluation_id, ordinal, seq, what, outcome, note, on_day, person_id)
                        select evaluation_id, ordinal, seq, :what, :outcome, :note, :on, :by from evaluation_item where evaluation_id = :id and ordinal = any (:ordinals)""")
                .param("id", id).param("ordinals", ordinals.toArray(Integer[]::new)).param("what", what).param("outcome", outcome).param("note", note).param("on", on)
                .param("by", by).update();
    }

    /** Something that was said of an item. */
    public record Said(int seq, String what, String outcome, String note, LocalDate onDay, long personId, String name) {}

    List<Said> said(long id, int ordinal) {
        return jdbc.sql("""
                        select s.seq, s.what, s.outcome, s.note, s.on_day, s.person_id, p.name from evaluation_step s join person p on p.id = s.person_id
                        where s.evaluation_id = ? and s.ordinal = ? order by s.seq""").params(id, ordinal).query(Said.class).list();
    }

    /** Whether a person has proposed something for an item, or said an opinion on it: nobody takes two of the three steps. */
    boolean spoke(long id, int ordinal, long person) {
        return jdbc.sql("select exists (select from evaluation_step where evaluation_id = ? and ordinal = ? and what in ('concluded', 'opinion') and person_id = ?)")
                .params(id, ordinal, person).query(Boolean.class).single();
    }

    void close(long id, String summary, LocalDate on, long by) {
        jdbc.sql("update evaluation set summary = ?, closed_on = ?, closed_by = ? where id = ?").params(summary, on, by, id).update();
    }
}
