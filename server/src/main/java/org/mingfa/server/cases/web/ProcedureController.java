package org.mingfa.server.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.Procedures;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What may be opened, and the forms of acts. */
@RestController
class ProcedureController {

    private final Procedures procedures;

    ProcedureController(Procedures procedures) {
        this.procedures = procedures;
    }

    @Operation(summary = "Procedures that the caller may open now, with the form of the first act")
    @GetMapping("/api/procedures")
    @Permit("case.act")
    List<Procedures.Opened> procedures() {
        return procedures.openable();
    }

    @Operation(summary = "The form of an act: JSON Schema with x- hints")
    @GetMapping("/api/cases/{id}/forms/{act}")
    @Permit("case.read")
    Map<String, Object> form(@PathVariable String id, @PathVariable String act) {
        return procedures.form(Choices.key(id), act);
    }
}
