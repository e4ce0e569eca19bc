package org.mingfa.server.evidence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.mingfa.server.evidence.EvidenceFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code evidence_file}, within the scope that is bound. */
@Repository
public class FileStore {
    private static final String ROW = "region_id, file_id, name, type, size, sha256, sm3, uploaded_at, case_id is not null as attached";
    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file about to be entered. */
    public record New(int region, long agency, long by, String name, String type, long size, String sha256, String sm3) {}

    public EvidenceFile add(New it) {
        return jdbc.sql("insert into evidence_file (region_id, agency_id, uploaded_by, name, type, size, sha256, sm3)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) returning " + ROW)
                .params(it.region(), it.agency(), it.by(), it.name(), it.type(), it.size(), it.sha256(), it.sm3())
                .query(FileStore::row).single();
    }

    public Optional<EvidenceFile> find(int region, long id) {
        return jdbc.sql("select " + ROW + " from evidence_file where region_id = ? and file_id = ?")
                .params(region, id).query(FileStore::row).optional();
    }

    public List<EvidenceFile> ofCase(int region, long caseId) {
        return jdbc.sql("select " + ROW + " from evidence_file where region_id = ? and case_id = ? order by attached_at, file_id")
                .params(region, caseId).query(FileStore::row).list();
    }

    /** Attaches a loose file that one of these people uploaded for this agency; false where there is none. */
    public boolean attach(int region, long id, long agency, List<Long> by, long caseId) {
        return jdbc.sql("update evidence_file set case_id = ?, attached_at = now()"
                        + " where region_id = ? and file_id = ? and agency_id = ? and uploaded_by = any (?) and case_id is null and not scanned")
                .params(caseId, region, id, agency, by.toArray(Long[]::new)).update() == 1;
    }

    /** Sets a loose file aside as a scan: it belongs to the signed copies, never to an act. */
    public boolean scanned(int region, long id, long by) {
        return jdbc.sql("update evidence_file set scanned = true where region_id = ? and file_id = ? and uploaded_by = ? and case_id is null")
                .params(region, id, by).update() == 1;
    }

    /** Whether it is a file of one of these people, attached to nothing yet. */
    public boolean isLoose(int region, long id, long agency, List<Long> by) {
        return jdbc.sql("select exists (select from evidence_file where region_id = ? and file_id = ? and agency_id = ? and uploaded_by = any (?) and case_id is null and not scanned)")
                .params(region, id, agency, by.toArray(Long[]::new)).query(Boolean.class).single();
    }

    /** Keeps a loose file from being purged while something waits that names it, or lets it go. */
    public void hold(int region, long id, boolean held) {
        jdbc.sql("update evidence_file set held = ? where region_id = ? and file_id = ? and case_id is null").params(held, region, id).update();
    }

    /** Deletes the rows of files never attached that nothing holds; answers their contents. */
    public List<String> purge(Instant uploadedBefore) {
        return jdbc.sql("delete from evidence_file where case_id is null and not scanned and not held and uploaded_at < ? returning sha256")
                .param(OffsetDateTime.ofInstant(uploadedBefore, ZoneOffset.UTC)).query(String.class).list();
    }

    public boolean refersTo(String sha256) {
        return jdbc.sql("select exists (select 1 from evidence_file where sha256 = ?)").param(sha256).query(Boolean.class).single();
    }

    /** Contents that rows refer to, after this one, in order. */
    public List<String> contents(String after, int limit) {
        return jdbc.sql("select distinct sha256 from evidence_file where sha256 > ? order by sha256 limit ?")
                .params(after, limit).query(String.class).list();
    }

    private static EvidenceFile row(ResultSet rs, int n) throws SQLException {
        return new EvidenceFile(rs.getInt("region_id") + "-" + rs.getLong("file_id"), rs.getString("name"), rs.getString("type"),
                rs.getLong("size"), rs.getString("sha256"), rs.getString("sm3"),
                rs.getObject("uploaded_at", OffsetDateTime.class).toInstant(), rs.getBoolean("attached"));
    }
}
