package org.mingfa.server.access.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code audit_entry}: rows are added and read. */
@Repository
public class AuditStore {

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry as kept, with the names of today. */
    public record Row(long id, Instant at, long actor, String actorName, String agency, String act, String kind, String object,
            @Nullable Long about, @Nullable String aboutName, String address, boolean done) {}

    /** What is looked for; null: any. {@code person} did it or is concerned; days in {@code zone}. */
    public record Filter(@Nullable Long person, @Nullable String act, @Nullable String kind, @Nullable String object, @Nullable Boolean done,
            @Nullable LocalDate from, @Nullable LocalDate to, String zone) {}

    /** Nothing is kept for someone who is no person, such as a loader. */
    void add(long actor, String act, String kind, String object, @Nullable Long about, String address, boolean done) {
        jdbc.sql("""
                insert into audit_entry (region_id, actor, act, object_kind, object_id, about, address, outcome)
                select a.region_id, p.id, ?, ?, ?, ?, ?, ? from person p join agency a on a.id = p.agency_id where p.id = ?
                """).param(act).param(kind).param(object).param(about).param(address).param(done ? "done" : "refused").param(actor).update();
    }

    /** Latest first, those before {@code before}, of actors in the region and below. */
    public List<Row> page(int region, Filter f, long before, int limit) {
        StringBuilder where = new StringBuilder();
        if (f.person() != null) {
            where.append(" and (e.actor = :person or e.about = :person)");
        }
        where.append(f.act() == null ? "" : " and e.act = :act").append(f.kind() == null ? "" : " and e.object_kind = :kind")
                .append(f.object() == null ? "" : " and e.object_id = :object").append(f.done() == null ? "" : " and e.outcome = :outcome")
                .append(f.from() == null ? "" : " and e.at >= :from::date at time zone :zone").append(f.to() == null ? "" : " and e.at < (:to::date + 1) at time zone :zone");
        return jdbc.sql("""
                with recursive below as (
                    select id from region where id = :region union all select r.id from region r join below b on r.parent_id = b.id)
                select e.id, e.at, e.actor, p.name, a.name, e.act, e.object_kind, e.object_id, e.about, q.name, e.address, e.outcome
                from audit_entry e join person p on p.id = e.actor join agency a on a.id = p.agency_id left join person q on q.id = e.about
                where e.region_id in (select id from below) and e.id < :before %s order by e.id desc limit :limit""".formatted(where))
                .param("region", region).param("before", before).param("limit", limit).param("person", f.person()).param("act", f.act()).param("kind", f.kind())
                .param("object", f.object()).param("outcome", f.done() == null || f.done() ? "done" : "refused").param("from", f.from()).param("to", f.to()).param("zone", f.zone())
                .query(AuditStore::row).list();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        long about = row.getLong(9);
        return new Row(row.getLong(1), row.getTimestamp(2).toInstant(), row.getLong(3), row.getString(4), row.getString(5), row.getString(6), row.getString(7),
                row.getString(8), row.getString(10) == null ? null : about, row.getString(10), row.getString(11), row.getString(12).equals("done"));
    }
}
