package org.mingfa.server.catalogue.store;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.catalogue.Item;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Enforcement items as the lists of kind {@code items} have them, and the register in which they are put one by one. */
@Repository
public class ItemStore {

    /** Rows of the lists that decide for an agency on a day: those of the owner nearest to it. */
    private static final String DECIDING = """
            with recursive up as (
                select r.id, r.parent_id, 1 as far from region r join agency a on a.region_id = r.id where a.id = :agency
                union all select r.id, r.parent_id, up.far + 1 from region r join up on r.id = up.parent_id),
            standing as (
                select v.id, v.from_day, v.published_on, l.of_agency, l.of_region,
                    rank() over (order by case when l.of_agency is not null then 0 when l.of_region is not null then u.far else 1000 end) as near
                from list l join list_version v on v.list_id = l.id and v.state in ('published', 'withdrawn')
                    and v.from_day <= :day and (v.to_day is null or v.to_day >= :day)
                left join up u on u.id = l.of_region
                where l.kind = 'items' and (l.of_agency = :agency or u.id is not null or l.of_agency is null and l.of_region is null)),
            item as (
                select distinct on (w.key) w.key as code, greatest(w.from_day, s.from_day) as valid_from, cast(w.cells ->> 'validTo' as date) as valid_to,
                    w.cells ->> 'title' as title, coalesce(w.cells ->> 'basis', '') as basis, coalesce(w.cells ->> 'field', '') as field,
                    case when s.of_agency is null and s.of_region is null then cast(w.cells ->> 'publishedOn' as date)
                        else coalesce(cast(w.cells ->> 'publishedOn' as date), s.published_on) end as published_on
                from standing s join list_row w on w.version_id = s.id
                where s.near = 1 and w.from_day <= :day and %s order by w.key, w.from_day desc)
            select code, valid_from, valid_to, title, basis, field, published_on from item\s""";

    private static final int WHOLE = 50_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ItemStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param agency null: as the register has it */
    public Optional<Item> find(String code, @Nullable Long agency, LocalDate day) {
        return jdbc.sql(DECIDING.formatted("w.key = :code"))
                .param("agency", agency == null ? 0L : agency).param("day", day).param("code", code)
                .query(Item.class)
                .optional();
    }

    /** Of these codes, those that the agency's list has on a day. */
    public List<Item> of(List<String> codes, long agency, LocalDate day) {
        return jdbc.sql(DECIDING.formatted("w.key = any (:codes)") + "order by code")
                .param("agency", agency).param("day", day).param("codes", codes.toArray(String[]::new))
                .query(Item.class)
                .list();
    }

    /** @param field items of this field and those that name none; null: of all */
    public List<Item> list(@Nullable String field, long agency, LocalDate day, String after, int limit) {
        return jdbc.sql(DECIDING.formatted("w.key > :after") + "where cast(:field as text) is null or field in (:field, '') order by code limit :limit")
                .param("agency", agency).param("after", after).param("day", day).param("field", field).param("limit", limit)
                .query(Item.class)
                .list();
    }

    /** Items of all lists and of the register, on a day. */
    public List<Item> all(LocalDate day) {
        return jdbc.sql("""
                        select distinct on (w.version_id, w.key) w.key as code, greatest(w.from_day, v.from_day) as valid_from,
                            cast(w.cells ->> 'validTo' as date) as valid_to, w.cells ->> 'title' as title, coalesce(w.cells ->> 'basis', '') as basis,
                            coalesce(w.cells ->> 'field', '') as field, v.published_on
                        from list l join list_version v on v.list_id = l.id and v.state in ('published', 'withdrawn')
                            and v.from_day <= :day and (v.to_day is null or v.to_day >= :day)
                        join list_row w on w.version_id = v.id and w.from_day <= :day
                        where l.kind = 'items' order by w.version_id, w.key, w.from_day desc limit :limit""")
                .param("day", day).param("limit", WHOLE)
                .query(Item.class)
                .list();
    }

    /** Whether the register has it. */
    public boolean exists(String code) {
        return jdbc.sql("select exists (select from list_row where version_id = (" + REGISTER + ") and key = ?)").param(code)
                .query(Boolean.class).single();
    }

    private static final String REGISTER =
            "select v.id from list_version v join list l on l.id = v.list_id where l.kind = 'items' and l.of_agency is null and l.of_region is null";

    public void add(Item r, long by) {
        Map<String, String> cells = new LinkedHashMap<>(Map.of("code", r.code(), "title", r.title(), "basis", r.basis(), "field", r.field()));
        if (r.publishedOn() != null) {
            cells.put("publishedOn", r.publishedOn().toString());
        }
        if (r.validTo() != null) {
            cells.put("validTo", r.validTo().toString());
        }
        jdbc.sql("insert into list_row (version_id, key, from_day, ordinal, cells, recorded_by) values ((" + REGISTER + """
                        ), ?, ?, 0, cast(? as jsonb), ?) on conflict (version_id, key, from_day) do nothing""")
                .params(r.code(), r.validFrom(), json.writeValueAsString(cells), by)
                .update();
    }
}
