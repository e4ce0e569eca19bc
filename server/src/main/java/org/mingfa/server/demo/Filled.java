package org.mingfa.server.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingfa.core.calendar.WorkCalendar;

/** Fills the placeholders of forms.yaml. */
final class Filled {

    private static final Pattern PLACE = Pattern.compile("\\$([a-z]+)(?:([+-])(\\d+))?");

    private final Map<String, Object> values;
    private final WorkCalendar calendar;

    /** @param values of the placeholders; days are {@link LocalDate} */
    Filled(Map<String, Object> values, WorkCalendar calendar) {
        this.values = values;
        this.calendar = calendar;
    }

    Map<String, Object> form(Map<String, Object> template) {
        Map<String, Object> out = new LinkedHashMap<>();
        template.forEach((name, value) -> out.put(name, value(value)));
        return out;
    }

    private Object value(Object template) {
        return switch (template) {
            case Map<?, ?> m -> form(CityData.map(m));
            case List<?> l -> l.stream().map(this::value).toList();
            case String s -> text(s);
            case Integer n -> n.longValue();
            default -> template;
        };
    }

    private Object text(String template) {
        Matcher whole = PLACE.matcher(template);
        if (whole.matches()) {
            Object v = place(whole);
            return v instanceof LocalDate d ? d.toString() : v;
        }
        return whole.replaceAll(m -> Matcher.quoteReplacement(String.valueOf(place(m))));
    }

    private Object place(java.util.regex.MatchResult m) {
        Object v = values.get(m.group(1));
        if (v == null) {
            throw new IllegalStateException("forms.yaml: nothing for $" + m.group(1));
        }
        if (v instanceof LocalDate d && m.group(3) != null) {
            int n = Integer.parseInt(m.group(3));
            return m.group(2).equals("+") ? calendar.plusWorkdays(d, n) : d.minusDays(n);
        }
        return v;
    }
}
