package org.mingfa.server.jurist.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.Procedures;
import org.mingfa.server.jurist.PackText;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Law packs (法律包) to be read, by everyone who has signed in. */
@RestController
class PackController {

    /**
     * A pack in a list.
     *
     * @param acts how many acts it has
     * @param unverified how many of its parameters have a source that was not checked
     */
    record Row(
            String code, String title, String version, LocalDate from, @Nullable LocalDate to, String cite,
            List<PackText.Layer> layers, int acts, int unverified) {
        static Row of(Procedure p) {
            return new Row(p.code(), p.title(), p.version(), p.from(), p.to(), p.cite(), PackText.layers(p), p.acts().size(),
                    (int) p.parameters().stream().filter(v -> !v.verified()).count());
        }
    }

    private final Procedures procedures;

    PackController(Procedures procedures) {
        this.procedures = procedures;
    }

    @Operation(summary = "The law packs in force on a day for the caller's field and region")
    @GetMapping("/api/law/packs")
    @Permit({"law.read", "case.read", "people.read"})
    List<Row> packs(@RequestParam(required = false) @Nullable LocalDate on) {
        return procedures.inForce(on).stream().map(Row::of).toList();
    }

    @Operation(summary = "A law pack as a document: parameters and, stage by stage, every act in Chinese sentences, each with its citation")
    @GetMapping("/api/procedures/{code}/text")
    @Permit({"law.read", "case.read", "people.read"})
    PackText text(@PathVariable String code, @RequestParam(required = false) @Nullable LocalDate on) {
        return PackText.of(procedures.of(code, on));
    }
}
