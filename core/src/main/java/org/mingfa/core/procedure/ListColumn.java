package org.mingfa.core.procedure;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of a kind of list (清单的栏目). A cell is kept as text: a date as yyyy-MM-dd, yes and no as 是 and 否, money in
 * whole yuan, several choices and item codes joined with ；.
 *
 * @param name as conditions and the API name it
 * @param choices what a choice may be; empty for other types
 * @param meanings other words that files use for a choice, to the choice
 * @param aliases other headers under which files bring this column
 */
public record ListColumn(
        String name, String title, Type type, boolean required, boolean key, List<String> choices, Map<String, String> meanings,
        int max, String note, String example, List<String> aliases) {

    /** What a cell holds. */
    public enum Type {TEXT, LONG, DATE, YESNO, INTEGER, MONEY, CHOICE, CHOICES, CITATION, CONDITIONS, ITEMS;

        public boolean isMany() {
            return this == CHOICES || this == ITEMS;
        }
    }

    private static final String BETWEEN = "[；;、,，\\n]";

    /** The text as it is kept: trimmed, a choice by its own word. */
    public String normal(String text) {
        String t = text.strip();
        return switch (type) {
            case CHOICE -> meant(t);
            case CHOICES, ITEMS -> String.join("；", parts(t));
            case YESNO -> Map.of("Y", "是", "N", "否", "有", "是", "无", "否").getOrDefault(t, t);
            default -> t;
        };
    }

    private List<String> parts(String text) {
        return Arrays.stream(text.split(BETWEEN)).map(String::strip).filter(s -> !s.isEmpty()).map(this::meant).distinct().toList();
    }

    private String meant(String word) {
        return meanings.getOrDefault(word, word);
    }

    /** Why a text as kept is none for this column, in Chinese; null: it is one. */
    public @Nullable String fault(String text) {
        if (text.isEmpty()) {
            return required ? "必填" : null;
        }
        if (text.length() > max) {
            return "不超过 " + max + " 个字";
        }
        return switch (type) {
            case DATE -> isDate(text) ? null : "应为日期，如 2026-03-01";
            case YESNO -> text.equals("是") || text.equals("否") ? null : "应为 是 或者 否";
            case INTEGER, MONEY -> text.matches("\\d{1,15}") ? null : "应为整数";
            case CHOICE -> choices.contains(text) ? null : "应为 " + String.join("、", choices) + " 之一";
            case CHOICES -> choices.isEmpty() || choices.containsAll(parts(text)) ? null : "应选自 " + String.join("、", choices);
            case ITEMS -> parts(text).stream().allMatch(p -> p.matches("[0-9A-Za-z-]{2,40}")) ? null : "应为事项编码，几个之间用分号隔开";
            default -> null;
        };
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException notADate) {
            return false;
        }
    }

    /** What conditions of packs read of a text as kept; null where it is empty. */
    public @Nullable Object fact(String text) {
        if (text.isEmpty()) {
            return type.isMany() || type == Type.CONDITIONS ? List.of() : null;
        }
        return switch (type) {
            case YESNO -> text.equals("是");
            case INTEGER -> Long.parseLong(text);
            case MONEY -> Math.multiplyExact(Long.parseLong(text), 100L);
            case CHOICES, ITEMS -> parts(text);
            case CONDITIONS -> ListConditions.of(text).items();
            default -> text;
        };
    }

    /** The same as a property of a form's JSON Schema. */
    Map<String, Object> schema() {
        return switch (type) {
            case DATE -> Map.of("type", "string", "format", "date");
            case YESNO -> Map.of("type", "boolean");
            case INTEGER, MONEY -> Map.of("type", "integer");
            case CHOICES, ITEMS, CONDITIONS -> Map.of("type", "array", "items", Map.of("type", "string"));
            default -> Map.of("type", "string");
        };
    }
}
