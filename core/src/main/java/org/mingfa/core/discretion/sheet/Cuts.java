package org.mingfa.core.discretion.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.mingfa.core.discretion.Unreadable;

/** Finds answers that a line break in the source cut in two: 环境敏感区或限批 above 区. */
final class Cuts {
    private static final Pattern FRAGMENT = Pattern.compile("[\\u4e00-\\u9fa5&&[^有无是否轻重大小多少高中低甲乙丙丁戊一二三四五]]|[的或和及、,，)）].*|以[上下内外].*|.*[、,，或和及(（]");
    private static final Pattern JOINT = Pattern.compile("[的以或和及与、,，(（].*");
    private static final int LONG = 6;
    private static final int SHORT = 3;

    private record Seen(Draft draft, String name, String value, SheetRow row) {}

    private final List<Seen> seen = new ArrayList<>();
    private final TreeMap<String, Integer> times = new TreeMap<>();

    /** @throws Unreadable for a name that is the rest of another */
    static void beginning(String name) {
        if (name.matches("(?:情况|程度|类型|类别)?[(（].*|情况|程度|的.*")) {
            throw new Unreadable("“" + name + "”只是名称的一部分，上半截断在别处，请对照原件补全");
        }
    }

    void see(Draft draft, String name, String value, SheetRow row) {
        seen.add(new Seen(draft, name, value, row));
        times.merge(value, 1, Integer::sum);
    }

    void report(Sheet sheet) {
        for (int i = 0; i < seen.size(); i++) {
            Seen s = seen.get(i);
            if (FRAGMENT.matcher(s.value()).matches()) {
                lose(sheet, s, "“" + s.value() + "”只是半句，断在换行处，请对照原件补全");
                above(sheet, i, s);
            } else if (cut(s.value())) {
                lose(sheet, s, "“" + s.value() + "”缺了末尾几个字，请对照原件补全");
            }
        }
    }

    /** The answer before a fragment, in the same table, to the same question: the fragment was its end. */
    private void above(Sheet sheet, int at, Seen fragment) {
        for (int i = at - 1; i >= 0 && seen.get(i).draft() == fragment.draft(); i--) {
            Seen s = seen.get(i);
            if (s.name().equals(fragment.name())) {
                lose(sheet, s, "“" + s.value() + "”的下半截可能是第 " + fragment.row().number() + " 行的“" + fragment.value() + "”，请对照原件合起来");
                return;
            }
        }
    }

    /** A few characters short of an answer that is frequent elsewhere. */
    private boolean cut(String value) {
        if (value.length() < LONG || times.getOrDefault(value, 0) >= SHORT) {
            return false;
        }
        for (var longer : times.tailMap(value, false).entrySet()) {
            if (!longer.getKey().startsWith(value)) {
                return false;
            }
            String rest = longer.getKey().substring(value.length());
            if (longer.getValue() >= SHORT && rest.length() <= SHORT && !JOINT.matcher(rest).matches()) {
                return true;
            }
        }
        return false;
    }

    private static void lose(Sheet sheet, Seen s, String reason) {
        sheet.report(s.row(), s.name() + "的内容" + reason);
        s.draft().rowsMissing = true;
    }
}
