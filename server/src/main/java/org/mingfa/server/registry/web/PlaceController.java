package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.mingfa.server.access.Permit;
import org.mingfa.server.registry.Keeping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What filters and forms of the registers offer: regions, bodies and fields within the caller's reach. */
@RestController
@RequestMapping("/api/registry/places")
class PlaceController {

    record PlaceRegion(int id, String name, String code, String level) {}

    record PlaceBody(String id, String name, int region) {}

    record Places(List<PlaceRegion> regions, List<PlaceBody> bodies, List<String> fields) {}

    private final JdbcClient jdbc;
    private final Keeping keeping;

    PlaceController(JdbcClient jdbc, Keeping keeping) {
        this.jdbc = jdbc;
        this.keeping = keeping;
    }

    @Operation(summary = "Regions, bodies and fields of enforcement within the caller's reach")
    @GetMapping
    @Permit("registry.read")
    Places places() {
        Integer[] mine = keeping.regions().toArray(Integer[]::new);
        return new Places(
                jdbc.sql("select id, name, code, level from region where id = any (?) order by code, id").param(mine).query(PlaceRegion.class).list(),
                jdbc.sql("select id, name, region_id as region from agency where region_id = any (?) order by region_id, id limit 2000").param(mine).query(PlaceBody.class).list(),
                jdbc.sql("select distinct field from agency where region_id = any (?) order by field").param(mine).query(String.class).list());
    }

    record PlaceUnit(String id, String name) {}

    @Operation(summary = "Units (内设机构) of a body by name")
    @GetMapping("/{agency}/units")
    @Permit("registry.read")
    List<PlaceUnit> units(@PathVariable long agency) {
        keeping.read(agency);
        return jdbc.sql("select id, name from unit where agency_id = ? order by name, id limit 500").param(agency).query(PlaceUnit.class).list();
    }
}
