package org.mingfa.server.catalogue.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.catalogue.list.ListVersion.State;
import org.mingfa.server.catalogue.list.ListVersion.What;
import org.mingfa.server.operation.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists, their versions and what became of them. */
@Repository
public class ListStore {

    private static final String LIST = """
            select l.id, l.kind, l.of_agency, l.of_region, l.title, coalesce(a.name, r.name, '') from list l
            left join agency a on a.id = l.of_agency left join region r on r.id = l.of_region\s""";
    private static final String VERSION = """
            select v.id, v.list_id, v.number, v.seq, v.state, b.number, v.from_day, v.to_day, v.document, v.reason, v.drafted_by, v.reviewed_by,
                v.opinion, v.published_by, v.published_on, v.ended_for, v.updated_at, v.rows
            from list_version v left join list_version b on b.id = v.base_id\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    ListStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<KeptList> find(long id) {
        return jdbc.sql(LIST + "where l.id = ?").param(id).query((rs, n) -> list(rs)).optional();
    }

    /** Lists of a kind, or of all, the register left out; those of an agency and of the regions above it where one is given. */
    List<KeptList> lists(@Nullable String kind, @Nullable Long agency, long after, int limit) {
        return jdbc.sql(LIST + """
                        where (l.of_agency is not null or l.of_region is not null) and l.id > :after
                            and (cast(:kind as text) is null or l.kind = :kind)
                            and (cast(:agency as bigint) is null or l.of_agency = :agency or l.of_region in (
                                with recursive up as (
                                    select r.id, r.parent_id from region r join agency a on a.region_id = r.id where a.id = :agency
                                    union all select r.id, r.parent_id from region r join up on r.id = up.parent_id)
                                select id from up))
                        order by l.id limit :limit""")
                .param("kind", kind).param("agency", agency).param("after", after).param("limit", limit)
                .query((rs, n) -> list(rs)).list();
    }

    long add(String kind, @Nullable Long agency, @Nullable Integer region, String title) {
        try {
            return jdbc.sql("insert into list (kind, of_agency, of_region, title) values (?, ?, ?, ?) returning id")
                    .params(kind, agency, region, title).query(Long.class).single();
        } catch (DuplicateKeyException twice) {
            throw Refused.invalid("/title", "已经有同名的清单");
        }
    }

    public List<ListVersion> versions(long list) {
        return jdbc.sql(VERSION + "where v.list_id = ? order by v.number desc").param(list).query((rs, n) -> version(rs)).list();
    }

    public Optional<ListVersion> version(long list, int number) {
        return jdbc.sql(VERSION + "where v.list_id = ? and v.number = ?").params(list, number).query((rs, n) -> version(rs)).optional();
    }

    ListVersion draft(long list, @Nullable ListVersion base, String reason, long by) {
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from list_version where list_id = ?").param(list).query(Integer.class).single();
        try {
            long id = jdbc.sql("""
                            insert into list_version (list_id, number, seq, state, base_id, reason, drafted_by, updated_at)
                            values (?, ?, 1, 'draft', ?, ?, ?, ?) returning id""")
                    .params(list, number, base == null ? null : base.id(), reason, by, now()).query(Long.class).single();
            event(id, 1, by, What.CREATED, base == null ? "" : "以第 " + base.number() + " 版为底稿");
        } catch (DuplicateKeyException underWay) {
            throw Refused.conflict("这个清单已有一个版本正在起草或者审核，请先办完");
        }
        return version(list, number).orElseThrow();
    }

    /** Takes the turn to write: nobody has written since {@code v.seq()}; the event says what is done. */
    void step(ListVersion v, State next, long by, What what, String note) {
        if (jdbc.sql("update list_version set seq = seq + 1, state = ?, updated_at = ? where id = ? and seq = ?")
                .params(next.word(), now(), v.id(), v.seq()).update() == 0) {
            throw Refused.conflict("这一版已由他人改动，请重新打开");
        }
        event(v.id(), v.seq() + 1, by, what, note);
    }

    void reviewed(long version, long by, String opinion) {
        jdbc.sql("update list_version set reviewed_by = ?, opinion = ? where id = ?").params(by, opinion, version).update();
    }

    /** What the review said no longer counts: the version is drafted anew. */
    void unreviewed(long version) {
        jdbc.sql("update list_version set reviewed_by = null, opinion = '' where id = ?").param(version).update();
    }

    void published(long version, long by, LocalDate on, LocalDate from, String document) {
        jdbc.sql("update list_version set published_by = ?, published_on = ?, from_day = ?, document = ? where id = ?")
                .params(by, on, from, document, version).update();
    }

    /** Ends what is in force of a list before {@code from}. */
    void endBefore(long list, long except, LocalDate from) {
        jdbc.sql("""
                        update list_version set to_day = ? where list_id = ? and id <> ? and state in ('published', 'withdrawn')
                            and (to_day is null or to_day >= ?)""")
                .params(from.minusDays(1), list, except, from).update();
    }

    /** The version that was to end before a day goes on: what would have followed it was withdrawn before that day. */
    void again(long list, LocalDate from) {
        jdbc.sql("update list_version set to_day = null where list_id = ? and state = 'published' and to_day = ?").params(list, from.minusDays(1)).update();
    }

    void ended(long version, LocalDate last, String why) {
        jdbc.sql("update list_version set to_day = ?, ended_for = ? where id = ?").params(last, why, version).update();
    }

    private void event(long version, long seq, long by, What what, String note) {
        jdbc.sql("insert into list_event (version_id, seq, at, person_id, what, note) values (?, ?, ?, ?, ?, ?)")
                .params(version, seq, now(), by, what.word(), note).update();
    }

    List<ListVersion.Event> events(long version) {
        return jdbc.sql("""
                        select e.seq, e.at, e.person_id, coalesce(p.name, ''), e.what, e.note from list_event e
                        left join person p on p.id = e.person_id where e.version_id = ? order by e.seq""").param(version)
                .query((rs, n) -> new ListVersion.Event(rs.getLong(1), instant(rs, 2), rs.getLong(3), rs.getString(4), rs.getString(5), rs.getString(6)))
                .list();
    }

    /** Who began it or changed anything in it. */
    Set<Long> drafters(long version) {
        return new TreeSet<>(jdbc.sql("select distinct person_id from list_event where version_id = ? and what in ('created', 'changed', 'imported')")
                .param(version).query(Long.class).list());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet rs, int column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static KeptList list(ResultSet rs) throws SQLException {
        return new KeptList(rs.getLong(1), rs.getString(2), rs.getObject(3, Long.class), rs.getObject(4, Integer.class), rs.getString(5), rs.getString(6));
    }

    private static ListVersion version(ResultSet rs) throws SQLException {
        return new ListVersion(rs.getLong(1), rs.getLong(2), rs.getInt(3), rs.getLong(4), State.of(rs.getString(5)), rs.getObject(6, Integer.class),
                rs.getObject(7, LocalDate.class), rs.getObject(8, LocalDate.class), rs.getString(9), rs.getString(10), rs.getLong(11),
                rs.getObject(12, Long.class), rs.getString(13), rs.getObject(14, Long.class), rs.getObject(15, LocalDate.class), rs.getString(16),
                instant(rs, 17), rs.getLong(18));
    }
}
