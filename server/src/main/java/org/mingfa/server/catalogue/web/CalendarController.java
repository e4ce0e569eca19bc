package org.mingfa.server.catalogue.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Permit;
import org.mingfa.server.catalogue.Holidays;
import org.mingfa.server.catalogue.store.HolidayStore.Notice;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

    /** @param reason why the last announcement does not hold */
    record TakenBack(@Nullable String reason) {}

    /**
     * @param bundled came with the law packs: {@code source} is then empty, and days may be ranges such as 02-16..19
     * @param since when this state was entered; null for a bundled year of which nothing was ever announced here
     * @param reason why what stood before was taken back (撤销); null: it was announced
     */
    record ShownYear(int year, String source, Map<String, Object> holidays, boolean bundled, @Nullable Instant since, @Nullable String reason) {}

    private final Holidays law;

    CalendarController(Holidays law) {
        this.law = law;
    }

    @Operation(summary = "Announced years of holidays (放假安排)")
    @GetMapping
    @Permit({"law.read", "registry.read"})
    List<ShownYear> list() {
        List<Notice> notices = law.notices();
        List<ShownYear> out = new ArrayList<>(notices.stream().filter(n -> n.holidays() != null)
                .map(n -> new ShownYear(n.year(), n.source(), n.holidays(), false, n.at(), n.reason())).toList());
        law.bundled().forEach((year, holidays) -> {
            if (out.stream().noneMatch(y -> y.year() == year)) {
                @Nullable Notice back = notices.stream().filter(n -> n.year() == year).findFirst().orElse(null);
                out.add(new ShownYear(year, "", holidays, true, back == null ? null : back.at(), back == null ? null : back.reason()));
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
            law.announce(in.year(), in.holidays(), in.source(), Caller.current().id());
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("/holidays", "放假安排无法识别：" + e.getMessage());
        }
    }

    @Operation(summary = "Takes a year's last announcement back (撤销); what stood before holds again and due dates move back")
    @PostMapping("/{year}/undo")
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable int year, @RequestBody TakenBack in) {
        new Fields().text("/reason", in.reason(), 200).done();
        law.takeBack(year, in.reason(), Caller.current().id());
    }
}
