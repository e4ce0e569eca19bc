package org.mingfa.server.cases.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.record.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Case and document numbers (案号、文书文号): one counter per agency, kind and year, drawn in the transaction that issues
 * the number, so that there is neither a gap nor a double; books of pre-printed numbers.
 */
@Repository
public class NumberStore {

    /** A counter's key. */
    public record Series(int region, long agency, String kind, int year) {}

    /** A number as issued. */
    public record Issued(String kind, int year, int n, String text, @Nullable String caseId, boolean voided,
            @Nullable String voidReason) {}

    private final JdbcClient jdbc;

    NumberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Draws the next {@code count} numbers and returns the last of them. */
    public int draw(Series s, int count) {
        return jdbc.sql("""
                        insert into number_counter as c (region_id, agency_id, kind, year, last) values (?, ?, ?, ?, ?)
                        on conflict (region_id, agency_id, kind, year) do update set last = c.last + excluded.last
                        returning last""")
                .params(s.region(), s.agency(), s.kind(), s.year(), count)
                .query(Integer.class)
                .single();
    }

    /** Draws no number up to this one any more; false where it was issued before. */
    public boolean reserve(Series s, int n) {
        jdbc.sql("""
                        insert into number_counter as c (region_id, agency_id, kind, year, last) values (?, ?, ?, ?, ?)
                        on conflict (region_id, agency_id, kind, year) do update set last = greatest(c.last, excluded.last)""")
                .params(s.region(), s.agency(), s.kind(), s.year(), n).update();
        return !jdbc.sql("select exists (select from issued_number where region_id = ? and agency_id = ? and kind = ? and year = ? and n = ?)")
                .params(s.region(), s.agency(), s.kind(), s.year(), n).query(Boolean.class).single();
    }

    /** How far a series has come. */
    public record Reached(String kind, int year, int last) {}

    /** All series of an agency. */
    public List<Reached> reached(int region, long agency) {
        return jdbc.sql("select kind, year, last from number_counter where region_id = ? and agency_id = ? order by kind, year").params(region, agency)
                .query(Reached.class).list();
    }

    /** Records that a number was issued; one that was issued before violates the key. */
    public void issue(Series s, int n, String text, CaseKey id, long seq) {
        jdbc.sql("""
                        insert into issued_number (region_id, agency_id, kind, year, n, text, case_id, seq)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(s.region(), s.agency(), s.kind(), s.year(), n, text, id.id(), seq)
                .update();
    }

    /** Hands out a book of {@code count} pre-printed numbers; returns the first. */
    public int handOut(Series s, int count, long holder, long by) {
        int last = draw(s, count);
        jdbc.sql("""
                        insert into number_pool (region_id, agency_id, kind, year, first_n, last_n, holder_id, handed_out_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(s.region(), s.agency(), s.kind(), s.year(), last - count + 1, last, holder, by)
                .update();
        return last - count + 1;
    }

    /** A book as handed out; {@code next} is its first number that is neither used nor spoilt, null where none is left. */
    public record Book(String kind, int year, int first, int last, long holder, @Nullable Integer next, int used) {}

    /** Books not returned, newest first: of all holders where {@code holders} is empty. */
    public List<Book> books(int region, long agency, List<Long> holders, int limit) {
        return jdbc.sql("""
                        select p.kind, p.year, p.first_n as first, p.last_n as last, p.holder_id as holder, u.next, u.used
                        from number_pool p
                        cross join lateral (
                            select min(n.n) filter (where i.n is null) as next, count(i.n) as used
                            from generate_series(p.first_n, p.last_n) n (n)
                            left join issued_number i on i.region_id = p.region_id and i.agency_id = p.agency_id
                              and i.kind = p.kind and i.year = p.year and i.n = n.n) u
                        where p.region_id = :region and p.agency_id = :agency and p.returned_at is null
                          and (cardinality(:holders) = 0 or p.holder_id = any (:holders))
                        order by p.handed_out_at desc, p.first_n desc limit :limit""")
                .param("region", region).param("agency", agency).param("holders", holders.toArray(Long[]::new)).param("limit", limit)
                .query(Book.class)
                .list();
    }

    /** True where one of these officers holds a book with that number, not returned, and the number is unused. */
    public boolean usable(Series s, int n, List<Long> officers) {
        return jdbc.sql("""
                        select exists (
                            select from number_pool
                            where region_id = :region and agency_id = :agency and kind = :kind and year = :year
                              and :n between first_n and last_n and holder_id = any (:officers) and returned_at is null)
                        and not exists (
                            select from issued_number
                            where region_id = :region and agency_id = :agency and kind = :kind and year = :year and n = :n)""")
                .param("region", s.region()).param("agency", s.agency()).param("kind", s.kind()).param("year", s.year())
                .param("n", n).param("officers", officers.toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Marks an issued number 作废, or spoils an unused one of a book; it is never issued again. False: not to be voided. */
    public boolean discard(Series s, int n, String text, String reason, long by) {
        return jdbc.sql("""
                        insert into issued_number as i (region_id, agency_id, kind, year, n, text, voided_at, voided_by, void_reason)
                        select :region, :agency, :kind, :year, :n, :text, now(), :by, :reason
                        where :n <= (select last from number_counter
                            where region_id = :region and agency_id = :agency and kind = :kind and year = :year)
                        on conflict (region_id, agency_id, kind, year, n) do update
                        set voided_at = now(), voided_by = :by, void_reason = :reason where i.voided_at is null""")
                .param("region", s.region()).param("agency", s.agency()).param("kind", s.kind()).param("year", s.year())
                .param("n", n).param("text", text).param("by", by).param("reason", reason)
                .update() == 1;
    }

    /** Issued numbers of a series from {@code after} on, in order. */
    public List<Issued> list(Series s, int after, int limit) {
        return jdbc.sql("""
                        select kind, year, n, text, region_id || '-' || case_id as case_id, voided_at is not null as voided,
                               void_reason
                        from issued_number
                        where region_id = ? and agency_id = ? and kind = ? and year = ? and n > ?
                        order by n limit ?""")
                .params(s.region(), s.agency(), s.kind(), s.year(), after, limit)
                .query(Issued.class)
                .list();
    }

    /** The year's counters of an agency. */
    public Optional<Integer> last(Series s) {
        return jdbc.sql("select last from number_counter where region_id = ? and agency_id = ? and kind = ? and year = ?")
                .params(s.region(), s.agency(), s.kind(), s.year())
                .query(Integer.class)
                .optional();
    }
}
