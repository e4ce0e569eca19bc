package org.mingfa.server.jurist.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingfa.core.calendar.Period;
import org.mingfa.core.procedure.Parameter;

/** The values of parameters in Chinese. */
public final class Values {

    /** 计算基数（fine 罚款数额，unpaid 逐日未缴数额）: what the values of a text parameter mean, told in its title. */
    private static final Pattern MEANINGS = Pattern.compile("（([A-Za-z-]+ [^（）]*)）");

    private Values() {}

    /** The title without the list of what its values mean. */
    public static String title(Parameter p) {
        return MEANINGS.matcher(p.title()).replaceAll("");
    }

    public static String words(Parameter p) {
        return switch (p.value()) {
            case Period period -> Numerals.span(period.n(), period.unit());
            case Boolean yes -> yes ? "是" : "否";
            case Long n when p.type().equals("money") -> Numerals.money(n);
            case String text -> text(p, text);
            default -> p.value().toString();
        };
    }

    private static String text(Parameter p, String value) {
        return switch (p.type()) {
            case "ratio" -> Numerals.percent(value);
            case "date-of-year" -> Integer.parseInt(value.substring(0, 2)) + "月" + Integer.parseInt(value.substring(3)) + "日";
            default -> value.contains("|") ? value.replace("|", "、") : meaning(p, value);
        };
    }

    private static String meaning(Parameter p, String value) {
        Matcher list = MEANINGS.matcher(p.title());
        while (list.find()) {
            for (String one : list.group(1).split("[，、；]")) {
                if (one.strip().startsWith(value + " ")) {
                    return one.strip().substring(value.length() + 1);
                }
            }
        }
        return value;
    }
}
