package org.mingfa.server.disclosure.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A rule of {@code disclosure/checks.yaml}: exactly one of {@code must}, {@code mustNot} and {@code fact}.
 *
 * @param must a pattern that the public text must contain; {@code mustNot} one that it may not
 * @param fact outside, spread, ungrounded or multiple
 * @param quantity of the kept assessment, in 元, that the fine is held against where the fact is multiple
 * @param field of the decision's form that is asked where the fact is ungrounded, with the value and the beginning of the grounds it needs
 */
record CheckRule(
        String id, String title, String severity, @Nullable Pattern must, @Nullable Pattern mustNot, String fact, String field, String value, String grounds, String quantity, String cite,
        String mend) {

    static List<CheckRule> load() {
        try (InputStream in = CheckRule.class.getClassLoader().getResourceAsStream("disclosure/checks.yaml")) {
            Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return ((List<?>) yaml.get("rules")).stream().map(r -> rule((Map<?, ?>) r)).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CheckRule rule(Map<?, ?> r) {
        CheckRule rule = new CheckRule(text(r, "id"), text(r, "title"), text(r, "severity"), pattern(r, "must"), pattern(r, "must-not"), text(r, "fact"), text(r, "field"),
                text(r, "value"), text(r, "grounds"), text(r, "quantity"), text(r, "cite"), text(r, "mend"));
        int said = (rule.must == null ? 0 : 1) + (rule.mustNot == null ? 0 : 1) + (rule.fact.isEmpty() ? 0 : 1);
        if (said != 1 || rule.cite.isEmpty() || rule.mend.isEmpty() || !List.of("", "outside", "spread", "ungrounded", "multiple").contains(rule.fact)
                || rule.fact.equals("multiple") == rule.quantity.isEmpty()) {
            throw new IllegalStateException("checks.yaml: " + rule.id + " needs cite, mend, and one of must, must-not and a known fact");
        }
        return rule;
    }

    private static @Nullable Pattern pattern(Map<?, ?> r, String key) {
        return r.get(key) == null ? null : Pattern.compile(text(r, key));
    }

    private static String text(Map<?, ?> r, String key) {
        return Objects.toString(r.get(key), "");
    }
}
