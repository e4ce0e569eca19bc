package org.mingfa.server.document.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.document.Documents;
import org.mingfa.server.document.IssuedDocument;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code document}: rows are added and read; what is added later is only that a signed copy came back, or that a correction replaced it. */
@Repository
public class DocumentStore {
    private static final String ROW = "document_id as id, template, title, number, act_seq as seq, created_at, sha256, sm3, signed_by, copy_seq, replaced_by";
    private final JdbcClient jdbc;

    DocumentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A document about to be kept. */
    public record New(int region, long agency, long caseId, long seq, String template, String templateDigest, String number,
            byte[] sealed, String sha256, String sm3, Instant at, @Nullable String signedBy) {}

    private record Row(long id, String template, String title, String number, long seq, java.time.OffsetDateTime createdAt, String sha256, String sm3,
            @Nullable String signedBy, @Nullable Long copySeq, @Nullable Long replacedBy) {
        IssuedDocument issued() {
            return new IssuedDocument(id, template, title, number, seq, createdAt.toInstant(), sha256, sm3, signedBy, copySeq, replacedBy);
        }
    }

    public long add(New it) {
        return jdbc.sql("""
                        insert into document (region_id, agency_id, case_id, act_seq, template, template_digest, title, number, sealed, sha256, sm3, created_at, signed_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning document_id""")
                .params(it.region(), it.agency(), it.caseId(), it.seq(), it.template(), it.templateDigest(), it.template(), it.number(),
                        it.sealed(), it.sha256(), it.sm3(), it.at().atOffset(java.time.ZoneOffset.UTC), it.signedBy())
                .query(Long.class).single();
    }

    /** Documents of a case in the order of their acts. */
    public List<IssuedDocument> of(int region, long caseId) {
        return jdbc.sql("select " + ROW + " from document where region_id = ? and case_id = ? order by act_seq, document_id limit 1000")
                .params(region, caseId).query(Row.class).list().stream().map(Row::issued).toList();
    }

    public Optional<IssuedDocument> find(int region, long caseId, long id) {
        return jdbc.sql("select " + ROW + " from document where region_id = ? and case_id = ? and document_id = ?")
                .params(region, caseId, id).query(Row.class).optional().map(Row::issued);
    }

    public void replace(int region, long caseId, String template, long by, List<Long> entries) {
        jdbc.sql("update document set replaced_by = ? where region_id = ? and case_id = ? and template = ? and document_id <> ? and act_seq = any (?) and replaced_by is null")
                .params(by, region, caseId, template, by, entries.toArray(Long[]::new)).update();
    }

    public void copied(int region, long caseId, long id, long seq) {
        jdbc.sql("update document set copy_seq = ? where region_id = ? and case_id = ? and document_id = ?").params(seq, region, caseId, id).update();
    }

    static final String AWAITED = """
            select document_id as id, case_id, title, number, act_seq as seq, created_at, signed_by from document
            where region_id = ? and agency_id = ? and document_id > ? and signed_by is not null and copy_seq is null and replaced_by is null
            order by document_id limit ?""";

    private record AwaitedRow(long id, long caseId, String title, String number, long seq, java.time.OffsetDateTime createdAt, String signedBy) {
        Documents.Awaited awaited() {
            return new Documents.Awaited(id, caseId, title, number, seq, createdAt.toInstant(), signedBy);
        }
    }

    public List<Documents.Awaited> awaited(int region, long agency, long after, int limit) {
        return jdbc.sql(AWAITED).params(region, agency, after, limit).query(AwaitedRow.class).list().stream().map(AwaitedRow::awaited).toList();
    }

    /** The authoritative text: in clear where it was issued before texts were sealed. */
    public record Text(@Nullable String clear, byte @Nullable [] sealed) {}

    public Optional<Text> text(int region, long caseId, long id) {
        return jdbc.sql("select xhtml, sealed from document where region_id = ? and case_id = ? and document_id = ?")
                .params(region, caseId, id).query((row, n) -> new Text(row.getString(1), row.getBytes(2))).optional();
    }
}
