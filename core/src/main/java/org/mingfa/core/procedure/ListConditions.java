package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The conditions of a row (适用条件), taken apart as they are numbered: （1）…（2）…, otherwise line by line.
 *
 * @param head what stands before the first number, empty where nothing does
 * @param any whether the head says that one of them is enough (之一); otherwise all are needed
 */
public record ListConditions(String head, List<String> items, boolean any) {

    private static final Pattern NUMBER = Pattern.compile("[（(]\\s*(?:\\d{1,2}|[一二三四五六七八九十]{1,3})\\s*[)）]");

    public static ListConditions of(String text) {
        Matcher m = NUMBER.matcher(text);
        if (!m.find()) {
            return new ListConditions("", text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList(), false);
        }
        String head = text.substring(0, m.start()).strip();
        List<String> items = new ArrayList<>();
        int from = m.end();
        while (m.find()) {
            add(items, text.substring(from, m.start()));
            from = m.end();
        }
        add(items, text.substring(from));
        return new ListConditions(head, List.copyOf(items), head.contains("之一"));
    }

    private static void add(List<String> items, String text) {
        String item = text.strip().replaceAll("[；;。]$", "");
        if (!item.isEmpty()) {
            items.add(item);
        }
    }
}
