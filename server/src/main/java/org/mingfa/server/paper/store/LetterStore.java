package org.mingfa.server.paper.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which issued documents are still to go out, and table {@code letter_sender}. */
@Repository
public class LetterStore {

    /** So many issued documents are looked through at a time: most of them have been served long ago. */
    static final int REACH = 500;

    static final String NEAR = """
            select document_id, case_id, act_seq, title, number, created_at, signed_by, copy_seq from document
            where region_id = :region and agency_id = :agency and document_id < :before and replaced_by is null order by document_id desc limit :reach""";

    private final JdbcClient jdbc;

    LetterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param unserved its case has no receipt issued after it; {@code unsigned}: a signed copy of it is awaited */
    public record Row(long id, long caseId, @Nullable String caseNumber, String party, String title, String number, OffsetDateTime createdAt, boolean unserved, boolean unsigned) {}

    /** @param address without the postcode */
    public record Sender(String address, @Nullable String postcode) {}

    /** Of the next so many before an id, those that are still to be served or signed, the latest first. */
    public List<Row> waiting(int region, long agency, Collection<String> sent, String receipt, long before, int limit) {
        return jdbc.sql("with near as (" + NEAR + ") " + """
                        select * from (
                            select n.document_id as id, n.case_id, c.number as case_number, c.party, n.title, n.number, n.created_at,
                                   n.title = any (:sent) and not exists (select from document r where r.region_id = :region and r.case_id = n.case_id
                                       and r.act_seq > n.act_seq and r.title = :receipt and r.replaced_by is null) as unserved,
                                   n.signed_by is not null and n.copy_seq is null as unsigned
                            from near n join enforcement_case c on c.region_id = :region and c.case_id = n.case_id) w
                        where unserved or unsigned order by id desc limit :limit""")
                .param("region", region).param("agency", agency).param("before", before).param("reach", REACH)
                .param("sent", sent.toArray(String[]::new)).param("receipt", receipt).param("limit", limit).query(Row.class).list();
    }

    /** The last of those that were looked through; empty where there are none beyond. */
    public Optional<Long> reached(int region, long agency, long before) {
        List<Long> near = jdbc.sql("select document_id from (" + NEAR + ") n order by document_id")
                .param("region", region).param("agency", agency).param("before", before).param("reach", REACH).query(Long.class).list();
        return near.size() < REACH ? Optional.empty() : Optional.of(near.getFirst());
    }

    public Optional<Sender> sender(int region, long agency) {
        return jdbc.sql("select address, postcode from letter_sender where region_id = ? and agency_id = ?").params(region, agency).query(Sender.class).optional();
    }

    public void sends(int region, long agency, Sender sender, long by, Instant at) {
        jdbc.sql("""
                        insert into letter_sender (region_id, agency_id, address, postcode, changed_by, changed_at) values (?, ?, ?, ?, ?, ?)
                        on conflict (region_id, agency_id) do update set address = excluded.address, postcode = excluded.postcode,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .params(region, agency, sender.address(), sender.postcode(), by, at.atOffset(ZoneOffset.UTC)).update();
    }
}
