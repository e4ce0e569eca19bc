package org.mingfa.server.catalogue.evaluation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** What the evaluations have said of a list, a set, or parts of them: for the pages on which these stand. */
@NamedInterface("evaluation")
@Component
public class Conclusions {

    /**
     * The last conclusion on a part.
     *
     * @param on the day it was kept or decided upon
     * @param outcome keep, change, suspend or cancel; {@code agreed} whether that was decided
     */
    @NamedInterface("evaluation")
    public record Last(String key, LocalDate on, String outcome, boolean agreed) {}

    /** @param last the day the last evaluation was closed; {@code running} the id of one under way */
    @NamedInterface("evaluation")
    public record Standing(@Nullable LocalDate last, @Nullable String running) {}

    private final JdbcClient jdbc;

    Conclusions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param before of evaluations older than this one */
    public Map<String, Last> last(String subject, long id, Collection<String> keys, long before) {
        return jdbc.sql("""
                        select distinct on (i.key) i.key, coalesce(i.decided_on, i.concluded_on) as "on", i.outcome, i.state <> 'refused' as agreed
                        from evaluation e join evaluation_item i on i.evaluation_id = e.id
                        where e.subject = :subject and e.subject_id = :id and e.id < :before and i.key = any (:keys) and i.state in ('kept', 'agreed', 'refused')
                        order by i.key, e.id desc""")
                .param("subject", subject).param("id", id).param("before", before).param("keys", keys.toArray(String[]::new)).query(Last.class).list().stream()
                .collect(Collectors.toMap(Last::key, l -> l));
    }

    public Map<String, Last> last(String subject, long id, Collection<String> keys) {
        return last(subject, id, keys, Long.MAX_VALUE);
    }

    /** Of a part whose code no other has: a benchmark table. */
    public @Nullable Last lastOf(String subject, String key) {
        return jdbc.sql("""
                        select i.key, coalesce(i.decided_on, i.concluded_on) as "on", i.outcome, i.state <> 'refused' as agreed
                        from evaluation_item i join evaluation e on e.id = i.evaluation_id
                        where i.key = ? and e.subject = ? and i.state in ('kept', 'agreed', 'refused') order by e.id desc limit 1""")
                .params(key, subject).query(Last.class).optional().orElse(null);
    }

    public Standing standing(String subject, long id) {
        return jdbc.sql("select max(closed_on) as last, min(id::text) filter (where closed_on is null) as running from evaluation where subject = ? and subject_id = ?")
                .params(subject, id).query(Standing.class).single();
    }
}
