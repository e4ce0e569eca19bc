package org.mingfa.server.cases.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.record.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code submission} and {@code submission_event}: drafted acts sent to whoever does them (送审稿); no part of the record. */
@Repository
public class SubmissionStore {

    /** What is sent; {@code on} is JSON with its keys in order. */
    public record Sent(
            CaseKey of, long agency, String act, String title, String on, String toRole, @Nullable Long toPerson, long sender,
            Instant at, long caseSeq) {}

    /** A submission as it stands. {@code openedId}: who of those who decide opened this version first. */
    public record Row(
            int regionId, long id, long agencyId, long caseId, String act, String title, String onObjects, String toRole, String toTitle,
            @Nullable Long toPerson, @Nullable String toName, long senderId, String senderName, String state, int version, int returns, long events,
            String sentAt, @Nullable Long openedId, @Nullable String openedName, @Nullable String openedAt, @Nullable Long entry, long caseSeq) {

        public CaseKey of() {
            return new CaseKey(regionId, caseId);
        }
    }

    /** Something that happened to one; {@code content} is sealed. */
    public record Event(long seq, String at, long personId, String personName, String what, int version, byte @Nullable [] content) {}

    /** Something that happens to one. */
    public record Happened(long person, String what, int version, byte @Nullable [] content, @Nullable String key, Instant at) {}

    /** Somebody who may be sent to. */
    public record Holder(long id, String name) {}

    private static final String TIME = "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'";
    private static final String ROWS = """
            select s.region_id, s.id, s.agency_id, s.case_id, s.act, s.title, s.on_objects::text as on_objects, s.to_role, r.title as to_title,
                   s.to_person, t.name as to_name, s.sender_id, p.name as sender_name, s.state, s.version, s.returns, s.events,
                   to_char(s.sent_at at time zone 'UTC', %1$s) as sent_at, s.opened_by as opened_id, o.name as opened_name,
                   to_char(s.opened_at at time zone 'UTC', %1$s) as opened_at, s.entry, s.case_seq
            from (select * from submission where %2$s) s join role r on r.code = s.to_role join person p on p.id = s.sender_id
            left join person t on t.id = s.to_person left join person o on o.id = s.opened_by order by s.id""";

    private static final String WAITING = """
            region_id = ? and agency_id = ? and state = 'sent' and to_role = any (?) and (to_person is null or to_person = ?) and sender_id <> ?
            and id > ? order by id limit ?""";
    private static final String SENT = """
            region_id = ? and agency_id = ? and sender_id = ? and id > ? and state in ('sent', 'returned', 'withdrawn', 'lapsed')
            order by id limit ?""";

    private final JdbcClient jdbc;

    SubmissionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Its id. @throws org.springframework.dao.DuplicateKeyException where the same act of the case waits already */
    public long add(Sent s) {
        return jdbc.sql("""
                        insert into submission (region_id, agency_id, case_id, act, title, on_objects, to_role, to_person, sender_id, state, version,
                                                events, sent_at, case_seq)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, 'sent', 1, 0, ?, ?) returning id""")
                .params(s.of().region(), s.agency(), s.of().id(), s.act(), s.title(), s.on(), s.toRole(), s.toPerson(), s.sender(),
                        s.at().atOffset(ZoneOffset.UTC), s.caseSeq())
                .query(Long.class).single();
    }

    public Optional<Row> one(int region, long id) {
        return jdbc.sql(ROWS.formatted(TIME, "region_id = ? and id = ?")).params(region, id).query(Row.class).optional();
    }

    /** As {@link #one}, and nobody else changes it until the transaction ends. */
    public Optional<Row> locked(int region, long id) {
        jdbc.sql("select from submission where region_id = ? and id = ? for update").params(region, id).query(rs -> {});
        return one(region, id);
    }

    /** Of a case, all, in the order in which they were first sent. */
    public List<Row> ofCase(CaseKey of, long after, int limit) {
        return jdbc.sql(ROWS.formatted(TIME, "region_id = ? and case_id = ? and id > ? order by id limit ?"))
                .params(of.region(), of.id(), after, limit).query(Row.class).list();
    }

    /** What a person has sent and has not ended. */
    public List<Row> ofSender(int region, long agency, long sender, long after, int limit) {
        return jdbc.sql(ROWS.formatted(TIME, SENT))
                .params(region, agency, sender, after, limit).query(Row.class).list();
    }

    /** What waits for a person: sent to them, or to any holder of a role that they hold. */
    public List<Row> waiting(int region, long agency, long person, List<String> roles, long after, int limit) {
        return jdbc.sql(ROWS.formatted(TIME, WAITING))
                .params(region, agency, roles.toArray(String[]::new), person, person, after, limit).query(Row.class).list();
    }

    /** The submission that a request of this person's made or changed before. */
    public Optional<Long> earlier(int region, long person, String key) {
        return jdbc.sql("select submission_id from submission_event where region_id = ? and person_id = ? and request_key = ?")
                .params(region, person, key).query(Long.class).optional();
    }

    /** Those of which this person has opened the version that waits, each with the last entry of its case when it was sent. */
    public Map<Long, Long> seen(int region, List<Long> ids, long person) {
        Map<Long, Long> out = new HashMap<>();
        jdbc.sql("""
                        select s.id, s.case_seq from submission s where s.region_id = ? and s.id = any (?) and exists (
                            select 1 from submission_event e where e.region_id = s.region_id and e.submission_id = s.id and e.what = 'opened'
                            and e.version = s.version and e.person_id = ?)""")
                .params(region, ids.toArray(Long[]::new), person).query(rs -> {
                    out.put(rs.getLong(1), rs.getLong(2));
                });
        return out;
    }

    /** What happened to one, the first first. */
    public List<Event> events(int region, long id) {
        return jdbc.sql("""
                        select e.seq, to_char(e.at at time zone 'UTC', %s) as at, e.person_id, p.name as person_name, e.what, e.version, e.content
                        from submission_event e join person p on p.id = e.person_id where e.region_id = ? and e.submission_id = ? order by e.seq""".formatted(TIME))
                .params(region, id).query(Event.class).list();
    }

    /** Writes what happened; the state that follows from it is the caller's to set. */
    public void add(int region, long agency, long id, Happened h) {
        long seq = jdbc.sql("update submission set events = events + 1 where region_id = ? and id = ? returning events").params(region, id)
                .query(Long.class).single();
        jdbc.sql("""
                        insert into submission_event (region_id, submission_id, seq, agency_id, at, person_id, what, version, content, request_key)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(region, id, seq, agency, h.at().atOffset(ZoneOffset.UTC), h.person(), h.what(), h.version(), h.content(), h.key())
                .update();
    }

    /** A new version waits. @throws org.springframework.dao.DuplicateKeyException where another of the same act does */
    public void again(int region, long id, Sent s) {
        jdbc.sql("""
                        update submission set state = 'sent', version = version + 1, sender_id = ?, to_role = ?, to_person = ?, sent_at = ?, case_seq = ?,
                               opened_by = null, opened_at = null, entry = null where region_id = ? and id = ?""")
                .params(s.sender(), s.toRole(), s.toPerson(), s.at().atOffset(ZoneOffset.UTC), s.caseSeq(), region, id).update();
    }

    public void opened(int region, long id, long by, Instant at) {
        jdbc.sql("update submission set opened_by = ?, opened_at = ? where region_id = ? and id = ? and opened_by is null")
                .params(by, at.atOffset(ZoneOffset.UTC), region, id).update();
    }

    public void returned(int region, long id) {
        jdbc.sql("update submission set state = 'returned', returns = returns + 1 where region_id = ? and id = ?").params(region, id).update();
    }

    public void state(int region, long id, String state) {
        jdbc.sql("update submission set state = ? where region_id = ? and id = ?").params(state, region, id).update();
    }

    /** Done as an entry, if it still waits in this version; false where it does not. */
    public boolean done(int region, long id, int version, long entry) {
        return jdbc.sql("update submission set state = 'done', entry = ? where region_id = ? and id = ? and version = ? and state = 'sent'")
                .params(entry, region, id, version).update() == 1;
    }

    /** Those of a case that can no longer be done because this act was, or because the case has ended; their ids. */
    public List<Long> lapse(CaseKey of, long entry, String act, String on, boolean ended) {
        return jdbc.sql("""
                        update submission set state = 'lapsed', entry = ? where region_id = ? and case_id = ? and state in ('sent', 'returned')
                          and (? or act = ? and on_objects = ?::jsonb) returning id""")
                .params(entry, of.region(), of.id(), ended, act, on).query(Long.class).list();
    }

    /** Who takes a case over has what the other sent in it; their ids. */
    public List<Long> move(CaseKey of, long from, long to) {
        return jdbc.sql("""
                        update submission set sender_id = ? where region_id = ? and case_id = ? and sender_id = ?
                          and state in ('sent', 'returned', 'withdrawn', 'lapsed') returning id""")
                .params(to, of.region(), of.id(), from).query(Long.class).list();
    }

    /** Who holds a role in a body on a day, by name. */
    public List<Holder> holders(long agency, String role, LocalDate on, int limit) {
        return jdbc.sql("""
                        select p.id, p.name from person p where exists (select from person_role h where h.person_id = p.id and h.agency_id = ? and h.role_code = ?
                          and h.valid_from <= ? and (h.valid_to is null or h.valid_to >= ?)) order by p.name, p.id limit ?""")
                .params(agency, role, on, on, limit).query(Holder.class).list();
    }

    /** The titles of roles. */
    public List<Role> roles(List<String> codes) {
        return jdbc.sql("select code, title from role where code = any (?) order by ordinal").param(codes.toArray(String[]::new)).query(Role.class).list();
    }

    /** A role with its title. */
    public record Role(String code, String title) {}

    /** How the database would find what waits for a person, and what one has sent. */
    List<String> plans(int region, long agency, long person, List<String> roles) {
        List<String> all = new ArrayList<>(jdbc.sql("explain " + ROWS.formatted(TIME, WAITING))
                .params(region, agency, roles.toArray(String[]::new), person, person, 0, 51).query(String.class).list());
        all.addAll(jdbc.sql("explain " + ROWS.formatted(TIME, SENT)).params(region, agency, person, 0, 51).query(String.class).list());
        return all;
    }
}
