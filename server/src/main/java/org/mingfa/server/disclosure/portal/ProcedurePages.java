package org.mingfa.server.disclosure.portal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.access.Open;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The public flow charts (公示流程图), drawn and as a list. */
@RestController
@Open
@RequestMapping("/public/procedures")
class ProcedurePages {

    private static final String SIZE = "size";

    private final PublicProcedures procedures;
    private final Pages pages;

    ProcedurePages(PublicProcedures procedures, Pages pages) {
        this.procedures = procedures;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<String> list(@CookieValue(name = SIZE, required = false) @Nullable String size) {
        return pages.page(HttpStatus.OK, "procedures", PortalController.view(size), Map.of("procedures", procedures.all()));
    }

    @GetMapping("/{code}")
    ResponseEntity<String> one(@PathVariable String code, @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String region, @CookieValue(name = SIZE, required = false) @Nullable String size) {
        return procedures.place(field, region).flatMap(place -> procedures.find(code, place).map(p -> page(p, place, size)))
                .orElseGet(() -> pages.page(HttpStatus.NOT_FOUND, "missing", PortalController.view(size), Map.of()));
    }

    /** The service guide (服务指南). */
    @GetMapping("/{code}/guide")
    ResponseEntity<String> guide(@PathVariable String code, @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String region, @CookieValue(name = SIZE, required = false) @Nullable String size) {
        return procedures.place(field, region)
                .flatMap(place -> procedures.find(code, place).map(p -> pages.page(HttpStatus.OK, "guide", PortalController.view(size),
                        Map.of("guide", procedures.guide(p, place), "address", "/public/procedures/" + code + place.query()))))
                .orElseGet(() -> pages.page(HttpStatus.NOT_FOUND, "missing", PortalController.view(size), Map.of()));
    }

    private ResponseEntity<String> page(Procedure p, PublicProcedures.Place place, @Nullable String size) {
        Procedure base = procedures.find(p.code(), PublicProcedures.Place.NATION).orElse(p);
        return pages.page(HttpStatus.OK, "procedure", PortalController.view(size),
                Map.of("drawing", procedures.drawing(p), "place", place, "places", procedures.differing(base)));
    }
}
