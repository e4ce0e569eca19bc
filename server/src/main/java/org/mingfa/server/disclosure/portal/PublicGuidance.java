package org.mingfa.server.disclosure.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingfa.server.operation.Bigrams;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Published guiding cases (指导案例), read as {@code mingfa_portal}: which case each retells it cannot see. */
@Repository
public class PublicGuidance {

    public record Told(long id, String agency, String conduct, String grade, String cite, String title, String facts, String issue, String reasoning, LocalDate publishedOn) {}

    private static final String SELECT = """
            select id, agency_name as agency, conduct, grade, cite, title, facts, issue, reasoning, published_on from guidance where state = 'published'\s""";

    private final JdbcClient jdbc;

    PublicGuidance(@Qualifier("portalJdbc") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Told> newest(String q, long before, int limit) {
        return jdbc.sql(SELECT + "and id < ? and bigrams @> ? order by id desc limit ?").params(before, Bigrams.of(q).toArray(String[]::new), limit).query(Told.class).list();
    }

    Optional<Told> find(long id) {
        return jdbc.sql(SELECT + "and id = ?").param(id).query(Told.class).optional();
    }
}
