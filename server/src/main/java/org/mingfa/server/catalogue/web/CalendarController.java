package org.mingfa.server.catalogue.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Permit;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.catalogue.store.LawStore.AnnouncedYear;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Holidays (放假安排): the years that came with the law packs, and those announced here. */
@RestController
@RequestMapping("/api/calendar")
class CalendarController {

    /**
     * A year's notice.
     *
     * @param source number of the notice, e.g. 国办发明电〔2026〕7号
     * @param holidays name to {@code {statutory: [01-01], off: [01-01..03], work: [01-04]}}
     */
    record YearInput(@Nullable Integer year, @Nullable String source, @Nullable Map<String, Object> holidays) {}

    /** @param bundled came with the law packs: {@code source} is then empty, and days may be ranges such as 02-16..19 */
    record ShownYear(int year, String source, Map<String, Object> holidays, boolean bundled) {}

    private final CurrentLaw law;

    CalendarController(CurrentLaw law) {
        this.law = law;
    }

    @Operation(summary = "Announced years of holidays (放假安排)")
    @GetMapping
    @Permit({"law.read", "registry.read"})
    List<ShownYear> list() {
        List<AnnouncedYear> announced = law.announced();
        List<ShownYear> out = new ArrayList<>(announced.stream().map(y -> new ShownYear(y.year(), y.source(), y.holidays(), false)).toList());
        law.bundledYears().forEach((year, holidays) -> {
            if (announced.stream().noneMatch(y -> y.year() == year)) {
                out.add(new ShownYear(year, "", holidays, true));
            }
        });
        return out.stream().sorted(Comparator.comparingInt(ShownYear::year)).toList();
    }

    @Operation(summary = "Enters a year's announcement; due dates of running cases move")
    @PostMapping
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void announce(@RequestBody YearInput in) {
        new Fields().fits("/year", in.year(), y -> y >= 2000 && y < 2200, "应为四位年份")
                .text("/source", in.source(), 200)
                .fits("/holidays", in.holidays(), h -> !h.isEmpty(), "至少一个节日").done();
        try {
            law.announce(new AnnouncedYear(in.year(), in.holidays(), in.source()), Caller.current().id());
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("/holidays", "放假安排无法识别：" + e.getMessage());
        }
    }
}
