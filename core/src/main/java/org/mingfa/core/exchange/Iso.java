package org.mingfa.core.exchange;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingfa.core.calendar.Period;
import org.mingfa.core.calendar.Unit;
import org.mingfa.core.procedure.Relation;

/** Lengths of time as ISO 8601 has them: hours, natural days, months, years; it has no workdays. */
public final class Iso {

    private static final Pattern FORM = Pattern.compile("P(?:(\\d{1,6})([DMY])|T(\\d{1,6})H)");

    private Iso() {}

    /** Empty for workdays and for a time that a form names. */
    public static Optional<String> of(Relation.Span span) {
        if (span.field() != null) {
            return Optional.empty();
        }
        return switch (span.unit()) {
            case WD -> Optional.empty();
            case H -> Optional.of("PT" + span.n() + "H");
            case ND -> Optional.of("P" + span.n() + "D");
            case M -> Optional.of("P" + span.n() + "M");
            case Y -> Optional.of("P" + span.n() + "Y");
        };
    }

    /** @throws IllegalArgumentException for anything but one of the forms that {@link #of} writes */
    public static Period parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("时间应为 ISO 8601 的时、日、月或者年，如 P7D、PT24H：“" + text + "”");
        }
        return m.group(3) != null ? new Period(Integer.parseInt(m.group(3)), Unit.H)
                : new Period(Integer.parseInt(m.group(1)), switch (m.group(2)) {
                    case "D" -> Unit.ND;
                    case "M" -> Unit.M;
                    default -> Unit.Y;
                });
    }
}
