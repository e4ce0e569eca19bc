package org.mingfa.server.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.mingfa.core.calendar.WorkCalendar;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Puts announced years into the bundled table. Dates stay the texts they are: {@code 02-16..19} is no number. */
final class CalendarText {

    private static final class TextOnly extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
        }
    }

    private CalendarText() {}

    /** The years of the bundled table, each in its own shape: name to {statutory, off, work}. */
    static Map<Integer, Map<String, Object>> years(String base) {
        Map<Integer, Map<String, Object>> out = new TreeMap<>();
        Map<?, ?> table = yaml().load(base);
        ((Map<?, ?>) table.get("years")).forEach((year, holidays) -> out.put(Integer.valueOf(year.toString()), named((Map<?, ?>) holidays)));
        return out;
    }

    private static Map<String, Object> named(Map<?, ?> holidays) {
        Map<String, Object> out = new LinkedHashMap<>();
        holidays.forEach((name, days) -> out.put(name.toString(), days));
        return out;
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        DumperOptions style = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(style), style, options, new TextOnly());
    }

    /** @throws IllegalArgumentException naming what cannot be read in an announced year */
    static WorkCalendar with(String base, Map<Integer, Map<String, Object>> announced) {
        Yaml yaml = yaml();
        Map<String, Object> table = yaml.load(base);
        Map<Object, Object> years = new LinkedHashMap<>((Map<?, ?>) table.get("years"));
        announced.forEach((year, holidays) -> years.put(year.toString(), holidays));
        table.put("years", years);
        return WorkCalendar.parse(yaml.dump(table), "announced calendar");
    }
}
