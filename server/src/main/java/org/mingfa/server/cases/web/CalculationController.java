package org.mingfa.server.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.Calculations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sums tried out on a case (计算); none is kept. */
@RestController
@RequestMapping("/api/cases/{id}/calculations")
@Permit("case.read")
class CalculationController {

    private final Calculations calculations;

    CalculationController(Calculations calculations) {
        this.calculations = calculations;
    }

    @Operation(summary = "Which periods the case's law knows, and all figures of the case as of a day, with what each is made from")
    @GetMapping
    Calculations.Found of(@PathVariable String id, @RequestParam(required = false) @Nullable LocalDate on) {
        return calculations.of(Choices.key(id), on);
    }

    @Operation(summary = "The last day of a period such as 15 nd (h, nd, wd, m, y), with its sum; strict: a rest day at its end stays the end")
    @GetMapping("/period")
    Calculations.LastDay period(
            @PathVariable String id, @RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = "false") boolean strict) {
        return calculations.period(Choices.key(id), from, period, strict);
    }

    @Operation(summary = "A plan of instalments in 分, by their number or by the size of each, every so many months")
    @GetMapping("/instalments")
    List<Calculations.Instalment> instalments(
            @PathVariable String id, @RequestParam(required = false) @Nullable Long amount, @RequestParam(required = false) @Nullable Integer count,
            @RequestParam(required = false) @Nullable Long each, @RequestParam(required = false) @Nullable LocalDate first,
            @RequestParam(required = false) @Nullable Integer months) {
        return calculations.instalments(Choices.key(id), amount, count, each, first, months);
    }
}
