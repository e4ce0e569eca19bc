package org.mingfa.server.document.render;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.mingfa.server.document.MoneyWords;

/** What a template may call: {@code yuan(分)}, {@code words(分)}, {@code day(iso)}, {@code moment(iso)}. */
final class TemplateFunctions {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日HH时mm分");

    private TemplateFunctions() {}

    static Map<String, TemplateMethodModelEx> all() {
        return Map.of(
                "yuan", arguments -> MoneyWords.figures(number(arguments)),
                "words", arguments -> MoneyWords.of(number(arguments)),
                "day", arguments -> day(string(arguments)),
                "moment", arguments -> moment(string(arguments)));
    }

    /** A date-time loses its time; text that is no date stays as it is. */
    static String day(String iso) {
        try {
            return LocalDate.parse(iso.length() > 10 && iso.charAt(10) == 'T' ? iso.substring(0, 10) : iso).format(DAY);
        } catch (DateTimeParseException e) {
            return iso;
        }
    }

    static String moment(String iso) {
        try {
            return iso.contains("T") ? LocalDateTime.parse(iso).format(MOMENT) : day(iso);
        } catch (DateTimeParseException e) {
            return iso;
        }
    }

    private static long number(List<?> arguments) throws TemplateModelException {
        if (arguments.size() == 1 && arguments.getFirst() instanceof TemplateNumberModel number) return number.getAsNumber().longValue();
        throw new TemplateModelException("金额须是以分计的整数");
    }

    private static String string(List<?> arguments) throws TemplateModelException {
        if (arguments.size() == 1 && arguments.getFirst() instanceof TemplateScalarModel text) return text.getAsString();
        throw new TemplateModelException("须是文字");
    }
}
