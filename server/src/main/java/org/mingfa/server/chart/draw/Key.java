package org.mingfa.server.chart.draw;

import org.mingfa.core.exchange.Markup;

/** The key to the signs (图例), in one row. */
final class Key {

    private final Markup out;
    private final double y;
    private double x = 16;

    Key(Markup out, double y) {
        this.out = out;
        this.y = y;
        out.leaf("text", "图例", "x", x, "y", y, "font-size", 13.0, "font-weight", "600");
        x += 42;
    }

    void box(String word, String fill, String stroke, double width, String dash) {
        out.empty("rect", "x", x, "y", y - 13, "width", 30.0, "height", 17.0, "rx", 3.0, "fill", fill, "stroke", stroke, "stroke-width", width, "stroke-dasharray", dash);
        word(word, 38);
    }

    void opening(String word, String stroke) {
        out.empty("path", "d", "M" + Markup.number(x + 11) + " " + Markup.number(y - 4.5) + "l-11 -6.5v13z", "fill", stroke);
        word(word, 20);
    }

    void doubled(String word, String stroke) {
        out.empty("rect", "x", x, "y", y - 13, "width", 30.0, "height", 17.0, "rx", 3.0, "fill", "#E3EDF9", "stroke", stroke, "stroke-width", 2.0);
        out.empty("rect", "x", x + 4, "y", y - 9, "width", 22.0, "height", 9.0, "fill", "none", "stroke", stroke, "stroke-width", 1.2);
        word(word, 38);
    }

    void barred(String word, String stroke) {
        double left = x;
        out.empty("rect", "x", x, "y", y - 13, "width", 30.0, "height", 17.0, "rx", 3.0, "fill", "#FFFFFF", "stroke", stroke, "stroke-width", 1.2);
        String top = Markup.number(y - 13) + "v17";
        out.empty("path", "d", "M" + Markup.number(left + 5) + " " + top + "M" + Markup.number(left + 25) + " " + top, "stroke", stroke, "stroke-width", 1.2);
        word(word, 38);
    }

    void arrow(String word, String stroke, double width, String dash) {
        String at = Markup.number(x) + " " + Markup.number(y - 4.5);
        out.empty("path", "d", "M" + at + "h30", "stroke", stroke, "stroke-width", width, "stroke-dasharray", dash);
        out.empty("path", "d", "M0 0L-9 -4.5V4.5Z", "fill", stroke, "transform", "translate(" + Markup.number(x + 34) + " " + Markup.number(y - 4.5) + ")");
        word(word, 42);
    }

    void standing(Standing s) {
        s.mark(out, x + 8, y - 5);
        word(s.title(), 24);
    }

    private void word(String word, double after) {
        out.leaf("text", word, "x", x + after, "y", y, "font-size", 13.0);
        x += after + 13.0 * word.length() + 22;
    }
}
