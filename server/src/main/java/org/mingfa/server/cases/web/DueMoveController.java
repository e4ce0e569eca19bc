package org.mingfa.server.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.WorkCalendar;
import org.mingfa.server.access.ChangesNothing;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.DueMoves;
import org.mingfa.server.catalogue.Holidays;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a change of the holidays would do to running due dates, before it is made. */
@RestController
class DueMoveController {

    /**
     * @param holidays as in an announcement; null: the year's last announcement is taken back
     * @param after {@code next} of the answer before
     */
    record Asked(@Nullable Integer year, @Nullable Map<String, Object> holidays, @Nullable String after) {}

    private final DueMoves moves;
    private final Holidays holidays;

    DueMoveController(DueMoves moves, Holidays holidays) {
        this.moves = moves;
        this.holidays = holidays;
    }

    @Operation(summary = "Which running due dates a year's announcement would move, or taking it back; counts by agency and act, some hundred cases at a time")
    @PostMapping("/api/calendar/preview")
    @Permit("registry.write")
    @ChangesNothing
    DueMoves.Found preview(@RequestBody Asked in) {
        new Fields().fits("/year", in.year(), y -> y >= 2000 && y < 2200, "应为四位年份")
                .check("/holidays", in.holidays() == null || !in.holidays().isEmpty(), "至少一个节日").done();
        try {
            return moves.find(calendar(in), LocalDate.of(in.year(), 1, 1), in.after());
        } catch (NumberFormatException e) {
            throw Refused.invalid("/after", "应当是上一次回答给出的位置");
        }
    }

    private WorkCalendar calendar(Asked in) {
        try {
            return in.holidays() == null ? holidays.without(in.year()) : holidays.with(in.year(), in.holidays());
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("/holidays", "放假安排无法识别：" + e.getMessage());
        }
    }
}
