package org.mingfa.server.registry.body;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Applications about bodies and what was said to them. */
@Repository
public class ApplicationStore {

    /**
     * @param kind setup, merge, rename, cancel
     * @param agency null for a body that does not exist yet
     * @param absorbed of a merge: those that end
     * @param content what the body is to be: region, field, name, shortName, kind, tier …
     */
    public record Application(
            long id, int region, String kind, @Nullable Long agency, List<Long> absorbed, Map<String, Object> content, String reason,
            LocalDate filedOn) {}

    /** @param step establishment 编办, personnel 人社, legal 法制, decision 政府决定, announcement 公告, withdrawal 撤回 */
    public record Step(String step, boolean agrees, LocalDate onDay, String document, String opinion) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ApplicationStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public long add(int region, String kind, @Nullable Long agency, List<Long> absorbed, Map<String, Object> content, String reason, long by) {
        return jdbc.sql("""
                insert into body_application (region_id, kind, agency_id, absorbed, content, reason, filed_by)
                values (?, ?, ?, ?, cast(? as jsonb), ?, ?) returning id""")
                .params(region, kind, agency, absorbed.toArray(Long[]::new), json.writeValueAsString(content), reason, by).query(Long.class).single();
    }

    public void becomes(long application, long agency) {
        jdbc.sql("update body_application set agency_id = ? where id = ?").params(agency, application).update();
    }

    public Optional<Application> find(long id) {
        return jdbc.sql("select *, cast(filed_at as date) as filed_on from body_application where id = ?").param(id).query(this::row).optional();
    }

    /** The newest first. */
    public List<Application> list(List<Integer> regions, @Nullable Long agency, long before, int limit) {
        return jdbc.sql("""
                select *, cast(filed_at as date) as filed_on from body_application
                where region_id = any (:regions) and id < :before and (cast(:agency as bigint) is null or agency_id = :agency or :agency = any (absorbed))
                order by id desc limit :limit""")
                .param("regions", regions.toArray(Integer[]::new)).param("before", before).param("agency", agency).param("limit", limit)
                .query(this::row).list();
    }

    private Application row(ResultSet rs, int n) throws SQLException {
        return new Application(rs.getLong("id"), rs.getInt("region_id"), rs.getString("kind"), rs.getObject("agency_id", Long.class),
                Arrays.asList((Long[]) rs.getArray("absorbed").getArray()), json.readValue(rs.getString("content"), new TypeReference<>() {}),
                rs.getString("reason"), rs.getObject("filed_on", LocalDate.class));
    }

    public void say(long application, Step s, long by) {
        jdbc.sql("insert into body_application_step (application_id, step, agrees, on_day, document, opinion, recorded_by) values (?, ?, ?, ?, ?, ?, ?)")
                .params(application, s.step, s.agrees, s.onDay, s.document, s.opinion, by).update();
    }

    /** All that was said, in its order; of a step the last word counts. */
    public List<Step> steps(long application) {
        return jdbc.sql("select step, agrees, on_day, document, opinion from body_application_step where application_id = ? order by recorded_at")
                .param(application).query(Step.class).list();
    }
}
