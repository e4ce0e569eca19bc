package org.mingfa.server.chart.layout;

import java.util.List;
import org.mingfa.server.chart.plan.Plan;

/**
 * A plan with its places, in units of a CSS pixel: what is written on one sheet of A3.
 *
 * @param landscape whether it fills the sheet better lying than standing
 */
public record Sheet(Plan plan, double width, double height, boolean landscape, List<Lane> lanes, List<Placed> boxes, List<Wire> wires) {

    /** The band of a stage, over the whole width. */
    public record Lane(String title, double y, double height) {}

    /** An act with its place and its text, wrapped. */
    public record Placed(Plan.Box box, double x, double y, double width, double height, List<String> title, List<String> notes) {
        Placed at(double left, double top) {
            return new Placed(box, left, top, width, height, title, notes);
        }

        public double right() {
            return x + width;
        }

        public double bottom() {
            return y + height;
        }
    }

    public record Point(double x, double y) {}

    /** An arrow; its first and last point lie on the borders of its boxes. */
    public record Wire(Plan.Line line, List<Point> points) {}

    /** Width and height of A3 less 8 mm at each edge, in pixels of 1/96 inch. */
    public static final double A3_LONG = (420 - 16) / 25.4 * 96;
    public static final double A3_SHORT = (297 - 16) / 25.4 * 96;

    /** What is kept free above the lanes for the title, and below for the key to the signs. */
    public static final double HEAD = 76;
    public static final double FOOT = 58;

    public double fullHeight() {
        return HEAD + height + FOOT;
    }

    /** How many times smaller than drawn it is on A3; never larger than drawn. */
    public double scale() {
        return scale(width, fullHeight(), landscape);
    }

    static double scale(double width, double height, boolean landscape) {
        return Math.min(1, Math.min((landscape ? A3_LONG : A3_SHORT) / width, (landscape ? A3_SHORT : A3_LONG) / height));
    }
}
