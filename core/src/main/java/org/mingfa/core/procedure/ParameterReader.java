package org.mingfa.core.procedure;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Period;

/** Reads parameters and keeps a lower layer within what the upper one fixes. */
final class ParameterReader {

    private static final List<String> TYPES = List.of("period", "money", "int", "bool", "text", "date-of-year", "ratio");

    private ParameterReader() {}

    static Parameter read(String name, Doc d, String layer) {
        d.only("title", "value", "type", "cite", "protects", "stricter", "yields-to", "merge", "verified", "note", "ref");
        if (!name.matches("[a-z][A-Za-z0-9]*")) {
            throw d.fault("a parameter is named in camelCase, not '" + name + "'");
        }
        String type = d.text("type", "period");
        if (!TYPES.contains(type)) {
            throw d.fault("unknown parameter type '" + type + "'; known: " + String.join(", ", TYPES));
        }
        String cite = d.text("cite");
        if (cite == null) {
            throw d.fault("parameter '" + name + "' has no cite: a value of the law says where it comes from");
        }
        oneOf(d, "protects", "party", "agency", "public");
        oneOf(d, "stricter", "shorter", "longer", "lower", "higher");
        oneOf(d, "merge", "field-first", "region-first", "strictest");
        return new Parameter(
                name, d.text("title", name), type, value(d.need("value"), type), cite, d.text("protects"),
                d.text("stricter"), d.has("yields-to"), d.text("merge"), d.flag("verified", true), d.text("note", ""), layer,
                d.file(), d.line());
    }

    private static void oneOf(Doc d, String key, String... known) {
        String value = d.text(key);
        if (value != null && !List.of(known).contains(value)) {
            throw d.fault(key + " is one of " + String.join(", ", known) + ", not '" + value + "'");
        }
    }

    private static Object value(Doc d, String type) {
        String text = d.text();
        try {
            return switch (type) {
                case "period" -> Period.parse(text);
                case "money", "int" -> Long.parseLong(text.replace("_", ""));
                case "bool" -> d.flag();
                case "ratio" -> new BigDecimal(text).toPlainString();
                case "date-of-year" -> dayOfYear(d, text);
                default -> text;
            };
        } catch (IllegalArgumentException e) {
            throw d.fault("not a " + type + ": '" + text + "'");
        }
    }

    private static String dayOfYear(Doc d, String text) {
        if (!text.matches("(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])")) {
            throw d.fault("a day of the year is written 01-31, not '" + text + "'");
        }
        return text;
    }

    /** What a layer sets in place of the value above; refused where it loosens what is fixed there. */
    static Parameter refine(Parameter above, Doc d, String layer) {
        d.only("value", "cite", "verified", "note", "title", "ref");
        Object value = value(d.need("value"), above.type());
        String cite = d.text("cite");
        if (cite == null) {
            throw d.fault("parameter '" + above.name() + "' is set without a cite");
        }
        if (!above.yields() && !value.equals(above.value())) {
            if (above.stricter() == null) {
                throw d.fault("parameter '" + above.name() + "' is fixed by " + above.cite() + "; no lower layer may change it");
            }
            Integer stricter = compare(above, value);
            if (stricter == null || stricter < 0) {
                throw d.fault("parameter '" + above.name() + "' = " + d.need("value").text() + " loosens " + above.value()
                        + " of " + above.cite() + " (stricter is " + above.stricter() + ")");
            }
        }
        return new Parameter(
                above.name(), d.text("title", above.title()), above.type(), value, cite, above.protects(), above.stricter(),
                above.yields(), above.merge(), d.flag("verified", true), d.text("note", ""), layer, d.file(), d.line());
    }

    /** Positive where the value is stricter than the one above, negative where looser, null where they cannot be compared. */
    private static @Nullable Integer compare(Parameter above, Object value) {
        int order;
        if (above.value() instanceof Period a && value instanceof Period b) {
            if (a.unit() != b.unit()) {
                return null;
            }
            order = Integer.compare(b.n(), a.n());
        } else if (above.value() instanceof Long a && value instanceof Long b) {
            order = Long.compare(b, a);
        } else if (above.type().equals("ratio")) {
            order = new BigDecimal((String) value).compareTo(new BigDecimal((String) above.value()));
        } else {
            return null;
        }
        return "longer".equals(above.stricter()) || "higher".equals(above.stricter()) ? order : -order;
    }

    /** Which value stands where a field's layer and a region's layer both set one; the region's comes later. */
    static Parameter merge(Parameter field, Parameter region, Doc d) {
        if (field.value().equals(region.value())) {
            return region;
        }
        return switch (String.valueOf(field.merge())) {
            case "field-first" -> field;
            case "region-first" -> region;
            case "strictest" -> {
                Integer order = compare(field, region.value());
                if (order == null) {
                    throw d.fault("parameter '" + field.name() + "': cannot tell which of " + field.value() + " and " + region.value() + " is stricter");
                }
                yield order >= 0 ? region : field;
            }
            default -> throw d.fault("parameter '" + field.name() + "' is set by " + field.layer() + " (" + field.value() + ") and "
                    + region.layer() + " (" + region.value() + "); say in its declaration which wins (merge)");
        };
    }
}
