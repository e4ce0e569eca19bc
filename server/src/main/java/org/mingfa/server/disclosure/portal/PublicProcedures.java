package org.mingfa.server.disclosure.portal;

import java.util.List;
import java.util.Optional;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.chart.Charts;
import org.mingfa.server.chart.Drawing;
import org.mingfa.server.chart.Guide;
import org.mingfa.server.chart.Guides;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The procedures as the public sees them: as the nation has them, and as the agencies of this platform work by them. */
@Component
public class PublicProcedures {

    private static final int MOST = 200;

    private static final String PLACES = "select distinct a.field, r.code as region, r.name from agency a join region r on r.id = a.region_id";

    /** A field and a place that a procedure may be asked for; both "" for the nation. */
    public record Place(String field, String region, String name) {

        static final Place NATION = new Place("", "", "全国");

        public String title() {
            return field.isEmpty() ? name : name + " " + field;
        }

        public String query() {
            return field.isEmpty() && region.isEmpty() ? "" : "?field=" + java.net.URLEncoder.encode(field, java.nio.charset.StandardCharsets.UTF_8) + "&region=" + region;
        }
    }

    private final Charts charts;
    private final Guides guides;
    private final JdbcClient jdbc;

    PublicProcedures(Charts charts, Guides guides, @Qualifier("portalJdbc") JdbcClient jdbc) {
        this.charts = charts;
        this.guides = guides;
        this.jdbc = jdbc;
    }

    List<Procedure> all() {
        return charts.inForce("", "");
    }

    Optional<Procedure> find(String code, Place place) {
        return charts.inForce(code, place.field(), place.region());
    }

    Drawing drawing(Procedure procedure) {
        return charts.of(procedure);
    }

    Guide guide(Procedure procedure, Place place) {
        return guides.of(procedure, place.title());
    }

    /** The place asked for; empty where no agency here works in it. */
    Optional<Place> place(String field, String region) {
        if (field.isEmpty() && region.isEmpty()) {
            return Optional.of(Place.NATION);
        }
        return jdbc.sql(PLACES + " where a.field = ? and r.code = ? limit 1").params(field, region).query(Place.class).optional();
    }

    /** Where agencies of this platform apply a procedure otherwise than the nation's packs alone have it. */
    List<Place> differing(Procedure base) {
        return places().stream().filter(p -> charts.inForce(base.code(), p.field(), p.region())
                .filter(own -> !own.digest().equals(base.digest())).isPresent()).toList();
    }

    private List<Place> places() {
        return jdbc.sql(PLACES + " order by r.code, a.field limit ?").param(MOST).query(Place.class).list();
    }
}
