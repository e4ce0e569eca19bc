package org.mingfa.cli.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * The rules R0 to R6 written out by hand over the lines of the file: no engine, no pack, no XML parser. Reads only logs
 * that have one tag a line.
 */
final class RoadTrafficOracle {
    final Map<String, Long> rules = new HashMap<>();
    long cases;
    long events;
    long withFindings;

    private record Event(String name, LocalDate day) {}

    static RoadTrafficOracle read(Path gz) throws IOException {
        var oracle = new RoadTrafficOracle();
        Set.of("R0", "R1", "R2", "R3a", "R3b", "R4", "R5", "R6").forEach(rule -> oracle.rules.put(rule, 0L));
        try (var in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(gz), 1 << 16), StandardCharsets.UTF_8))) {
            List<Event> events = new ArrayList<>();
            String name = "";
            LocalDate day = LocalDate.MIN;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String tag = line.strip();
                if (tag.startsWith("<trace>")) {
                    events.clear();
                } else if (tag.startsWith("<string key=\"concept:name\"")) {
                    name = value(tag);
                } else if (tag.startsWith("<date key=\"time:timestamp\"")) {
                    day = LocalDate.parse(value(tag).substring(0, 10));
                } else if (tag.startsWith("</event>")) {
                    events.add(new Event(name, day));
                } else if (tag.startsWith("</trace>")) {
                    oracle.count(events);
                }
            }
        }
        return oracle;
    }

    private static String value(String tag) {
        int from = tag.indexOf("value=\"") + 7;
        return tag.substring(from, tag.indexOf('"', from));
    }

    private void count(List<Event> trace) {
        cases++;
        events += trace.size();
        Set<String> broken = new TreeSet<>();
        for (int i = 0; i < trace.size(); i++) {
            judge(trace, i, broken);
        }
        withFindings += broken.isEmpty() ? 0 : 1;
        broken.forEach(rule -> rules.merge(rule, 1L, Long::sum));
    }

    private static void judge(List<Event> trace, int i, Set<String> broken) {
        String name = trace.get(i).name();
        LocalDate day = trace.get(i).day();
        Long sinceCreated = since(trace, i, "Create Fine", day);
        Long sinceNotified = since(trace, i, "Insert Fine Notification", day);
        check(name.equals("Create Fine") || sinceCreated != null, "R0", broken);
        switch (name) {
            case "Insert Fine Notification" -> check(since(trace, i, "Send Fine", day) != null, "R1", broken);
            case "Add penalty" -> check(sinceNotified != null && sinceNotified >= 60, "R2", broken);
            case "Insert Date Appeal to Prefecture" -> {
                check(sinceNotified != null, "R3a", broken);
                check(sinceNotified == null || sinceNotified <= 60, "R3b", broken);
            }
            case "Receive Result Appeal from Prefecture" -> check(trace.subList(i + 1, trace.size()).stream()
                    .anyMatch(later -> later.name().equals("Notify Result Appeal to Offender")), "R4", broken);
            case "Send for Credit Collection" -> check(since(trace, i, "Add penalty", day) != null, "R5", broken);
            case "Send Fine" -> check(sinceCreated == null || sinceCreated <= 90, "R6", broken);
            default -> { }
        }
    }

    /** Days since the latest such event before the i-th; null where there is none. */
    private static Long since(List<Event> trace, int i, String name, LocalDate day) {
        for (int j = i - 1; j >= 0; j--) {
            if (trace.get(j).name().equals(name)) {
                return ChronoUnit.DAYS.between(trace.get(j).day(), day);
            }
        }
        return null;
    }

    private static void check(boolean holds, String rule, Set<String> broken) {
        if (!holds) {
            broken.add(rule);
        }
    }
}
