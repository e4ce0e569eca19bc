package org.mingfa.core.calendar;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads law/calendar/holidays.yaml; what it cannot read is an error that names file, line and reason. */
final class HolidayFile {
    private static final Pattern RANGE = Pattern.compile("(\\d\\d)-(\\d\\d)(?:\\.\\.(?:(\\d\\d)-)?(\\d\\d))?");
    private static final Set<String> KEYS = Set.of("calendar", "cite", "counting", "fixed", "years");
    private static final Set<String> HOLIDAY_KEYS = Set.of("statutory", "off", "work");
    private static final Set<String> COUNTING_KEYS = Set.of("start", "workdays", "months", "roll", "hours");
    private static final int ANY_LEAP_YEAR = 2024;

    private final String file;
    private final TreeSet<Integer> years = new TreeSet<>();
    private final TreeMap<LocalDate, HolidayTable.Day> days = new TreeMap<>();
    private final Map<MonthDay, String> fixed = new TreeMap<>();

    private CountingRules counting = new CountingRules("", "", "", "", "");

    private HolidayFile(String file) {
        this.file = file;
    }

    static HolidayTable read(String yaml, String file) {
        var reader = new HolidayFile(file);
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            if (root == null) {
                throw new IllegalArgumentException(file + ":1: the calendar is empty");
            }
            reader.root(root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new IllegalArgumentException(file + ":" + line + ": not YAML: " + e.getProblem(), e);
        }
        return new HolidayTable(reader.years, reader.days, new HolidayTable.Fixed(reader.fixed), reader.counting);
    }

    private void root(Node root) {
        Map<String, Node> top = mapping(root, "the calendar", KEYS);
        if (top.get("fixed") instanceof Node node) {
            mapping(node, "fixed", null).forEach((name, dates) ->
                    dates(dates, ANY_LEAP_YEAR).forEach(day -> fixed.put(MonthDay.from(day), name)));
        }
        if (top.get("counting") instanceof Node node) {
            Map<String, Node> rules = mapping(node, "counting", COUNTING_KEYS);
            counting = new CountingRules(text(rules, "start"), text(rules, "workdays"), text(rules, "months"), text(rules, "roll"), text(rules, "hours"));
        }
        Node yearsNode = top.get("years");
        if (yearsNode == null) {
            throw error(root, "the calendar has no years");
        }
        mapping(yearsNode, "years", null).forEach((key, node) -> year(key, node));
        if (years.isEmpty()) {
            throw error(yearsNode, "the calendar has no years");
        }
    }

    private static String text(Map<String, Node> of, String key) {
        return of.get(key) instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private void year(String key, Node node) {
        if (!key.matches("(19|20|21)\\d\\d")) {
            throw error(node, "not a year: '" + key + "'");
        }
        int year = Integer.parseInt(key);
        years.add(year);
        mapping(node, key, null).forEach((name, holiday) -> holiday(year, name, holiday));
    }

    private void holiday(int year, String name, Node node) {
        Map<String, Node> parts = mapping(node, name, HOLIDAY_KEYS);
        Node statutory = parts.get("statutory");
        Set<LocalDate> named = statutory == null ? Set.of() : new TreeSet<>(dates(statutory, year));
        Set<LocalDate> off = new TreeSet<>(named);
        if (parts.get("off") instanceof Node list) {
            off.addAll(dates(list, year));
        }
        off.forEach(day -> put(node, day, new HolidayTable.Day(name, false, named.contains(day))));
        if (parts.get("work") instanceof Node list) {
            for (LocalDate day : dates(list, year)) {
                if (day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue()) {
                    throw error(list, day + " is a weekday anyway, not a make-up workday");
                }
                put(list, day, new HolidayTable.Day(name, true, false));
            }
        }
    }

    private void put(Node node, LocalDate day, HolidayTable.Day value) {
        HolidayTable.Day held = days.get(day);
        if (held != null && held.work() != value.work()) {
            throw error(node, day + " is both a day off (" + (held.work() ? value : held).name() + ") and a make-up workday");
        }
        // 国庆节 and 中秋节 may share a day: the statutory name stands
        if (held == null || value.statutory() && !held.statutory()) {
            days.put(day, value);
        }
    }

    private List<LocalDate> dates(Node node, int year) {
        if (!(node instanceof SequenceNode list)) {
            throw error(node, "expected a list of dates such as [02-16..19, 05-01]");
        }
        var found = new ArrayList<LocalDate>();
        for (Node item : list.getValue()) {
            range(item, year, found);
        }
        return found;
    }

    private void range(Node item, int year, List<LocalDate> into) {
        String text = item instanceof ScalarNode scalar ? scalar.getValue() : "";
        Matcher m = RANGE.matcher(text);
        if (!m.matches()) {
            throw error(item, "not a date or range: '" + text + "'; write 05-01, 02-16..19 or 01-28..02-04");
        }
        try {
            int month = Integer.parseInt(m.group(1));
            LocalDate from = LocalDate.of(year, month, Integer.parseInt(m.group(2)));
            LocalDate to = m.group(4) == null ? from : LocalDate.of(
                    year, m.group(3) == null ? month : Integer.parseInt(m.group(3)), Integer.parseInt(m.group(4)));
            if (to.isBefore(from)) {
                throw error(item, "the range '" + text + "' ends before it begins");
            }
            from.datesUntil(to.plusDays(1)).forEach(into::add);
        } catch (DateTimeException e) {
            throw error(item, "no such day in " + year + ": '" + text + "'");
        }
    }

    private Map<String, Node> mapping(Node node, String what, @org.jspecify.annotations.Nullable Set<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw error(node, what + ": expected names with values");
        }
        var found = new LinkedHashMap<String, Node>();
        mapping.getValue().forEach(pair -> {
            String key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (key.isEmpty() || known != null && !known.contains(key)) {
                throw error(pair.getKeyNode(), what + ": unknown key '" + key + "'" + (known == null ? "" : "; known are "
                        + String.join(", ", new TreeSet<>(known))));
            }
            if (found.put(key, pair.getValueNode()) != null) {
                throw error(pair.getKeyNode(), what + ": '" + key + "' stands twice");
            }
        });
        return found;
    }

    private IllegalArgumentException error(Node node, String reason) {
        return new IllegalArgumentException(file + ":" + (node.getStartMark().getLine() + 1) + ": " + reason);
    }
}
