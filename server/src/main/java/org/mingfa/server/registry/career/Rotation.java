package org.mingfa.server.registry.career;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 轮岗: who has been in a post that rotates for how long, against the years of the parameter. */
@Component
public class Rotation {

    /** @param due the day on which the years are full; state due or soon or "" */
    public record Turn(String id, String person, String name, String post, String unitName, String title, LocalDate from, LocalDate due, String state) {}

    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    Rotation(JdbcClient jdbc, Keeping keeping, RegisterParameters parameters) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    /** Longest first: those that follow a day and holder, for a page. */
    public List<Turn> of(long agency, LocalDate afterDay, long afterId, int limit) {
        keeping.see("service.read", agency);
        return read("p.agency_id = :agency and (h.valid_from, h.id) > (:day, :id)", agency, 0, afterDay, afterId, limit);
    }

    /** A person's posts that rotate, for whoever sees them. */
    public List<Turn> ofPerson(long person) {
        return read("h.person_id = :person", 0, person, LocalDate.EPOCH, 0, 20);
    }

    private List<Turn> read(String which, long agency, long person, LocalDate day, long id, int limit) {
        LocalDate today = parameters.today();
        return jdbc.sql("""
                        select h.id, h.person_id as person, n.name, p.id as post, u.name as unit_name, v.title, h.valid_from as "from", d.due,
                            case when d.due <= :today then 'due' when d.due <= :today + :soon then 'soon' else '' end as state
                        from responsibility_holder h join responsibility_post p on p.id = h.post_id
                        join lateral (select * from responsibility_version x where x.post_id = p.id and x.valid_from <= :today
                            order by x.valid_from desc, x.recorded_at desc limit 1) v on v.rotates and not v.ended
                        join person n on n.id = h.person_id join unit u on u.id = p.unit_id
                        join lateral (select * from post_on(h.person_id, :today)) q on not q.ended and q.agency_id = p.agency_id
                        cross join lateral (select cast(h.valid_from + make_interval(years => :years) as date) as due) d
                        where h.valid_from <= :today and (h.valid_to is null or h.valid_to >= :today) and %s order by h.valid_from, h.id limit :limit"""
                        .formatted(which).replace(":today", "cast(:today as date)").replace(":day", "cast(:day as date)"))
                .param("today", today).param("soon", parameters.value("rotation.soon-days", today).intValue()).param("years", parameters.value("rotation.years", today).intValue())
                .param("agency", agency).param("person", person).param("day", day).param("id", id).param("limit", limit).query(Turn.class).list();
    }

    /** The parameter in force, for the page. */
    public @Nullable String cite() {
        return parameters.on(parameters.today()).stream().filter(p -> p.name().equals("rotation.years"))
                .map(p -> "最长 " + p.value().stripTrailingZeros().toPlainString() + " 年（" + p.cite() + "）").findFirst().orElse(null);
    }
}
