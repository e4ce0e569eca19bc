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

    /** Nothing is kept for someone who is no person, such as a loader. @param agency for which body; null: the actor's own */
    void add(long actor, @Nullable Long agency, String act, String kind, String object, @Nullable Long about, String address, boolean done) {
        jdbc.sql("""
                insert into audit_entry (region_id, agency_id, actor, act, object_kind, object_id, about, address, outcome)
                select a.region_id, a.id, p.id, ?, ?, ?, ?, ?, ? from person p join agency a on a.id = coalesce(?, p.agency_id) where p.id = ?
                """).param(act).param(kind).param(object).param(about).param(address).param(done ? "done" : "refused").param(agency).param(actor).update();
    }

    /**
     * Latest first, those before {@code before}, of what was done for bodies in the region and below. Read region by region in the order of an
     * index. An id is drawn within a day of its {@code at}, which stands for when its transaction began: days become a range of ids.
     */
    public List<Row> page(int region, Filter f, long before, int limit) {
        String where = (f.act() == null ? "" : " and act = :act") + (f.kind() == null ? "" : " and object_kind = :kind")
                + (f.object() == null ? "" : f.object().isEmpty() ? " and object_id = ''" : " and object_id = :object and object_id <> ''")
                + (f.done() == null ? "" : f.done() ? " and outcome = 'done'" : " and outcome = 'refused'")
                + (f.from() == null ? "" : " and at >= :from::date::timestamp at time zone :zone and id > coalesce((select a.id from audit_entry a where a.at < (:from::date - 1)::timestamp at time zone :zone order by a.at desc limit 1), 0)")
                + (f.to() == null ? "" : " and at < (:to::date + 1)::timestamp at time zone :zone and id < coalesce((select a.id from audit_entry a where a.at >= (:to::date + 2)::timestamp at time zone :zone order by a.at limit 1), 9223372036854775807)");
        String one = f.person() == null ? branch(where) : branch(" and actor = :person" + where) + " union " + branch(" and about = :person" + where);
        return jdbc.sql("""
                with recursive below as (
                    select id from region where id = :region union all select r.id from region r join below b on r.parent_id = b.id)
                select e.id, e.at, e.actor, p.name, a.name, e.act, e.object_kind, e.object_id, e.about, q.name, e.address, e.outcome
                from (select e.* from below b cross join lateral (%s) e order by e.id desc limit :limit) e
                join person p on p.id = e.actor join agency a on a.id = coalesce(e.agency_id, p.agency_id) left join person q on q.id = e.about
                order by e.id desc""".formatted(one))
                .param("region", region).param("before", before).param("limit", limit).param("person", f.person()).param("act", f.act()).param("kind", f.kind())
                .param("object", f.object()).param("from", f.from()).param("to", f.to()).param("zone", f.zone())
                .query(AuditStore::row).list();
    }

    private static String branch(String where) {
        return "(select * from audit_entry where region_id = b.id and id < :before" + where + " order by id desc limit :limit)";
    }

    /** Whether somebody did this with another's account since then. */
    boolean did(long actor, String act, long about, Instant since) {
        return jdbc.sql("""
                select exists (select from audit_entry where region_id in (select a.region_id from person p join agency a on a.id = p.agency_id where p.id = :actor
                        union select a.region_id from person_role h join agency a on a.id = h.agency_id where h.person_id = :actor)
                    and about = :about and actor = :actor and act = :act and outcome = 'done' and at >= :since)
                """).param("actor", actor).param("about", about).param("act", act).param("since", java.sql.Timestamp.from(since)).query(Boolean.class).single();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        long about = row.getLong(9);
        return new Row(row.getLong(1), row.getTimestamp(2).toInstant(), row.getLong(3), row.getString(4), row.getString(5), row.getString(6), row.getString(7),
                row.getString(8), row.getString(10) == null ? null : about, row.getString(10), row.getString(11), row.getString(12).equals("done"));
    }
}
