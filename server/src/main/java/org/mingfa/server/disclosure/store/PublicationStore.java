package org.mingfa.server.disclosure.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.disclosure.Publication;
import org.mingfa.server.disclosure.masking.Mask;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.SealedTexts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code publication}, within the scope that is bound. */
@Repository
public class PublicationStore {
    private final JdbcClient jdbc;
    private final SealedTexts texts;
    private final JsonMapper json;

    /** What must not lie open: the served text, and what no rule may mask in it. */
    private record Original(String original, List<String> keep) {

        static final Original DESTROYED = new Original(Publication.DESTROYED, List.of());
    }

    PublicationStore(JdbcClient jdbc, SealedTexts texts, JsonMapper json) {
        this.texts = texts;
        this.jdbc = jdbc;
        this.json = json;
    }

    public boolean exists(CaseKey key, String party, long decisionSeq) {
        return jdbc.sql("select exists (select 1 from publication where region_id = ? and case_id = ? and party_id = ? and decision_seq = ?)")
                .params(key.region(), key.id(), party, decisionSeq).query(Boolean.class).single();
    }

    /** Adds a draft; {@code id} of the given one is not read. */
    public void add(Publication p) {
        jdbc.sql("""
                        insert into publication (region_id, agency_id, case_id, party_id, decision_seq, state, number, party, organisation,
                            cause, outcome, decided_on, due_on, sealed, masked, masks)
                        values (?, ?, ?, ?, ?, 'draft', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .params(p.region(), p.agency(), p.caseKey().id(), p.partyId(), p.decisionSeq(), p.number(), p.party(), p.organisation(),
                        p.cause(), p.outcome(), p.decidedOn(), p.due(),
                        texts.seal(p.caseKey(), p.agency(), List.of(p.partyId()), json.writeValueAsString(new Original(p.original(), p.keep()))),
                        p.masked(), json.writeValueAsString(p.masks()))
                .update();
    }

    public Optional<Publication> find(int region, long id) {
        return jdbc.sql("select * from publication where region_id = ? and publication_id = ?").params(region, id).query(this::row).optional();
    }

    /** The row, locked until the transaction ends. */
    public Optional<Publication> locked(int region, long id) {
        return jdbc.sql("select * from publication where region_id = ? and publication_id = ? for update").params(region, id)
                .query(this::row).optional();
    }

    /** What is published about a party of a case, or is on its way. */
    public List<Publication> of(CaseKey key) {
        return jdbc.sql("select * from publication where region_id = ? and case_id = ? order by publication_id")
                .params(key.region(), key.id()).query(this::row).list();
    }

    /** Newest first, before an id; {@code state} null for all. Their originals are left out. */
    public List<Publication> list(List<Integer> regions, List<Long> agencies, @Nullable String state, long before, int limit) {
        return jdbc.sql("""
                        select * from publication
                        where region_id = any (:regions) and agency_id = any (:agencies)
                          and (:state::text is null or state = :state) and publication_id < :before
                        order by publication_id desc limit :limit""")
                .param("regions", regions.toArray(Integer[]::new)).param("agencies", agencies.toArray(Long[]::new))
                .param("state", state).param("before", before).param("limit", limit).query((rs, n) -> row(rs, new Original("", List.of()))).list();
    }

    /** How many drafts (for a submitter) and submissions of others (for a releaser) wait, counted up to {@code bound}. */
    public int waiting(List<Integer> regions, List<Long> agencies, boolean submitter, boolean releaser, long me, int bound) {
        return jdbc.sql("""
                        select count(*) from (
                            select from publication
                            where region_id = any (:regions) and agency_id = any (:agencies)
                              and (:submitter and state = 'draft' or :releaser and state = 'review' and submitted_by is distinct from :me)
                            limit :bound) x""")
                .param("regions", regions.toArray(Integer[]::new)).param("agencies", agencies.toArray(Long[]::new))
                .param("submitter", submitter).param("releaser", releaser).param("me", me).param("bound", bound)
                .query(Integer.class).single();
    }

    public void submitted(Publication p, long by, Instant at) {
        jdbc.sql("update publication set state = 'review', masked = ?, masks = ?::jsonb, submitted_by = ?, submitted_at = ?, returned_reason = null"
                        + " where region_id = ? and publication_id = ?")
                .params(p.masked(), json.writeValueAsString(p.masks()), by, utc(at), p.region(), p.id()).update();
    }

    public void returned(Publication p, String reason) {
        jdbc.sql("update publication set state = 'draft', returned_reason = ? where region_id = ? and publication_id = ?")
                .params(reason, p.region(), p.id()).update();
    }

    public void released(Publication p, long by, Instant at) {
        jdbc.sql("update publication set state = 'published', released_by = ?, released_at = ? where region_id = ? and publication_id = ?")
                .params(by, utc(at), p.region(), p.id()).update();
    }

    public void withdrawn(Publication p, @Nullable Long by, Instant at, String reason) {
        jdbc.sql("update publication set state = 'withdrawn', withdrawn_by = ?, withdrawn_at = ?, withdraw_reason = ? where region_id = ? and publication_id = ?")
                .params(by, utc(at), reason, p.region(), p.id()).update();
    }

    /** A decision undone before it was public: nothing is left to publish. */
    public void dropped(Publication p) {
        jdbc.sql("update publication set state = 'dropped' where region_id = ? and publication_id = ?").params(p.region(), p.id()).update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private Publication row(ResultSet rs, int n) throws SQLException {
        byte[] sealed = rs.getBytes("sealed");
        if (sealed == null) {
            return row(rs, new Original(rs.getString("original"), json.readValue(rs.getString("keep"), new TypeReference<List<String>>() {})));
        }
        CaseKey key = new CaseKey(rs.getInt("region_id"), rs.getLong("case_id"));
        return row(rs, texts.open(key, sealed).map(text -> json.readValue(text, Original.class)).orElse(Original.DESTROYED));
    }

    private Publication row(ResultSet rs, Original text) throws SQLException {
        int region = rs.getInt("region_id");
        return new Publication(region, rs.getLong("publication_id"), rs.getLong("agency_id"), new CaseKey(region, rs.getLong("case_id")),
                rs.getString("party_id"), rs.getLong("decision_seq"), Publication.State.of(rs.getString("state")), rs.getString("number"),
                rs.getString("party"), rs.getString("organisation"), rs.getString("cause"), rs.getString("outcome"),
                rs.getObject("decided_on", LocalDate.class), rs.getObject("due_on", LocalDate.class), text.original(),
                rs.getString("masked"), json.readValue(rs.getString("masks"), new TypeReference<List<Mask>>() {}),
                text.keep(), rs.getObject("submitted_by", Long.class),
                instant(rs, "submitted_at"), rs.getString("returned_reason"), rs.getObject("released_by", Long.class),
                instant(rs, "released_at"), instant(rs, "withdrawn_at"), rs.getString("withdraw_reason"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
