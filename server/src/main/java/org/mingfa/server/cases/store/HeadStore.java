package org.mingfa.server.cases.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.cases.EnforcementCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code enforcement_case}: reads heads. */
@Repository
public class HeadStore {

    static final String COLUMNS = """
            region_id, case_id, agency_id, number, procedure, title, field, region, law, packs::text, attributes::text,
            item, stage, lead_id, filed_on, party, violation, due::text, refresh_on, ended_on, seq, updated_at""";

    private static final TypeReference<List<Map<String, Object>>> PACKS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    HeadStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<EnforcementCase> find(CaseKey id) {
        return jdbc.sql("select " + COLUMNS + " from enforcement_case where region_id = ? and case_id = ?")
                .params(id.region(), id.id())
                .query(this::head)
                .optional();
    }

    /** The heads of these cases, of those that the caller may see. */
    public List<EnforcementCase> all(List<CaseKey> ids) {
        return jdbc.sql("select " + COLUMNS + """
                         from enforcement_case
                        where (region_id, case_id) in (select * from unnest(cast(? as int[]), cast(? as bigint[])))""")
                .params(ids.stream().map(CaseKey::region).toArray(Integer[]::new), ids.stream().map(CaseKey::id).toArray(Long[]::new))
                .query(this::head)
                .list();
    }

    /** Running cases of an agency in which something may have happened by law since they were projected. */
    public List<CaseKey> stale(int region, long agency, LocalDate today, int limit) {
        return jdbc.sql("""
                        select region_id, case_id from enforcement_case
                        where region_id = ? and agency_id = ? and refresh_on <= ? and ended_on is null
                        order by refresh_on limit ?""")
                .params(region, agency, today, limit)
                .query((rs, n) -> new CaseKey(rs.getInt(1), rs.getLong(2)))
                .list();
    }

    /** Running cases of an agency after a key, in key order. */
    public List<CaseKey> running(int region, long agency, long after, int limit) {
        return jdbc.sql("""
                        select region_id, case_id from enforcement_case
                        where region_id = ? and agency_id = ? and case_id > ? and ended_on is null
                        order by case_id limit ?""")
                .params(region, agency, after, limit)
                .query((rs, n) -> new CaseKey(rs.getInt(1), rs.getLong(2)))
                .list();
    }

    EnforcementCase head(ResultSet rs, int row) throws SQLException {
        @Nullable String due = rs.getString("due");
        return new EnforcementCase(
                new CaseKey(rs.getInt("region_id"), rs.getLong("case_id")), rs.getLong("agency_id"), rs.getString("number"),
                rs.getString("procedure"), rs.getString("title"), rs.getString("field"), rs.getString("region"),
                rs.getString("law"), json.readValue(rs.getString("packs"), PACKS),
                json.readValue(rs.getString("attributes"), ATTRIBUTES), rs.getString("item"), rs.getString("stage"),
                rs.getObject("lead_id", Long.class), rs.getObject("filed_on", LocalDate.class), rs.getString("party"),
                rs.getString("violation"), due == null ? null : json.readValue(due, EnforcementCase.Due.class),
                rs.getObject("refresh_on", LocalDate.class), rs.getObject("ended_on", LocalDate.class), rs.getLong("seq"),
                rs.getObject("updated_at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC).toInstant());
    }
}
