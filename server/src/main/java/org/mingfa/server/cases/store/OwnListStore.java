package org.mingfa.server.cases.store;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tables {@code case_list_columns} and {@code case_list_filter}: always of one person. */
@Repository
public class OwnListStore {

    /** A filter with its name. @param query names and values of the list's address */
    public record Saved(String id, String name, Map<String, String> query) {}

    private static final TypeReference<Map<String, String>> QUERY = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OwnListStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public List<String> columns(long person) {
        return jdbc.sql("select unnest(columns) from case_list_columns where person_id = ?").param(person).query(String.class).list();
    }

    public void choose(long person, List<String> columns) {
        jdbc.sql("insert into case_list_columns (person_id, columns) values (?, ?) on conflict (person_id) do update set columns = excluded.columns")
                .params(person, columns.toArray(String[]::new)).update();
    }

    public List<Saved> filters(long person) {
        return jdbc.sql("select id, name, query::text from case_list_filter where person_id = ? order by id").param(person)
                .query((rs, n) -> new Saved(rs.getString(1), rs.getString(2), json.readValue(rs.getString(3), QUERY))).list();
    }

    /** One after the other for a person, until the transaction ends. */
    public void lock(long person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param("case_list " + person).query(rs -> {});
    }

    public void save(long person, String name, Map<String, String> query) {
        jdbc.sql("insert into case_list_filter (person_id, name, query) values (?, ?, cast(? as jsonb)) on conflict (person_id, name) do update set query = excluded.query")
                .params(person, name, json.writeValueAsString(query)).update();
    }

    public void drop(long person, long id) {
        jdbc.sql("delete from case_list_filter where person_id = ? and id = ?").params(person, id).update();
    }
}
