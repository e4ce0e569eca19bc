package org.mingfa.server.cases;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mingfa.core.calendar.WorkCalendar;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The walks of walks.yaml; what a step does not say comes from the fixtures of the packs' own examples. */
record Walks(Map<String, List<Step>> all) {

    private static final Path LAW = Path.of("..", "law", "national");

    /** An act on a day after the start; on: the object it names, "" for the newest. */
    record Step(int day, String act, Map<String, Object> form, String on) {

        Map<String, Object> input(Days days, List<String> officers) {
            Map<String, Object> filled = new LinkedHashMap<>();
            form.forEach((field, value) -> filled.put(field, days.filled(value)));
            Map<String, Object> input = Bureau.act(act, days.workday(day), officers, filled);
            if (days.workday(day).isBefore(Bureau.TODAY)) {
                input.put("mode", "LATE");
                input.put("reason", "按纸质案卷补录");
            }
            return input;
        }
    }

    /** Day numbers as dates, and the person in charge where a form names one. */
    record Days(LocalDate start, WorkCalendar calendar, String officer) {

        LocalDate workday(int day) {
            LocalDate d = start.plusDays(day);
            while (!calendar.isWorkday(d) || d.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
                d = d.plusDays(1);
            }
            return d;
        }

        Object filled(Object value) {
            if (!(value instanceof String text) || !text.startsWith("@")) {
                return "$officer".equals(value) ? officer : value;
            }
            int time = text.indexOf('T');
            return time < 0 ? start.plusDays(Integer.parseInt(text.substring(1))).toString()
                    : workday(Integer.parseInt(text.substring(1, time))) + text.substring(time);
        }
    }

    static Walks read() {
        try (InputStream in = Walks.class.getResourceAsStream("/walks.yaml")) {
            Map<String, List<List<?>>> yaml = yaml().load(in);
            Map<String, List<Step>> walks = new LinkedHashMap<>();
            for (String code : yaml.keySet()) {
                Map<String, Object> fixtures = fixtures(code);
                walks.put(code, yaml.get(code).stream().map(s -> step(s, fixtures)).toList());
            }
            return new Walks(walks);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Set<String> procedures() {
        return all.keySet();
    }

    List<Step> of(String code) {
        return all.get(code);
    }

    private static Step step(List<?> line, Map<String, Object> fixtures) {
        String act = (String) line.get(1);
        Map<String, Object> form = new LinkedHashMap<>(map(map(fixtures.get(act)).get("form")));
        Map<String, Object> own = map(line.size() > 2 ? line.get(2) : null);
        String on = String.valueOf(own.getOrDefault("about", ""));
        own.remove("about");
        form.putAll(own);
        form.values().removeIf(java.util.Objects::isNull);
        form.replaceAll((field, value) -> withoutIds(value));
        return new Step((Integer) line.getFirst(), act, form, on);
    }

    /** Examples name their objects; the server gives them their ids. */
    private static Object withoutIds(Object value) {
        if (!(value instanceof List<?> rows)) {
            return value;
        }
        List<Object> out = new ArrayList<>();
        for (Object row : rows) {
            Map<String, Object> fields = map(row);
            fields.remove("id");
            out.add(row instanceof Map ? fields : row);
        }
        return out;
    }

    private static Map<String, Object> fixtures(String code) throws IOException {
        Map<String, Object> out = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(LAW)) {
            for (Path file : files.filter(f -> f.startsWith(LAW.resolve(code)) || f.startsWith(LAW.resolve("general"))).filter(Files::isRegularFile).sorted().toList()) {
                String text = Files.readString(file);
                if (text.contains("\nexamples-of: " + code + "\n") || text.startsWith("examples-of: " + code + "\n")) {
                    map(map(yaml().load(text)).get("fixtures")).forEach(out::putIfAbsent);
                }
            }
        }
        return out;
    }

    private static Map<String, Object> map(Object value) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> m) {
            m.forEach((k, v) -> out.put(String.valueOf(k), v));
        }
        return out;
    }

    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }
}
