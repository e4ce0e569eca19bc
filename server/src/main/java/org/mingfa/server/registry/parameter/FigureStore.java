package org.mingfa.server.registry.parameter;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of figures, their versions and changes. */
@Repository
class FigureStore {

    /** A change with who proposed it. */
    record Row(long id, String name, Figure.Wanted wanted, String state, long proposer) {}

    private static final String FIGURES = """
            select f.name, f.topic, p.title, p.value, f.unit, p.valid_from, p.cite, p.layer, p.verified, f.least, f.most, f.whole, f.touches, f.page,
                   n.valid_from as next_from, n.value as next_value, c.id as open
            from register_figure f
            join lateral (select * from register_parameter x where x.name = f.name and x.valid_from <= :day order by x.valid_from desc, x.recorded_at desc limit 1) p on true
            left join lateral (select * from register_parameter x where x.name = f.name and x.valid_from > :day order by x.valid_from, x.recorded_at desc limit 1) n on true
            left join register_parameter_change c on c.name = f.name and c.state = 'proposed'
            where cast(:name as text) is null or f.name = :name order by f.ordinal""";

    private final JdbcClient jdbc;
    private final Clock clock;

    FigureStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Figure> figures(LocalDate day, @Nullable String name) {
        return jdbc.sql(FIGURES).param("day", day).param("name", name).query(Figure.class).list();
    }

    List<Figure.Version> versions(String name) {
        return jdbc.sql("""
                        select p.valid_from, p.value, p.cite, p.layer, p.verified, p.document, p.reason, b.name, a.name, p.recorded_at
                        from register_parameter p left join person b on b.id = p.recorded_by left join person a on a.id = p.approved_by
                        where p.name = ? order by p.valid_from desc, p.recorded_at desc limit 100""").param(name)
                .query((rs, n) -> new Figure.Version(rs.getObject(1, LocalDate.class), rs.getBigDecimal(2), rs.getString(3), rs.getString(4), rs.getBoolean(5), rs.getString(6), rs.getString(7),
                        rs.getString(8), rs.getString(9), local(rs, 10).orElseThrow())).list();
    }

    /** @param may what the caller may do with a change */
    List<Figure.Change> changes(String name, java.util.function.Function<Row, Set<String>> may) {
        return jdbc.sql("""
                        select c.id, c.name, c.valid_from, c.value, c.cite, c.layer, c.verified, c.document, c.reason, c.state, c.proposed_by, coalesce(b.name, ''), c.proposed_at, d.name, c.decided_at, c.note
                        from register_parameter_change c left join person b on b.id = c.proposed_by left join person d on d.id = c.decided_by where c.name = ? order by c.id desc limit 100""").param(name)
                .query((rs, n) -> new Figure.Change(rs.getLong(1), wanted(rs), rs.getString(10), rs.getString(12), local(rs, 13).orElseThrow(), rs.getString(14), local(rs, 15).orElse(null), rs.getString(16),
                        may.apply(row(rs, n)))).list();
    }

    Optional<Row> change(long id) {
        return jdbc.sql("select id, name, valid_from, value, cite, layer, verified, document, reason, state, proposed_by from register_parameter_change where id = ? for update").param(id)
                .query(FigureStore::row).optional();
    }

    private static Row row(ResultSet rs, int n) throws SQLException {
        return new Row(rs.getLong(1), rs.getString(2), wanted(rs), rs.getString(10), rs.getLong(11));
    }

    private static Figure.Wanted wanted(ResultSet rs) throws SQLException {
        return new Figure.Wanted(rs.getObject(3, LocalDate.class), rs.getBigDecimal(4), rs.getString(5), rs.getString(6), rs.getBoolean(7), rs.getString(8), rs.getString(9));
    }

    private Optional<LocalDateTime> local(ResultSet rs, int column) throws SQLException {
        return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class)).map(m -> m.atZoneSameInstant(clock.getZone()).toLocalDateTime());
    }

    long propose(String name, Figure.Wanted w, long by) {
        return jdbc.sql("""
                        insert into register_parameter_change (name, valid_from, value, cite, layer, verified, document, reason, proposed_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(name, w.validFrom(), w.value(), w.cite(), w.layer(), w.verified(), w.document(), w.reason(), by).query(Long.class).single();
    }

    void decide(long change, String state, String note, long by) {
        jdbc.sql("update register_parameter_change set state = ?, decided_by = ?, decided_at = clock_timestamp(), note = ? where id = ?").params(state, by, note, change).update();
    }

    /** The value counts from its day; the title stays. */
    void put(Row c, String title, long approver) {
        Figure.Wanted w = c.wanted;
        jdbc.sql("""
                        insert into register_parameter (name, valid_from, value, title, cite, layer, verified, document, reason, recorded_by, approved_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(c.name, w.validFrom(), w.value(), title, w.cite(), w.layer(), w.verified(), w.document(), w.reason(), c.proposer, approver).update();
    }

    /** A pair of figures of which the first may not be less than the second. */
    record Pair(String upper, String lower) {}

    List<Pair> pairs(String name) {
        return jdbc.sql("select f.name as upper, l.name as lower from register_figure f cross join lateral unnest(f.not_below) l (name) where f.name = :name or l.name = :name").param("name", name)
                .query(Pair.class).list();
    }

    /** Days from {@code from} on at which one of these changes, {@code from} itself first. */
    List<LocalDate> days(LocalDate from, String a, String b) {
        return jdbc.sql("select d from (select cast(? as date) as d union select valid_from from register_parameter where name in (?, ?) and valid_from > ?) x order by d")
                .params(from, a, b, from).query(LocalDate.class).list();
    }

    BigDecimal value(String name, LocalDate day) {
        return jdbc.sql("select value from register_parameter where name = ? and valid_from <= ? order by valid_from desc, recorded_at desc limit 1").params(name, day).query(BigDecimal.class).single();
    }
}
