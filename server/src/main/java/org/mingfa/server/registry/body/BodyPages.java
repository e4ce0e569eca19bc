package org.mingfa.server.registry.body;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.body.BodyVersion.Delegation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts one body's page together. */
@Component
public class BodyPages {

    private record Head(String name, String shortName, String field, int region, String regionName, boolean standing) {}

    private final JdbcClient jdbc;
    private final BodyStore store;
    private final Keeping keeping;

    BodyPages(JdbcClient jdbc, BodyStore store, Keeping keeping) {
        this.jdbc = jdbc;
        this.store = store;
        this.keeping = keeping;
    }

    public BodyPage page(long agency, LocalDate day) {
        keeping.read(agency);
        Head head = jdbc.sql("""
                        select coalesce(b.name, a.name) as name, coalesce(nullif(b.short_name, ''), a.short_name) as short_name, a.field, a.region_id as region,
                               r.name as region_name, coalesce(s.standing, false) as standing
                        from agency a join region r on r.id = a.region_id left join lateral (select * from body_on(a.id, :day)) b on true
                        left join lateral (select standing from standing_on(a.id, :day)) s on true where a.id = :agency""")
                .param("day", day).param("agency", agency).query(Head.class).single();
        BodyVersion v = store.on(agency, day).orElse(null);
        return new BodyPage(Long.toString(agency), day, head.name, head.shortName, head.field, head.region, head.regionName, v, head.standing,
                head.standing ? null : why(v, day, store.standings(agency)), store.versions(agency), store.standings(agency),
                v == null || v.parent() == null ? null : store.name(v.parent()), v == null || v.delegation() == null ? null : store.name(v.delegation().delegator()),
                store.children(agency), store.people(agency, day), confirmations(agency), keeping.may("body.write", agency));
    }

    private static String why(@Nullable BodyVersion v, LocalDate day, List<BodyStore.StandingVersion> written) {
        BodyStore.StandingVersion last = written.stream().filter(s -> !s.validFrom().isAfter(day)).findFirst().orElse(null);
        if (last == null) {
            return written.isEmpty() ? "从未确认主体资格" : "当日尚未取得主体资格（" + written.getLast().validFrom() + " 起）";
        }
        if (!last.standing()) {
            return "主体资格自 " + last.validFrom() + " 起取消（" + last.basis() + "）";
        }
        Delegation d = v == null ? null : v.delegation();
        if (d == null) {
            return "没有委托";
        }
        return d.publishedOn() == null || d.publishedOn().isAfter(day) ? "委托尚未公布" : day.isBefore(d.from()) ? "委托自 " + d.from() + " 起" : "委托已于 " + d.to() + " 期满";
    }

    private List<BodyPage.ConfirmationMade> confirmations(long agency) {
        return jdbc.sql("""
                        select distinct on (d.year) d.year, c.correct, c.note, cast(c.confirmed_at as date) as on
                        from body_confirmation c join confirmation_drive d on d.id = c.drive_id where c.agency_id = ? order by d.year desc, c.confirmed_at desc""")
                .param(agency).query(BodyPage.ConfirmationMade.class).list();
    }
}
