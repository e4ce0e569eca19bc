package org.mingfa.server.paper.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.paper.Found;
import org.mingfa.server.paper.ScanPage;
import org.mingfa.server.record.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code scan} and {@code scan_page}; reads what is to be said of documents and cases that pages name. */
@Repository
public class ScanStore {

    private static final String SCAN = """
            select s.region_id, s.scan_id as id, s.agency_id as agency, s.file_id, s.name, s.sha256, s.pages, s.case_id, s.open, s.uploaded_at, p.name as by_name,
                   (select count(*) from scan_page g where g.region_id = s.region_id and g.scan_id = s.scan_id and g.bound_seq is null and g.aside is null) as left
            from %s s join person p on p.id = s.uploaded_by""";

    private final JdbcClient jdbc;

    ScanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A scan about to be kept. */
    public record New(int region, long agency, String file, String name, String sha256, @Nullable Long caseId, long by, Instant at) {}

    /** @param left pages neither bound nor set aside */
    public record Scan(int regionId, long id, long agency, long fileId, String name, String sha256, int pages, @Nullable Long caseId, boolean open,
            OffsetDateTime uploadedAt, String byName, int left) {

        public String file() {
            return regionId + "-" + fileId;
        }
    }

    /** A document that pages name, with its case, as they stand now. */
    public record Document(int regionId, long caseId, long id, long agency, String title, String number, String sha256, long seq,
            @Nullable Long copySeq, @Nullable Long replacedBy, @Nullable String caseNumber, String party) {

        public CaseKey of() {
            return new CaseKey(regionId, caseId);
        }
    }

    /** Its id; empty where the agency has this very file already. */
    public Optional<Long> add(New s, List<ScanPage> pages) {
        Optional<Long> id = jdbc.sql("""
                        insert into scan (region_id, agency_id, file_id, name, sha256, pages, case_id, uploaded_by, uploaded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning scan_id""")
                .params(s.region(), s.agency(), Long.valueOf(s.file().substring(s.file().indexOf('-') + 1)), s.name(), s.sha256(), pages.size(), s.caseId(), s.by(), s.at().atOffset(ZoneOffset.UTC))
                .query(Long.class).optional();
        id.ifPresent(made -> pages.forEach(p -> add(s, made, p)));
        return id;
    }

    private void add(New s, long id, ScanPage p) {
        jdbc.sql("insert into scan_page (region_id, scan_id, agency_id, page, found, case_id, document_id, doc_page, doc_pages) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(s.region(), id, s.agency(), p.page(), p.found().code(), p.of() == null ? null : p.of().of().id(),
                        p.of() == null ? null : p.of().document(), p.docPage(), p.docPages()).update();
    }

    public Optional<Scan> find(int region, long id) {
        return jdbc.sql(SCAN.formatted("scan") + " where s.region_id = ? and s.scan_id = ?").params(region, id).query(Scan.class).optional();
    }

    public Optional<Scan> same(int region, long agency, String sha256) {
        return jdbc.sql(SCAN.formatted("scan") + " where s.region_id = ? and s.agency_id = ? and s.sha256 = ?").params(region, agency, sha256).query(Scan.class).optional();
    }

    /** Scans of an agency before an id, the latest first. */
    public List<Scan> page(int region, long agency, boolean open, long before, int limit) {
        String some = "(select * from scan where region_id = ? and agency_id = ? and scan_id < ?" + (open ? " and open" : "") + " order by scan_id desc limit ?)";
        return jdbc.sql(SCAN.formatted(some) + " order by s.scan_id desc").params(region, agency, before, limit).query(Scan.class).list();
    }

    public List<ScanPage> pages(int region, long id) {
        return jdbc.sql("select * from scan_page where region_id = ? and scan_id = ? order by page").params(region, id).query(ScanStore::page).list();
    }

    private static ScanPage page(ResultSet rs, int n) throws SQLException {
        return new ScanPage(rs.getInt("page"), Found.of(rs.getString("found")), named(rs, "case_id", "document_id"),
                rs.getObject("doc_page", Integer.class), rs.getObject("doc_pages", Integer.class), named(rs, "bound_case", "bound_document"),
                rs.getObject("bound_seq", Long.class), rs.getString("aside"));
    }

    private static ScanPage.@Nullable Named named(ResultSet rs, String of, String document) throws SQLException {
        Long id = rs.getObject(document, Long.class);
        return id == null ? null : new ScanPage.Named(new CaseKey(rs.getInt("region_id"), rs.getLong(of)), id);
    }

    /** Binds pages that are neither bound nor set aside; answers how many those were. */
    public int bind(int region, long id, List<Integer> pages, ScanPage.Named to, long seq) {
        int done = jdbc.sql("""
                        update scan_page set bound_case = ?, bound_document = ?, bound_seq = ?
                        where region_id = ? and scan_id = ? and page = any (?) and bound_seq is null and aside is null""")
                .params(to.of().id(), to.document(), seq, region, id, pages.toArray(Integer[]::new)).update();
        settle(region, id);
        return done;
    }

    public int setAside(int region, long id, List<Integer> pages, String reason) {
        int done = jdbc.sql("update scan_page set aside = ? where region_id = ? and scan_id = ? and page = any (?) and bound_seq is null and aside is null")
                .params(reason, region, id, pages.toArray(Integer[]::new)).update();
        settle(region, id);
        return done;
    }

    private void settle(int region, long id) {
        jdbc.sql("""
                        update scan set open = false where region_id = ? and scan_id = ?
                        and not exists (select from scan_page p where p.region_id = scan.region_id and p.scan_id = scan.scan_id and p.bound_seq is null and p.aside is null)""")
                .params(region, id).update();
    }

    /** Those of these documents that the caller may see. */
    public List<Document> documents(Collection<ScanPage.Named> named) {
        if (named.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<>(named);
        return jdbc.sql("""
                        select d.region_id, d.case_id, d.document_id as id, d.agency_id as agency, d.title, d.number, d.sha256, d.act_seq as seq,
                               d.copy_seq, d.replaced_by, c.number as case_number, c.party
                        from document d join enforcement_case c on c.region_id = d.region_id and c.case_id = d.case_id
                        where (d.region_id, d.document_id) in (select * from unnest(cast(? as int[]), cast(? as bigint[])))""")
                .params(all.stream().map(n -> n.of().region()).toArray(Integer[]::new), all.stream().map(ScanPage.Named::document).toArray(Long[]::new))
                .query(Document.class).list();
    }
}
