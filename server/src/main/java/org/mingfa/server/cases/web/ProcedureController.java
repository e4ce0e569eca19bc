package org.mingfa.server.cases.web;

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

    @GetMapping("/api/procedures")
    @Permit("case.act")
    List<Procedures.Opened> procedures() {
        return procedures.openable();
    }

    @GetMapping("/api/cases/{id}/forms/{act}")
    @Permit("case.read")
    Map<String, Object> form(@PathVariable String id, @PathVariable String act) {
        return procedures.form(Choices.key(id), act);
    }
}
