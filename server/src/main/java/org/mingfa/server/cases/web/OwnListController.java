package org.mingfa.server.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.CaseFilter;
import org.mingfa.server.cases.OwnList;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.sheet.Download;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own list of cases: columns, saved filters, export. */
@RestController
@RequestMapping("/api/case-list")
class OwnListController {

    private static final List<String> NAMES = List.of("q", "stage", "procedure", "state", "mine", "overdue", "filedFrom", "filedTo", "sort");
    private static final int LONGEST = 100;

    record Columns(@Nullable List<String> columns) {}

    /** @param query names and values of the list's address */
    record Filter(@Nullable String name, @Nullable Map<String, String> query) {}

    private final OwnList list;

    OwnListController(OwnList list) {
        this.list = list;
    }

    @Operation(summary = "The columns of the caller's list of cases, the columns that there are, and the filters that the caller saved")
    @GetMapping
    @Permit("case.read")
    OwnList.View ownList() {
        return list.view();
    }

    @Operation(summary = "Chooses the columns and their order; none: the usual ones again")
    @PutMapping("/columns")
    @Permit("case.read")
    OwnList.View chooseColumns(@RequestBody Columns chosen) {
        return list.choose(chosen.columns());
    }

    @Operation(summary = "Saves a filter under a name; one of the same name is replaced")
    @PostMapping("/filters")
    @Permit("case.read")
    OwnList.View saveFilter(@RequestBody Filter filter) {
        Map<String, String> query = new LinkedHashMap<>();
        Fields fields = new Fields().check("/query", filter.query() != null && filter.query().size() <= NAMES.size(), "必填");
        (filter.query() == null ? Map.<String, String>of() : filter.query()).forEach((name, value) -> {
            fields.check("/query", NAMES.contains(name), "没有这个筛选条件").check("/query", value != null && value.length() <= LONGEST && value.indexOf(0) < 0, "不超过 " + LONGEST + " 个字");
            if (value != null && !value.isBlank()) {
                query.put(name, value);
            }
        });
        fields.done();
        read(query);
        return list.save(filter.name(), query);
    }

    @Operation(summary = "Deletes a saved filter of the caller's")
    @DeleteMapping("/filters/{id}")
    @Permit("case.read")
    OwnList.View dropFilter(@PathVariable String id) {
        return list.drop(id);
    }

    @Operation(summary = "What the filter shows, in the caller's columns, as a table of at most 10,000 cases; the audit keeps filter and count")
    @GetMapping("/export")
    @Permit("case.export")
    ResponseEntity<byte[]> exportCases(
            @RequestParam(required = false) @Nullable String q, @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String procedure, @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "false") boolean mine, @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable LocalDate filedFrom, @RequestParam(required = false) @Nullable LocalDate filedTo,
            @RequestParam(defaultValue = "updated") String sort) {
        CaseFilter filter = Choices.filter(q, stage, procedure, state, mine, overdue, filedFrom, filedTo, sort);
        return Download.workbook("案件.xlsx", out -> list.export(filter, out));
    }

    /** Refuses what the list itself would refuse. */
    private static void read(Map<String, String> query) {
        try {
            Choices.filter(query.get("q"), query.get("stage"), query.get("procedure"), query.getOrDefault("state", "open"), "true".equals(query.get("mine")),
                    "true".equals(query.get("overdue")), day(query.get("filedFrom")), day(query.get("filedTo")), query.getOrDefault("sort", "updated"));
        } catch (DateTimeParseException e) {
            throw Refused.invalid("/query", "应为日期，如 2026-03-01");
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
