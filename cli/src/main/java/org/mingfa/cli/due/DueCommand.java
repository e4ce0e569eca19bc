package org.mingfa.cli.due;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.mingfa.cli.BadInput;
import org.mingfa.cli.Command;
import org.mingfa.cli.Console;
import org.mingfa.cli.LawFolder;
import org.mingfa.cli.Options;
import org.mingfa.core.calendar.DueDate;
import org.mingfa.core.calendar.WorkCalendar;

/** {@code due START N UNIT [--strict] [--explain]} and {@code due -}. */
public final class DueCommand implements Command {

    @Override
    public String help() {
        return """
                mingfa due START N UNIT [--strict] [--explain] [--law DIR]
                mingfa due -                               lines START N UNIT [--strict] from standard input

                Prints the last day of a period. The day of START is not counted.
                UNIT   h hours 小时, nd natural days 自然日, wd workdays 工作日, m months 月, y years 年
                START  a date, 2026-03-02; for hours a date and time, 2026-04-06T15:00 (hours never roll)
                --strict   do not roll forward from a rest day to the next workday
                --explain  then one line per day that was skipped: the date and why

                With - every line is answered on its own line, in order; a line that cannot be read
                is answered `error: …`, and the exit code is 2 when all are answered.
                A date that rests on a year whose holidays are not announced is computed from weekends and
                fixed holidays, said on standard error (暂计); the exit code stays 0.
                """;
    }

    @Override
    public int run(List<String> args, Console console) throws IOException {
        Options options = Options.parse(args, Set.of("--strict", "--explain"), Set.of("--law"));
        if (options.words().isEmpty()) {
            throw new BadInput("START N UNIT is missing; try: mingfa due 2026-09-23 7 wd");
        }
        WorkCalendar calendar = LawFolder.find(options.value("--law")).calendar();
        if (options.words().equals(List.of("-"))) {
            if (options.has("--strict") || options.has("--explain")) {
                throw new BadInput("with - write --strict on the line that it belongs to; --explain answers one question only");
            }
            return lines(console, calendar);
        }
        Question question = Question.of(options.words(), options.has("--strict"));
        DueDate due = question.answer(calendar);
        console.out().println(due.due());
        if (options.has("--explain")) {
            due.skipped().forEach(day -> console.out().println(day + " " + calendar.rest(day)));
        }
        warn(question, due, calendar, "", console);
        return OK;
    }

    private static int lines(Console console, WorkCalendar calendar) throws IOException {
        var in = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
        int code = OK;
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            try {
                Question question = Question.parse(line);
                DueDate due = question.answer(calendar);
                console.out().println(due.due());
                warn(question, due, calendar, "line " + number + ": ", console);
            } catch (BadInput e) {
                console.out().println("error: " + e.getMessage());
                code = BAD_INPUT;
            }
            if (!in.ready()) {
                console.out().flush(); // someone may wait for this answer before asking again
            }
        }
        return code;
    }

    private static void warn(Question question, DueDate due, WorkCalendar calendar, String where, Console console) {
        if (due.provisional()) {
            int last = due.due().date().getYear();
            int year = question.start().date().getYear();
            while (year < last && calendar.announced(year)) {
                year++;
            }
            console.err().println(where + due.due() + " is provisional (暂计): the holidays of " + year + " are not announced");
        }
    }
}
