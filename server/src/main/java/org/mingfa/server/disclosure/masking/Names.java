package org.mingfa.server.disclosure.masking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Chinese names: which surname, what stands for a person (张某, several 张某甲, 张某乙), where names are in a text. */
final class Names {
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private final List<String> compound;
    private final String surnames;

    Names(List<String> compound, String surnames) {
        this.compound = compound;
        this.surnames = surnames;
    }

    /** People to what they are called in public: 张某, and 张某甲, 张某乙 where two share a surname. */
    Map<String, String> called(List<String> people) {
        var bySurname = new LinkedHashMap<String, List<String>>();
        for (String name : people) {
            var same = bySurname.computeIfAbsent(surname(name), s -> new ArrayList<>());
            if (!same.contains(name)) same.add(name);
        }
        var called = new LinkedHashMap<String, String>();
        bySurname.forEach((surname, same) -> {
            for (int i = 0; i < same.size(); i++) {
                String stem = same.size() == 1 ? "" : i < STEMS.length() ? STEMS.substring(i, i + 1) : Integer.toString(i + 1);
                called.put(same.get(i), surname + "某" + stem);
            }
        });
        return called;
    }

    String surname(String name) {
        return compound.stream().filter(name::startsWith).findFirst().orElseGet(() -> name.substring(0, name.offsetByCodePoints(0, 1)));
    }

    /** A name as it may be written: blanks and dots between its characters. */
    static Pattern pattern(String name) {
        var pattern = new StringBuilder();
        View.of(name).text().codePoints().filter(c -> c != ' ').forEach(c -> {
            if (!pattern.isEmpty()) pattern.append("[ ·•.\\n]{0,2}");
            pattern.append(Pattern.quote(Character.toString(c)));
        });
        return Pattern.compile(pattern.toString());
    }

    /** Names at the head of free text such as 李四（店员）、王五; none where a part does not look like a name. */
    List<String> in(String text) {
        var names = new ArrayList<String>();
        for (String part : text.split("[、，,；;\\n/]")) {
            String head = part.strip().split("[（(：:\\s]", 2)[0].strip();
            if (looksLikeName(head)) names.add(head);
        }
        return names;
    }

    boolean looksLikeName(String text) {
        int length = text.codePointCount(0, text.length());
        boolean chinese = text.codePoints().allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN || c == '·');
        boolean surname = compound.stream().anyMatch(text::startsWith) || !text.isEmpty() && surnames.indexOf(text.charAt(0)) >= 0;
        return chinese && (text.contains("·") ? length <= 20 : surname && length >= 2 && length <= 4);
    }

    /** The pattern of a label with a name after it; the name is group 1. Two given characters at most, and no word goes on. */
    Pattern labelled(List<String> labels) {
        String heads = String.join("|", labels.stream().map(Pattern::quote).toList());
        String surname = "(?:" + String.join("|", compound) + "|[" + surnames + "])";
        return Pattern.compile("(?:" + heads + ")(?:为|是|[:：（( ])*(" + surname + "(?!某)[\\u4E00-\\u9FFF]{1,2}?)(?=[，。；、,;（()）：: \\n的在称说于对向与和及因提投举购反陈签到收证供认辩]|$)");
    }
}
