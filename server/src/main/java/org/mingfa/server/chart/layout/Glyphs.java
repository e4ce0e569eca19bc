package org.mingfa.server.chart.layout;

import java.util.ArrayList;
import java.util.List;

/** How wide text is, reckoned without a font: a Chinese character is as wide as it is high, a Latin one a little over half. */
final class Glyphs {

    private static final double LATIN = 0.58;
    private static final String NOT_FIRST = "，。、；：！？）”》〉」』〕";

    private Glyphs() {}

    static double width(String text, double size) {
        return text.codePoints().mapToDouble(c -> c < 0x2000 ? LATIN : 1).sum() * size;
    }

    /** Lines no wider than {@code most}, of even length; no line begins with a closing mark. */
    static List<String> wrap(String text, double size, double most) {
        int lines = (int) Math.ceil(width(text, size) / most);
        double even = Math.min(most, width(text, size) / lines + size);
        List<String> out = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            String next = Character.toString(c);
            if (width(line + next, size) > even && !line.isEmpty() && !NOT_FIRST.contains(next)) {
                out.add(line.toString());
                line.setLength(0);
            }
            line.append(next);
        }
        out.add(line.toString());
        return out;
    }
}
