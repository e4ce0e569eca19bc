package org.mingfa.server.catalogue.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.mingfa.server.catalogue.ImportedFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Who imported which files, and what became of each. */
@Repository
public class ImportStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public long begin(long by) {
        return jdbc.sql("insert into statute_import (imported_by) values (?) returning id").param(by).query(Long.class).single();
    }

    public void add(long id, int n, ImportedFile row) {
        jdbc.sql("""
                        insert into statute_import_file (import_id, n, file, outcome, version_id, report)
                        values (?, ?, ?, ?, ?, cast(? as jsonb))""")
                .params(id, n, row.file(), row.outcome().name().toLowerCase(java.util.Locale.ROOT), row.version(),
                        json.writeValueAsString(row))
                .update();
    }

    /** The files of an import, in the order given; none where there is no such import. */
    public List<ImportedFile> files(long id) {
        return jdbc.sql("select report from statute_import_file where import_id = ? order by n").param(id).query(this::row).list();
    }

    private ImportedFile row(ResultSet rs, int n) throws SQLException {
        return json.readValue(rs.getString("report"), ImportedFile.class);
    }
}
