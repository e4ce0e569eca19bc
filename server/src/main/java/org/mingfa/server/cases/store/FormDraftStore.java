package org.mingfa.server.cases.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code form_draft}: contents are read by their author alone, of others only who has the same form open. */
@Repository
public class FormDraftStore {

    /** @param content sealed; null where nothing was typed */
    public record Kept(int version, String window, byte @Nullable [] content, @Nullable Instant savedAt) {}

    /** A colleague at the same form. */
    public record Other(String name, Instant seenAt) {}

    /** Whose draft of which form, and for which body they work. */
    public record Place(long person, String place, int region, long agency) {}

    private final JdbcClient jdbc;

    FormDraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Kept> find(Place p) {
        return jdbc.sql("select version, window_id, content, saved_at from form_draft where region_id = ? and person_id = ? and place = ?").params(p.region(), p.person(), p.place())
                .query((rs, n) -> new Kept(rs.getInt(1), rs.getString(2), rs.getBytes(3), at(rs))).optional();
    }

    private static @Nullable Instant at(ResultSet rs) throws SQLException {
        OffsetDateTime at = rs.getObject(4, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** Saves over this version; false where another window has saved since. */
    public boolean save(Place p, int over, String window, byte[] content, Instant now) {
        return jdbc.sql("""
                        insert into form_draft as d (person_id, place, region_id, agency_id, version, window_id, content, saved_at, seen_at)
                        select :person, :place, :region, :agency, 1, :window, :content, :now, :now where :over = 0 or exists (select from form_draft where region_id = :region and person_id = :person and place = :place)
                        on conflict (region_id, person_id, place) do update
                        set version = d.version + 1, window_id = excluded.window_id, content = excluded.content, saved_at = excluded.saved_at, seen_at = excluded.seen_at
                        where d.version = :over""")
                .param("person", p.person()).param("place", p.place()).param("region", p.region()).param("agency", p.agency()).param("window", window)
                .param("content", content).param("now", now.atOffset(ZoneOffset.UTC)).param("over", over).update() == 1;
    }

    /** Notes that the form is open. */
    public void seen(Place p, String window, Instant now) {
        jdbc.sql("""
                        insert into form_draft (person_id, place, region_id, agency_id, version, window_id, seen_at) values (?, ?, ?, ?, 0, ?, ?)
                        on conflict (region_id, person_id, place) do update set seen_at = excluded.seen_at""")
                .params(p.person(), p.place(), p.region(), p.agency(), window, now.atOffset(ZoneOffset.UTC)).update();
    }

    public void drop(Place p) {
        jdbc.sql("delete from form_draft where region_id = ? and person_id = ? and place = ?").params(p.region(), p.person(), p.place()).update();
    }

    /** How many contents a person has in a region. */
    public int count(Place p) {
        return jdbc.sql("select count(*) from form_draft where region_id = ? and person_id = ? and content is not null").params(p.region(), p.person())
                .query(Integer.class).single();
    }

    /** Who of the same body has the same form open. */
    public List<Other> others(Place p, Instant since) {
        return jdbc.sql("""
                        select h.name, d.seen_at from form_draft d join person h on h.id = d.person_id
                        where d.region_id = ? and d.agency_id = ? and d.place = ? and d.seen_at > ? and d.person_id <> ? order by d.seen_at desc limit 5""")
                .params(p.region(), p.agency(), p.place(), since.atOffset(ZoneOffset.UTC), p.person())
                .query((rs, n) -> new Other(rs.getString(1), rs.getObject(2, OffsetDateTime.class).toInstant())).list();
    }

    public int forget(Instant before, int limit) {
        return jdbc.sql("delete from form_draft where (region_id, person_id, place) in (select region_id, person_id, place from form_draft where seen_at < ? limit ?)")
                .params(before.atOffset(ZoneOffset.UTC), limit).update();
    }
}
