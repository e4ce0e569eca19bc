package org.mingfa.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.calendar.WorkCalendar;

/** A tiny pack for one paragraph of docs/procedure-semantics.md, and a case under it. Acts without a form, citation x. */
final class MiniPack {

    private static final WorkCalendar CALENDAR = LawFolder.calendar();

    private final Procedure procedure;
    CaseFile file;
    private long seq;

    private MiniPack(Procedure procedure) {
        this.procedure = procedure;
        this.file = CaseFile.start(procedure, new CaseInfo("1", "a1", "", "", Map.of()), CALENDAR);
    }

    /** @param body the sections after the header, {@code acts:} among them; an act {@code end} that ends the case is added */
    static MiniPack of(String body) {
        Laws laws = load(body);
        assertThat(laws.problems()).isEmpty();
        return new MiniPack(laws.procedure("mini", "", "", LocalDate.parse("2026-01-01")));
    }

    static List<String> problems(String body) {
        return load(body).problems().stream().map(PackProblem::toString).collect(Collectors.toList());
    }

    private static Laws load(String body) {
        String text = """
                procedure: mini
                title: 小案
                version: "1"
                in-force: {from: 2021-07-15}
                """ + (body.contains("stages:") ? "" : "stages: []\n") + body + "\n  end: {title: 结案, cite: x, final: true}\n";
        return Laws.load(Map.of("mini/procedure.yaml", text));
    }

    MiniPack done(String line) {
        Line l = line(line);
        assertThat(file.examine(l.act, Registry.EMPTY).open()).as(line + ": " + rules(line)).isTrue();
        return record(line, Mode.NOW);
    }

    MiniPack record(String line, Mode mode) {
        Line l = line(line);
        file = file.with(new Entry(++seq, l.act, Registry.EMPTY, Instant.EPOCH, mode, null));
        return this;
    }

    MiniPack correct(long wrong, String line) {
        file = file.with(new Entry(++seq, line(line).act, Registry.EMPTY, Instant.EPOCH, Mode.NOW, wrong));
        return this;
    }

    boolean open(String line) {
        return file.examine(line(line).act, Registry.EMPTY).open();
    }

    /** Rule ids of the findings of an act. */
    List<String> rules(String line) {
        return file.examine(line(line).act, Registry.EMPTY).findings().stream().map(Finding::rule).toList();
    }

    List<String> due(String act, String asOf) {
        return file.duties(LocalDate.parse(asOf)).stream()
                .filter(d -> d.act().equals(act) && d.status() == Terms.Status.OPEN)
                .map(d -> d.stopped() ? "stopped" : String.valueOf(d.due()))
                .toList();
    }

    List<String> findings(String asOf) {
        return file.findings(LocalDate.parse(asOf)).stream().map(f -> f.rule() + " " + f.kind()).toList();
    }

    List<String> byLaw(String asOf) {
        return file.byLaw(LocalDate.parse(asOf)).stream().map(b -> b.act() + " " + b.at()).toList();
    }

    private record Line(Act act) {}

    private static Line line(String text) {
        Map<String, String> on = new LinkedHashMap<>();
        Map<String, Object> form = new HashMap<>();
        Moment at = null;
        String[] words = text.split(" +");
        for (String w : words) {
            if (w.matches("\\d{4}-.*")) {
                at = Moment.parse(w);
            } else if (w.contains(":=")) {
                String[] kv = w.split(":=");
                form.put(kv[0], value(kv[1]));
            } else if (w.contains("=")) {
                on.put(w.split("=")[0], w.split("=")[1]);
            }
        }
        return new Line(new Act(words[0], at, on, "", List.of(), List.of(), form));
    }

    private static Object value(String text) {
        if (text.startsWith("[")) {
            return List.of(text.substring(1, text.length() - 1).split(",")).stream()
                    .map(id -> Map.of("id", (Object) id, "name", id))
                    .toList();
        }
        return text.matches("-?\\d+") ? (Object) Long.parseLong(text) : text.matches("true|false") ? (Object) Boolean.valueOf(text) : text;
    }
}
