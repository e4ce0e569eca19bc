package org.mingfa.cli.due;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.mingfa.cli.BadInput;
import org.mingfa.core.calendar.Counting;
import org.mingfa.core.calendar.DueDate;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.calendar.Period;
import org.mingfa.core.calendar.Unit;
import org.mingfa.core.calendar.WorkCalendar;

/** What {@code due} is asked: a start, a period, rolling or not. */
record Question(Moment start, Period period, boolean strict) {

    /** Reads one line of {@code due -}. */
    static Question parse(String line) {
        var words = new ArrayList<>(List.of(line.strip().split("\\s+")));
        boolean strict = words.remove("--strict");
        return of(words, strict);
    }

    static Question of(List<String> words, boolean strict) {
        if (words.size() != 3) {
            throw new BadInput("expected START N UNIT, such as 2026-09-23 7 wd; got '" + String.join(" ", words) + "'");
        }
        try {
            Moment start = Moment.parse(words.get(0));
            Period period = Period.parse(words.get(1) + " " + words.get(2));
            if (period.unit() == Unit.H && start.time() == null) {
                throw new BadInput("hours are counted from a time: write " + start + "T15:00, not " + start);
            }
            return new Question(start, period, strict);
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        }
    }

    DueDate answer(WorkCalendar calendar) {
        try {
            return Counting.due(start, period, strict, List.of(), List.of(), calendar);
        } catch (DateTimeException e) {
            throw new BadInput("no such date: " + start + " and " + period, e);
        }
    }
}
