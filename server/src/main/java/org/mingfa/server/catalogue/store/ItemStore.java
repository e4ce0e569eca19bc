package org.mingfa.server.catalogue.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.catalogue.Item;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Enforcement items and their versions. */
@Repository
public class ItemStore {

    private final JdbcClient jdbc;

    ItemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Item> find(String code, LocalDate day) {
        return jdbc.sql("""
                        select code, valid_from, valid_to, title, basis, field, published_on from enforcement_item
                        where code = ? and valid_from <= ? order by valid_from desc limit 1""")
                .params(code, day)
                .query(Item.class)
                .optional();
    }

    public List<Item> list(@Nullable String field, LocalDate day, String after, int limit) {
        return jdbc.sql("""
                        select distinct on (code) code, valid_from, valid_to, title, basis, field, published_on
                        from enforcement_item
                        where code > :after and valid_from <= :day and (cast(:field as text) is null or field = :field)
                        order by code, valid_from desc limit :limit""")
                .param("after", after).param("day", day).param("field", field).param("limit", limit)
                .query(Item.class)
                .list();
    }

    public boolean exists(String code) {
        return jdbc.sql("select exists (select from enforcement_item where code = ?)").param(code)
                .query(Boolean.class).single();
    }

    public void add(Item r, long by) {
        jdbc.sql("""
                        insert into enforcement_item (code, valid_from, valid_to, title, basis, field, published_on, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (code, valid_from) do nothing""")
                .params(r.code(), r.validFrom(), r.validTo(), r.title(), r.basis(), r.field(), r.publishedOn(), by)
                .update();
    }
}
