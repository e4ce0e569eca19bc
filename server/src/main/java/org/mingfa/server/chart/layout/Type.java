package org.mingfa.server.chart.layout;

import java.util.ArrayList;
import java.util.List;
import org.mingfa.server.chart.plan.Plan;

/**
 * Sizes of type and boxes, by weight.
 *
 * @param title size of an act's title
 * @param note size of its notes
 */
public record Type(double title, double note, double titleLine, double noteLine, double width, double pad) {

    public static final Type WAY = new Type(15, 12, 18, 15, 160, 6);
    public static final Type BRANCH = new Type(14, 12, 17, 15, 148, 6);
    public static final Type SIDE = new Type(13, 12, 16, 14.5, 132, 5);
    private static final int MOST_NOTES = 3;

    public static Type of(Plan.Weight weight) {
        return switch (weight) {
            case WAY -> WAY;
            case BRANCH -> BRANCH;
            case SIDE -> SIDE;
        };
    }

    /** The box as large as its text asks for, not yet placed; notes beyond the third are left to the list. */
    static Sheet.Placed measured(Plan.Box box, List<String> notes) {
        Type t = of(box.weight());
        double inner = t.width - 2 * t.pad - (box.act().kind() == org.mingfa.core.procedure.ActSpec.Kind.FACT ? 8 : 0);
        List<String> title = Glyphs.wrap(box.act().title(), t.title, inner);
        List<String> lines = new ArrayList<>();
        for (String note : notes) {
            List<String> more = Glyphs.wrap(note, t.note, inner);
            if (lines.size() + more.size() <= MOST_NOTES) {
                lines.addAll(more);
            }
        }
        double height = 2 * t.pad + title.size() * t.titleLine + lines.size() * t.noteLine;
        return new Sheet.Placed(box, 0, 0, t.width, height, title, List.copyOf(lines));
    }
}
