package org.mingfa.server.discretion.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.discretion.BenchmarkSet;
import org.mingfa.server.discretion.BenchmarkSets;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.sheet.Upload;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Benchmark tables from files: brought in, published by a second person, withdrawn. */
@RestController
@RequestMapping("/api/discretion/sets")
class BenchmarkSetController {

    private static final List<String> LEVELS = List.of("national", "province", "city", "county");

    private final BenchmarkSets sets;
    private final Clock clock;

    BenchmarkSetController(BenchmarkSets sets, Clock clock) {
        this.sets = sets;
        this.clock = clock;
    }

    /** @param imported the set's id; null in a dry run */
    record Taken(BenchmarkSet.Counts counts, @Nullable Long imported) {}

    /** Why, and the first or last day in force; without one today, or yesterday. */
    record Publication(String note, @Nullable LocalDate firstDay) {}

    record Withdrawal(String note, @Nullable LocalDate lastDay) {}

    @Operation(summary = "Reads a benchmark table from Excel or CSV: every row read, or reported with the reason; a dry run keeps nothing")
    @PostMapping("/imports")
    @Permit("law.draft")
    Taken take(@RequestParam MultipartFile file, @RequestParam String title, @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestParam(required = false) @Nullable String level, @RequestParam(required = false) @Nullable String region) {
        new Fields().text("/title", title, 200)
                .check("/level", level == null || level.isEmpty() || LEVELS.contains(level), "应为 " + String.join("、", LEVELS))
                .check("/region", region == null || region.isEmpty() || region.matches("\\d{6}"), "应为六位行政区划代码").done();
        String name = Upload.name(file);
        BenchmarkSets.Seen seen = Upload.read(file, sheet -> sets.look(name, sheet, level == null ? "" : level, region == null ? "" : region));
        return new Taken(seen.counts(), dryRun ? null : sets.add(title, name, seen));
    }

    @Operation(summary = "The benchmark tables that were brought in from files, newest first")
    @GetMapping
    @Permit({"law.draft", "law.publish"})
    List<BenchmarkSet> all() {
        return sets.all();
    }

    @Operation(summary = "One of them, with the rows that were not read")
    @GetMapping("/{id}")
    @Permit({"law.draft", "law.publish"})
    BenchmarkSet one(@PathVariable long id) {
        return sets.one(id);
    }

    @Operation(summary = "Publishes a set: from its first day on its tables are used; not by who brought it in")
    @PostMapping("/{id}/publication")
    @Permit("law.publish")
    BenchmarkSet publish(@PathVariable long id, @RequestBody Publication decision) {
        LocalDate today = LocalDate.now(clock);
        LocalDate first = decision.firstDay() == null ? today : decision.firstDay();
        new Fields().text("/note", decision.note(), 500).check("/firstDay", !first.isAfter(today.plusYears(1)), "不得晚于一年以后").done();
        return sets.publish(id, decision.note().strip(), first);
    }

    @Operation(summary = "Withdraws a published set, with the reason; acts until the last day keep its tables")
    @PostMapping("/{id}/withdrawal")
    @Permit("law.publish")
    BenchmarkSet withdraw(@PathVariable long id, @RequestBody Withdrawal decision) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = decision.lastDay() == null ? today.minusDays(1) : decision.lastDay();
        new Fields().text("/note", decision.note(), 500).check("/lastDay", !last.isAfter(today.plusYears(1)), "不得晚于一年以后").done();
        return sets.withdraw(id, decision.note().strip(), last);
    }
}
