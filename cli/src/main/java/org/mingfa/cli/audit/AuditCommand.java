package org.mingfa.cli.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.cli.BadInput;
import org.mingfa.cli.Command;
import org.mingfa.cli.Console;
import org.mingfa.cli.LawFolder;
import org.mingfa.cli.Options;
import org.mingfa.cli.PackFolder;
import org.mingfa.core.calendar.WorkCalendar;
import org.mingfa.core.procedure.Laws;
import org.mingfa.core.procedure.Procedure;

/** {@code audit}: how many cases of an event log break each rule of a pack. */
public final class AuditCommand implements Command {

    @Override
    public String help() {
        return """
                mingfa audit --pack DIR FILE [--json] [--cases RULE] [--law DIR]

                Examines every case of an event log in the XES standard (.xes or .xes.gz) by the one procedure
                whose pack lies in DIR, and prints per rule how many cases break it. Events are taken in the
                order of the file, dates in the offset written there; acts are found by their log-name.
                Everything the agency still owes when a trace ends counts as not done.

                --json        one object: cases, events, withFindings, rules {id: cases}, seconds
                --cases RULE  the names of the cases that break RULE, one a line (with --json: as "caseNames")
                --law DIR     the folder that holds calendar/holidays.yaml

                Exit code 0 once the whole file is examined, whatever was found; 2 for a pack or a file
                that cannot be read (FILE:line:column: reason).
                """;
    }

    @Override
    public int run(List<String> args, Console console) {
        long started = System.nanoTime();
        Options options = Options.parse(args, Set.of("--json"), Set.of("--pack", "--cases", "--law"));
        String folder = options.value("--pack");
        if (folder == null || options.words().size() != 1) {
            throw new BadInput("usage: mingfa audit --pack DIR FILE [--json] [--cases RULE]");
        }
        String file = options.words().getFirst();
        try (var log = new ReadAhead(new XesFile(Path.of(file)))) {
            WorkCalendar calendar = LawFolder.find(options.value("--law")).calendar();
            CaseAuditor auditor = new EngineAuditor(procedure(Path.of(folder)), calendar);
            String rule = known(options.value("--cases"), auditor);
            var tally = new Tally(file, auditor, rule);
            log.forEach(tally::add);
            var report = new Report(tally, auditor.rules(), (System.nanoTime() - started) / 1e9, rule != null);
            console.out().print(options.has("--json") ? report.json() : report.text());
        }
        return OK;
    }

    private static Procedure procedure(Path folder) {
        Laws laws = Laws.load(new PackFolder(folder).texts());
        if (!laws.problems().isEmpty()) {
            throw new BadInput("the pack does not load\n"
                    + laws.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
        }
        if (laws.procedures().size() != 1) {
            throw new BadInput(folder + ": " + laws.procedures().size() + " procedures, an audit takes one: " + laws.codes());
        }
        return laws.procedures().getFirst();
    }

    private static @Nullable String known(@Nullable String rule, CaseAuditor auditor) {
        List<String> ids = auditor.rules().stream().map(CaseAuditor.Rule::id).sorted().toList();
        if (rule != null && !ids.contains(rule)) {
            throw new BadInput("no rule '" + rule + "' in the pack; it has " + String.join(", ", ids));
        }
        return rule;
    }
}
