package org.mingfa.server.disclosure.masking;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the masking rules. */
record RuleFile(List<Rule> rules, Names names) {

    static RuleFile load() {
        try (InputStream in = RuleFile.class.getClassLoader().getResourceAsStream("disclosure/masking.yaml")) {
            Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            var rules = ((List<?>) yaml.get("rules")).stream().map(rule -> rule((Map<?, ?>) rule)).toList();
            var compound = ((List<?>) yaml.get("compound-surnames")).stream().map(Object::toString).toList();
            return new RuleFile(rules, new Names(compound, yaml.get("surnames").toString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Rule rule(Map<?, ?> spec) {
        var labels = spec.get("labels") instanceof List<?> list ? list.stream().map(Object::toString).toList() : List.<String>of();
        return new Rule(text(spec, "id"), text(spec, "title"), text(spec, "find"), text(spec, "check"), text(spec, "pattern"),
                labels, text(spec, "with"), Boolean.TRUE.equals(spec.get("leak")), text(spec, "cite"));
    }

    private static String text(Map<?, ?> spec, String key) {
        return Objects.toString(spec.get(key), "");
    }
}
