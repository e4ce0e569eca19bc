package org.mingfa.server.jurist.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.jurist.draft.LawDraft.Event;
import org.mingfa.server.jurist.draft.LawDraft.State;
import org.mingfa.server.jurist.draft.LawDraft.What;
import org.mingfa.server.operation.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Tables {@code law_draft} and {@code law_draft_event}. */
@Repository
class DraftStore {

    private static final String COLUMNS = "id, seq, procedure, field, region, title, reason, from_day, state, author_id, content::text, checked::text, base, updated_at";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    DraftStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<LawDraft> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from law_draft where id = ?").param(id).query(this::draft).optional();
    }

    /** The newest first, below an id. */
    List<LawDraft> page(@Nullable State state, long below, int limit) {
        return jdbc.sql("select " + COLUMNS + " from law_draft where id < ? and (cast(? as text) is null or state = ?) order by id desc limit ?")
                .params(below, state == null ? null : state.word(), state == null ? null : state.word(), limit)
                .query(this::draft).list();
    }

    long create(LawDraft d) {
        OffsetDateTime now = now();
        long id = jdbc.sql("""
                        insert into law_draft (seq, procedure, field, region, title, reason, from_day, state, author_id, content, updated_at)
                        values (1, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?) returning id""")
                .params(d.procedure(), d.field(), d.region(), d.title(), d.reason(), d.from(), d.state().word(), d.author(),
                        json.writeValueAsString(d.content()), now)
                .query(Long.class).single();
        event(id, 1, now, d.author(), What.CREATED, "", d.content());
        return id;
    }

    /** Writes a draft as it is now, if nobody has written it since {@code d.seq()}; the event says what was done. */
    void write(LawDraft d, long by, What what, String note) {
        OffsetDateTime now = now();
        int rows = jdbc.sql("""
                        update law_draft set seq = seq + 1, title = ?, reason = ?, from_day = ?, state = ?, content = cast(? as jsonb),
                            checked = cast(? as jsonb), base = ?, updated_at = ?
                        where id = ? and seq = ?""")
                .params(d.title(), d.reason(), d.from(), d.state().word(), json.writeValueAsString(d.content()),
                        d.checked() == null ? null : json.writeValueAsString(d.checked()), d.base(), now, d.id(), d.seq())
                .update();
        if (rows == 0) {
            throw Refused.conflict("草案已由他人改动，请重新打开");
        }
        event(d.id(), d.seq() + 1, now, by, what, note, what == What.CHANGED ? d.content() : null);
    }

    private void event(long draft, long seq, OffsetDateTime at, long by, What what, String note, @Nullable Content content) {
        jdbc.sql("insert into law_draft_event (draft_id, seq, at, person_id, what, note, content) values (?, ?, ?, ?, ?, ?, cast(? as jsonb))")
                .params(draft, seq, at, by, what.word(), note, content == null ? null : json.writeValueAsString(content))
                .update();
    }

    /** In the order in which they happened. */
    List<Event> events(long draft) {
        return jdbc.sql("select seq, at, person_id, what, note from law_draft_event where draft_id = ? order by seq").param(draft)
                .query((rs, n) -> new Event(rs.getLong(1), instant(rs, 2), rs.getLong(3), What.valueOf(rs.getString(4).toUpperCase(Locale.ROOT)), rs.getString(5)))
                .list();
    }

    /** Who began it or changed anything in it. */
    Set<Long> writers(long draft) {
        return new TreeSet<>(jdbc.sql("select distinct person_id from law_draft_event where draft_id = ? and what in ('created', 'changed')")
                .param(draft).query(Long.class).list());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet rs, int column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private LawDraft draft(ResultSet rs, int row) throws SQLException {
        String checked = rs.getString(12);
        return new LawDraft(rs.getLong(1), rs.getLong(2), rs.getString(3), rs.getString(4), rs.getString(5), rs.getString(6), rs.getString(7),
                rs.getObject(8, LocalDate.class), State.valueOf(rs.getString(9).toUpperCase(Locale.ROOT)), rs.getLong(10),
                json.readValue(rs.getString(11), Content.class), checked == null ? null : json.readValue(checked, Checked.class), rs.getString(13), instant(rs, 14));
    }
}
