package org.mingfa.server.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.DutyNotices;
import org.mingfa.server.cases.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's notices of periods that run out (提醒). */
@RestController
class NoticeController {

    private final DutyNotices notices;

    NoticeController(DutyNotices notices) {
        this.notices = notices;
    }

    /** @param until id of the newest that the reader has seen */
    record Read(@Nullable String until) {}

    @Operation(summary = "Notices of duties on the caller's desk whose period runs out, the latest first (提醒)")
    @GetMapping("/api/notices")
    @Permit("case.read")
    Page<DutyNotices.NoticeRow> page(@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        return notices.page(cursor, CaseController.bounded(limit));
    }

    @Operation(summary = "Marks a notice as read, for the caller alone")
    @PostMapping("/api/notices/{id}/read")
    @Permit("case.read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable String id) {
        notices.read(id);
    }

    @Operation(summary = "Marks all notices up to one as read; what came since stays unread")
    @PostMapping("/api/notices/read")
    @Permit("case.read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readUntil(@RequestBody Read read) {
        notices.readUntil(read.until());
    }
}
