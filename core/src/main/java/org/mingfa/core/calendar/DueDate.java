package org.mingfa.core.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A due date and the sum it came from.
 *
 * @param due the last moment on which the act is on time, rolled forward from a rest day unless the period is strict
 * @param unrolled the last day before it was rolled; an extension starts here
 * @param provisional true where it rests on a year whose holidays are not announced yet (暂计)
 * @param stopped true while an open pause holds it: {@code due} then leaves that pause out and will move
 * @param steps the sum in Chinese, one step a line
 * @param skipped days that were not counted, in order: rest days among workdays, paused days, rest days rolled over
 */
public record DueDate(
        Moment due, LocalDate unrolled, boolean provisional, boolean stopped, List<String> steps, List<LocalDate> skipped) {}
