package org.mingfa.core.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The sum of a period in days, workdays, months or years: segments, pauses within them, one roll at the very end. */
final class DaySum {
    private final LocalDate start;
    private final boolean strict;
    private final List<Pause> pauses;
    private final WorkCalendar cal;
    private final List<String> steps = new ArrayList<>();
    private final List<LocalDate> skipped = new ArrayList<>();
    private LocalDate at;
    private boolean stopped;
    private boolean provisional;

    DaySum(LocalDate start, boolean strict, List<Pause> pauses, WorkCalendar cal) {
        this.start = start;
        this.strict = strict;
        this.pauses = Pauses.merge(pauses);
        this.cal = cal;
        this.at = start;
    }

    DueDate of(Period period, List<Period> extensions) {
        steps.add("自" + start + "起算，当日不计入");
        segment(period, "");
        extensions.forEach(extension -> segment(extension, "延长"));
        LocalDate unrolled = at;
        if (!strict) {
            roll();
        }
        if (provisional) {
            steps.add("暂计：所涉年度放假安排未公布，按周末和固定节假日计算");
        }
        return new DueDate(Moment.of(at), unrolled, provisional, stopped, List.copyOf(steps), List.copyOf(skipped));
    }

    private void segment(Period period, String how) {
        LocalDate from = at;
        boolean workdays = period.unit() == Unit.WD;
        at = Counting.add(from, period, cal);
        steps.add(how + period.title() + "，至" + at);
        if ((period.unit() == Unit.M || period.unit() == Unit.Y) && at.getDayOfMonth() != from.getDayOfMonth()) {
            steps.add("当月没有对应日，以月末日" + at + "为届满日");
        }
        for (Pause pause : pauses) {
            LocalDate begin = pause.from().isAfter(from) ? pause.from() : from.plusDays(1);
            if (!begin.isAfter(at)) {
                pause(pause, begin, workdays);
            }
        }
        skip(from, workdays);
        if (workdays) {
            provisional |= unannounced(from.plusDays(1), at);
        }
    }

    private void pause(Pause pause, LocalDate begin, boolean workdays) {
        LocalDate until = pause.until();
        if (until == null) {
            stopped = true;
            steps.add(pause.name() + "自" + pause.from() + "起未结束，期限中止计算");
            return;
        }
        int days = workdays ? cal.workdays(begin, until) : (int) Math.max(0, Counting.days(begin, until));
        if (days > 0) {
            at = workdays ? cal.plusWorkdays(at, days) : at.plusDays(days);
            steps.add("扣除" + pause.name() + begin + "至" + until.minusDays(1)
                    + "共" + days + (workdays ? "个工作日" : "日") + "，至" + at);
        }
    }

    private void skip(LocalDate from, boolean workdays) {
        if (!workdays && pauses.isEmpty()) {
            return;
        }
        for (LocalDate day = from.plusDays(1); !day.isAfter(at); day = day.plusDays(1)) {
            if (workdays && !cal.isWorkday(day) || Pauses.cover(pauses, day)) {
                skipped.add(day);
            }
        }
    }

    private void roll() {
        LocalDate last = at;
        while (!cal.isWorkday(at)) {
            skipped.add(at);
            at = at.plusDays(1);
        }
        if (!at.equals(last)) {
            steps.add("届满日" + last + "为休息日（" + cal.rest(last) + "），顺延至" + at);
        }
        provisional |= unannounced(last, at);
    }

    private boolean unannounced(LocalDate from, LocalDate to) {
        return !from.isAfter(to) && IntStream.rangeClosed(from.getYear(), to.getYear()).anyMatch(y -> !cal.announced(y));
    }
}
