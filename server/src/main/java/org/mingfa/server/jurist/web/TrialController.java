package org.mingfa.server.jurist.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.server.access.ChangesNothing;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.Procedures;
import org.mingfa.server.jurist.trial.Outcome;
import org.mingfa.server.jurist.trial.Trials;
import org.mingfa.server.jurist.trial.WhatIf;
import org.mingfa.server.operation.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What-if (试算): acts and dates tried out without a case, by everyone who has signed in. */
@RestController
class TrialController {

    private final Trials trials;
    private final Procedures procedures;

    TrialController(Trials trials, Procedures procedures) {
        this.trials = trials;
        this.procedures = procedures;
    }

    @Operation(summary = "Tries acts and dates out without a case: findings of each act, duties and figures on a day; nothing is stored")
    @PostMapping("/api/procedures/{code}/what-if")
    @ChangesNothing
    @Permit({"law.read", "case.read", "people.read"})
    Outcome whatIf(@PathVariable String code, @RequestBody WhatIf acts) {
        return trials.run(code, acts);
    }

    @Operation(summary = "The form of an act of a procedure: JSON Schema with x- hints")
    @GetMapping("/api/procedures/{code}/forms/{act}")
    @Permit({"law.read", "case.read", "people.read"})
    Map<String, Object> form(@PathVariable String code, @PathVariable String act, @RequestParam(required = false) @Nullable LocalDate on) {
        ActSpec spec = procedures.of(code, on).act(act);
        if (spec == null) {
            throw Refused.notFound("这个程序没有这个办理事项");
        }
        return spec.form();
    }
}
