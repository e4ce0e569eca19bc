package org.mingfa.bench.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingfa.bench.city.Bureau.Seat;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One case from filing to archive, read from walk.yaml, and what is filled in for each. */
public final class Walk {

    public static final String PROCEDURE = "penalty-ordinary";
    public static final String PARTY = "party-1";
    private static final Pattern PLACE = Pattern.compile("\\$(filed-\\d+|[a-z]+)");

    public static final List<Step> STEPS = read();

    private Walk() {}

    /** What a case fills into the forms. */
    public record Facts(String party, String uscc, String address, String representative, String violation, String lead) {}

    private static List<Step> read() {
        try (InputStream in = Objects.requireNonNull(Walk.class.getResourceAsStream("/walk.yaml"))) {
            List<Map<String, Object>> rows = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return rows.stream().map(Walk::step).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Step step(Map<String, Object> row) {
        return new Step((String) row.get("code"), Seat.valueOf((String) row.get("seat")), (int) row.get("after"),
                row.containsKey("officers"), row.containsKey("party"), (Map<String, Object>) row.get("form"));
    }

    /** The form of a step for a case filed on a day; whole numbers become {@code Long}, as acts have them. */
    public static Map<String, Object> form(Step step, Facts facts, LocalDate filed) {
        Map<String, Object> form = new LinkedHashMap<>();
        step.form().forEach((name, value) -> form.put(name, filled(value, facts, filed)));
        return form;
    }

    private static Object filled(Object value, Facts facts, LocalDate filed) {
        return switch (value) {
            case String text -> text.indexOf('$') < 0 ? text : filled(text, facts, filed);
            case Integer number -> number.longValue();
            case List<?> list -> list.stream().map(member -> filled(member, facts, filed)).toList();
            case Map<?, ?> map -> {
                Map<String, Object> copy = new LinkedHashMap<>();
                map.forEach((name, member) -> copy.put((String) name, filled(member, facts, filed)));
                yield copy;
            }
            default -> value;
        };
    }

    private static String filled(String text, Facts facts, LocalDate filed) {
        Matcher place = PLACE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (place.find()) {
            place.appendReplacement(out, Matcher.quoteReplacement(value(place.group(1), facts, filed)));
        }
        return place.appendTail(out).toString();
    }

    private static String value(String name, Facts facts, LocalDate filed) {
        return switch (name) {
            case "party" -> facts.party();
            case "uscc" -> facts.uscc();
            case "address" -> facts.address();
            case "representative" -> facts.representative();
            case "violation" -> facts.violation();
            case "lead" -> facts.lead();
            default -> filed.minusDays(Long.parseLong(name.substring("filed-".length()))).toString();
        };
    }
}
