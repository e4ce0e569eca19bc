package org.mingfa.server.catalogue.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code holiday_notice}: what was announced of a year's holidays, and what was taken back. Rows are only added. */
@Repository
public class HolidayStore {

    /**
     * What holds of a year since a moment.
     *
     * @param holidays in the shape of one year of law/calendar/holidays.yaml; null where nothing is announced any more
     * @param before names the notice whose state comes back when this one is taken back; null: none
     * @param reason why what stood before it was taken back; null: an announcement
     */
    public record Notice(
            long id, int year, @Nullable Map<String, Object> holidays, String source, @Nullable Long before, @Nullable String reason,
            long by, Instant at) {}

    private static final TypeReference<Map<String, Object>> HOLIDAYS = new TypeReference<>() {};
    private static final String COLUMNS = "id, year, calendar, source, before, reason, recorded_by, recorded_at";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    HolidayStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What holds of each year of which anything was ever announced here. */
    public List<Notice> now() {
        return jdbc.sql("select distinct on (year) " + COLUMNS + " from holiday_notice order by year, id desc").query(this::notice).list();
    }

    public Optional<Notice> now(int year) {
        return jdbc.sql("select " + COLUMNS + " from holiday_notice where year = ? order by id desc limit 1").param(year).query(this::notice).optional();
    }

    public Optional<Notice> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from holiday_notice where id = ?").param(id).query(this::notice).optional();
    }

    /** Names the last notice; 0 where there is none. It grows, since one is added after the other. */
    public long newest() {
        return jdbc.sql("select coalesce(max(id), 0) from holiday_notice").query(Long.class).single();
    }

    /** Waits for whoever else announces, until the transaction ends. */
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('holiday_notice'))").query((rs, n) -> 0).list();
    }

    public void add(int year, @Nullable Map<String, Object> holidays, String source, @Nullable Long before, @Nullable String reason, long by) {
        jdbc.sql("insert into holiday_notice (year, calendar, source, before, reason, recorded_by) values (?, ?, ?, ?, ?, ?)")
                .params(year, holidays == null ? null : json.writeValueAsString(holidays), source, before, reason, by)
                .update();
    }

    private Notice notice(ResultSet rs, int row) throws SQLException {
        @Nullable String calendar = rs.getString("calendar");
        return new Notice(rs.getLong("id"), rs.getInt("year"), calendar == null ? null : json.readValue(calendar, HOLIDAYS), rs.getString("source"),
                rs.getObject("before", Long.class), rs.getString("reason"), rs.getLong("recorded_by"),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
