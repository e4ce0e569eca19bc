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
                            p.number, p.cause, a.name as agency, p.state
                        from publication_finding f join publication p on p.region_id = f.region_id and p.publication_id = f.publication_id
                        join agency a on a.id = f.agency_id
                        where f.region_id = any (:regions) and f.agency_id = any (:agencies) and p.state in ('review', 'published')
                          and (f.publication_id < :publication or f.publication_id = :publication and f.rule > :rule)
                        order by f.publication_id desc, f.rule limit :limit""")
                .param("regions", scope.regions().toArray(Integer[]::new)).param("agencies", scope.agencies().toArray(Long[]::new))
                .param("publication", publication).param("rule", rule).param("limit", limit).query(Listed.class).list();
    }
}
