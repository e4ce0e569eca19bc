package org.mingfa.server.disclosure.check;

import java.time.LocalDate;
import java.util.List;
import org.mingfa.server.access.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code publication_finding}, within the scope that is bound. */
@Repository
public class FindingStore {

    /** A finding with the decision that it is about. @param publication its id */
    public record Listed(
            String publication, long publicationId, String rule, String severity, String title, String cite, String message, LocalDate foundOn, String number, String cause,
            String agency, String state) {}

    private final JdbcClient jdbc;

    FindingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Instead of what was found before. */
    public void put(int region, long publication, long agency, List<PublicationFinding> findings, LocalDate on) {
        jdbc.sql("delete from publication_finding where region_id = ? and publication_id = ?").params(region, publication).update();
        findings.forEach(f -> jdbc.sql("""
                        insert into publication_finding (region_id, publication_id, rule, agency_id, severity, title, cite, message, found_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(region, publication, f.rule(), agency, f.severity(), f.title(), f.cite(), f.message(), on).update());
    }

    /** Of decisions under review or published, the newest first, after a publication and rule. */
    public List<Listed> page(Scope scope, long publication, String rule, int limit) {
        return jdbc.sql("""
                        select f.region_id || '-' || f.publication_id as publication, f.publication_id, f.rule, f.severity, f.title, f.cite, f.message, f.found_on,
                            f.number, f.cause, a.name as agency, f.state
                        from agency a cross join lateral (
                            select g.*, q.number, q.cause, q.state from publication_finding g
                            join publication q on q.region_id = g.region_id and q.publication_id = g.publication_id and q.state in ('review', 'published')
                            where g.region_id = any (:regions) and g.region_id = a.region_id and g.agency_id = a.id
                              and (g.publication_id < :publication or g.publication_id = :publication and g.rule > :rule)
                            order by g.publication_id desc, g.rule limit :limit) f
                        where a.id = any (:agencies)
                        order by f.publication_id desc, f.rule limit :limit""")
                .param("regions", scope.regions().toArray(Integer[]::new)).param("agencies", scope.agencies().toArray(Long[]::new))
                .param("publication", publication).param("rule", rule).param("limit", limit).query(Listed.class).list();
    }
}
