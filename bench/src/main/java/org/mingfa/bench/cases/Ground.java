package org.mingfa.bench.cases;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mingfa.bench.city.Bureau;
import org.mingfa.core.calendar.WorkCalendar;
import org.mingfa.core.procedure.Laws;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.record.sealing.MasterKey;
import org.mingfa.server.record.sealing.MasterKeyFile;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What all cases of a load share, read from the server's own database and data folder.
 *
 * @param law digest of the packs that the server has loaded
 */
record Ground(String law, Procedure procedure, List<Map<String, Object>> packs, WorkCalendar calendar, MasterKey master, LocalDate today) {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static Ground read(Connection connection, Path data) throws Exception {
        LocalDate today = LocalDate.now(ZONE);
        Map<String, String> texts = texts(connection);
        Procedure procedure = Laws.load(texts).procedure("penalty-ordinary", Bureau.FIELD, Bureau.REGION_CODE, today);
        List<Map<String, Object>> packs = procedure.sources().stream()
                .map(s -> Map.<String, Object>of("code", s.code(), "title", s.title(), "version", s.version(), "digest", s.digest())).toList();
        return new Ground(digest(connection), procedure, packs, WorkCalendar.parse(java.util.Objects.requireNonNull(texts.get("calendar/holidays.yaml"))),
                MasterKeyFile.parse(Files.readString(data.resolve("master.key"))), today);
    }

    private static Map<String, String> texts(Connection connection) throws SQLException {
        return JsonMapper.builder().build().readValue(value(connection, "files::text"), new TypeReference<TreeMap<String, String>>() {});
    }

    private static String digest(Connection connection) throws SQLException {
        return value(connection, "digest");
    }

    private static String value(Connection connection, String column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + column + " from law_text order by loaded_at desc limit 1")) {
            row.next();
            return row.getString(1);
        }
    }
}
