package org.mingfa.core.discretion;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a table as docs/discretion.md describes it. */
final class TableReader {
    private static final String[] KEYS = {"code", "title", "field", "region", "level", "benchmark", "item", "cite", "violated", "family", "upper", "replaces",
        "in-force", "questions", "units", "statute", "rows", "weights", "rounding", "incomplete", "notes"};
    /** The question that rows answer which have a condition and nothing else. */
    static final String CONDITION = "适用情形";

    private final Given table;
    private final Map<String, Given> defaults;

    private TableReader(Given table, Map<String, Given> defaults) {
        this.table = table;
        this.defaults = defaults;
    }

    /** @param defaults fields of every table of the file, for those that it leaves out */
    static Table read(Given table, Map<String, Given> defaults) {
        table.only(KEYS);
        return new TableReader(table, defaults).read();
    }

    private Table read() {
        List<Row> statute = rows("statute");
        List<Row> rows = rows("rows");
        Given weights = table.get("weights");
        Given force = field("in-force");
        Map<String, String> units = new LinkedHashMap<>();
        table.fields("units").forEach((name, unit) -> units.put(name, unit.text()));
        String cite = text("cite");
        if (cite.isEmpty()) {
            throw table.fault("'cite' is missing: a benchmark is never the only basis of a penalty");
        }
        if (weights != null && !rows.isEmpty()) {
            throw weights.fault("a table has rows or weights, not both");
        }
        return new Table(table.need("code").text(), table.need("title").text(), text("field"), text("region"),
                level(rows.isEmpty() && weights == null), text("benchmark"), text("item"),
                cite, text("violated"), family(), text("upper"), force == null ? LocalDate.MIN : date(force.need("from")),
                force == null || force.get("to") == null ? null : date(force.need("to")), questions(statute, rows), units, statute, rows,
                weights == null ? null : WeightsReader.read(weights), rounding(), texts("replaces"), texts("incomplete"), texts("notes"), table.at());
    }

    private @Nullable Given field(String key) {
        Given own = table.get(key);
        return own != null ? own : defaults.get(key);
    }

    private String text(String key) {
        Given g = field(key);
        return g == null ? "" : g.text();
    }

    private List<String> texts(String key) {
        return table.list(key).stream().map(Given::text).toList();
    }

    private Level level(boolean statuteAlone) {
        Given g = field("level");
        if (g == null) {
            return statuteAlone ? Level.STATUTE : Level.COUNTY; // the level that may do least
        }
        try {
            return Level.valueOf(g.text().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw g.fault("level is one of statute, national, province, city, county");
        }
    }

    private String family() {
        Given g = field("family");
        return g == null ? "" : g.text();
    }

    private long rounding() {
        Given g = field("rounding");
        return g == null ? 100 : g.as(TableReader::sum);
    }

    static long sum(String text) {
        return AmountText.fen(text).filter(f -> f > 0).orElseThrow(() -> new IllegalArgumentException("not a sum such as 100元: '" + text + "'"));
    }

    private static LocalDate date(Given g) {
        try {
            return LocalDate.parse(g.text());
        } catch (DateTimeException e) {
            throw g.fault("not a date such as 2026-08-15: '" + g.text() + "'");
        }
    }

    private List<Row> rows(String key) {
        var rows = new ArrayList<Row>();
        var ids = new LinkedHashSet<String>();
        for (Given g : table.list(key)) {
            Row row = row(g);
            if (!row.id().isEmpty() && !ids.add(row.id())) {
                throw g.fault("two rows with the id " + row.id());
            }
            rows.add(row);
        }
        return rows;
    }

    private static Row row(Given g) {
        g.only("id", "grade", "condition", "when", "if", "do", "adds", "note");
        if ((g.get("do") == null) == (g.get("adds") == null)) {
            throw g.fault("a row has 'do' (what follows) or 'adds' (what comes on top), one of the two");
        }
        boolean adds = g.get("adds") != null;
        List<Sanction> sanctions = g.need(adds ? "adds" : "do").as(SanctionText::read);
        if (adds && sanctions.stream().anyMatch(s -> s.fine() != null)) {
            throw g.need("adds").fault("only measures come on top; write a fine as a branch of its own");
        }
        String condition = g.text("condition", "");
        var when = new LinkedHashMap<String, String>();
        g.fields("when").forEach((question, answer) -> when.put(question, answer.text()));
        Map<String, Guard> guards = guards(g);
        if (when.isEmpty() && guards.isEmpty() && !condition.isEmpty()) {
            when.put(CONDITION, condition);
        }
        return new Row(g.text("id", ""), g.text("grade", ""), condition, when, guards, sanctions, adds, g.text("note", ""));
    }

    static Map<String, Guard> guards(Given g) {
        var guards = new LinkedHashMap<String, Guard>();
        g.fields("if").forEach((quantity, condition) -> guards.put(quantity, condition.as(Guard::read)));
        return guards;
    }

    /** Those declared, and those that rows ask without being declared. */
    private Map<String, Question> questions(List<Row> statute, List<Row> rows) {
        var options = new LinkedHashMap<String, Set<String>>();
        for (List<Row> part : List.of(statute, rows)) {
            part.forEach(r -> r.when().forEach((q, a) -> options.computeIfAbsent(q, k -> new LinkedHashSet<>()).add(a)));
        }
        var questions = new LinkedHashMap<String, Question>();
        table.fields("questions").forEach((name, g) -> questions.put(name, declared(name, g, options.getOrDefault(name, Set.of()))));
        options.forEach((name, answers) -> questions.putIfAbsent(name, new Question(name, List.copyOf(answers), "")));
        return questions;
    }

    private static Question declared(String name, Given g, Set<String> used) {
        g.only("options", "otherwise");
        List<String> options = g.list("options").stream().map(Given::text).toList();
        String otherwise = g.text("otherwise", "");
        for (String answer : used) {
            if (!options.contains(answer)) {
                throw g.fault("a row answers '" + answer + "', which is no option of " + name);
            }
        }
        if (!otherwise.isEmpty() && !options.contains(otherwise)) {
            throw g.need("otherwise").fault("'" + otherwise + "' is no option of " + name);
        }
        return new Question(name, options, otherwise);
    }
}
