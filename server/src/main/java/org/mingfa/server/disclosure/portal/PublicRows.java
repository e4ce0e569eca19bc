package org.mingfa.server.disclosure.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Published lists (清单), read as {@code mingfa_portal}: drafts and what is under review it cannot see. */
@Repository
public class PublicRows {

    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};

    /** A version in force; {@code rows} is how many it has. */
    public record PublicList(
            long list, String kind, String title, String owner, long version, int number, LocalDate from, @Nullable LocalDate to, String document,
            LocalDate publishedOn, long rows) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PublicRows(@Qualifier("portalJdbc") JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What is in force on a day, by owner. */
    List<PublicList> inForce(List<String> kinds, LocalDate day) {
        return jdbc.sql(SELECT + "where kind = any (:kinds) and from_day <= :day and (to_day is null or to_day >= :day) order by owner, title limit 2000")
                .param("kinds", kinds.toArray(String[]::new)).param("day", day).query(PublicRows::row).list();
    }

    Optional<PublicList> find(long list, List<String> kinds, LocalDate day) {
        return jdbc.sql(SELECT + "where list_id = :list and kind = any (:kinds) and from_day <= :day and (to_day is null or to_day >= :day)")
                .param("list", list).param("kinds", kinds.toArray(String[]::new)).param("day", day).query(PublicRows::row).optional();
    }

    List<Map<String, String>> rows(long version, int page, int size) {
        return jdbc.sql("select cells from published_list_row where version_id = ? order by ordinal, key limit ? offset ?")
                .params(version, size, (long) page * size).query((rs, n) -> json.readValue(rs.getString(1), CELLS)).list();
    }

    private static final String SELECT = """
            select list_id, kind, title, owner, version_id, number, from_day, to_day, document, published_on,
                (select count(*) from published_list_row w where w.version_id = p.version_id) from published_list p\s""";

    private static PublicList row(ResultSet rs, int n) throws SQLException {
        return new PublicList(rs.getLong(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getLong(5), rs.getInt(6), rs.getObject(7, LocalDate.class),
                rs.getObject(8, LocalDate.class), rs.getString(9), rs.getObject(10, LocalDate.class), rs.getLong(11));
    }
}
