package org.mingfa.server.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A case of cases.yaml: which acts on which workday after its beginning; {@code assess} is put to the calculator where a form
 * keeps its answer, {@code guidance} retells it.
 *
 * @param name what a later case calls it by that is linked with it; its number is {@code $other} there
 * @param of the name of an earlier case
 * @param as how the party is written there, where not as it is registered
 */
record Script(
        String agency, String procedure, @Nullable String item, int party, String violation, long fine, int ago, List<Step> steps,
        Map<String, Object> overrides, Map<String, Object> assess, Map<String, Object> guidance, @Nullable String name, @Nullable String of,
        @Nullable String as) {

    /** An act so many workdays after the beginning. */
    record Step(String act, int after) {}

    static List<Script> all() {
        Map<String, Object> file = CityData.read("cases.yaml");
        Map<String, Object> ways = CityData.map(file.get("ways"));
        List<Script> out = new ArrayList<>();
        for (Map<String, Object> c : CityData.rows(file, "cases")) {
            out.add(new Script((String) c.get("agency"), (String) c.getOrDefault("procedure", "penalty-ordinary"),
                    (String) c.get("item"), (int) c.get("party"), (String) c.get("violation"), ((Integer) c.getOrDefault("fine", 0)) * 100L,
                    (int) c.get("ago"), steps(c, CityData.map(ways.get(c.get("way")))), CityData.map(c.get("form")), CityData.map(c.get("assess")), CityData.map(c.get("guidance")),
                    (String) c.get("name"), (String) c.get("of"), (String) c.get("as")));
        }
        return out;
    }

    private static List<Step> steps(Map<String, Object> c, Map<String, Object> way) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Map.Entry<String, Object> step : way.entrySet()) {
            all.put(step.getKey(), step.getValue());
            if (step.getKey().equals(c.get("upto"))) {
                break;
            }
        }
        all.putAll(CityData.map(c.get("also")));
        return all.entrySet().stream().map(e -> new Step(e.getKey().split(" ")[0], (int) e.getValue()))
                .sorted(java.util.Comparator.comparingInt(Step::after)).collect(Collectors.toList());
    }

    Optional<Map<String, Object>> override(String act) {
        return Optional.ofNullable(overrides.get(act)).map(CityData::map);
    }

}
