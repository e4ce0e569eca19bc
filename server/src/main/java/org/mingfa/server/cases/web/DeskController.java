package org.mingfa.server.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.Lists;
import org.mingfa.server.cases.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's desk: duties by due date (待办), and small counters. */
@RestController
class DeskController {

    private final Lists lists;

    DeskController(Lists lists) {
        this.lists = lists;
    }

    @Operation(summary = "The caller's duties by due date (待办); ofRoles: only what waits for a role of the caller's (审批、审核)")
    @GetMapping("/api/todo")
    @Permit("case.read")
    Page<Lists.TodoRow> todo(
            @RequestParam(defaultValue = "false") boolean ofRoles, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return lists.todo(ofRoles, cursor, CaseController.bounded(limit));
    }

    @Operation(summary = "What follows in the caller's cases from acts in linked cases (关联案件的进展)")
    @GetMapping("/api/todo/steps")
    @Permit("case.read")
    Page<Lists.StepRow> linkedSteps(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        return lists.steps(cursor, CaseController.bounded(limit));
    }

    @Operation(summary = "Small counters for the left bar")
    @GetMapping("/api/overview")
    @Permit("case.read")
    Lists.Overview overview() {
        return lists.overview();
    }
}
