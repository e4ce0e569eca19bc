package org.mingfa.server.chart.plan;

import java.util.List;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Procedure;

/**
 * What of a procedure is drawn: every act once, each in the lane of its stage.
 *
 * @param stages titles of the lanes, in order
 * @param lines only between acts that are drawn together: both on the way, or both in one group of a lane
 */
public record Plan(Procedure procedure, List<String> stages, List<Box> boxes, List<Line> lines) {

    /** How much an act weighs in the picture. */
    public enum Weight {
        /** On the way that every case takes. */
        WAY,
        /** On the way where its condition holds. */
        BRANCH,
        /** Beside the way: at need, in its stage. */
        SIDE
    }

    /**
     * An act as drawn.
     *
     * @param lane index of its stage
     * @param notes short lines under its title: time limits, after what
     */
    public record Box(ActSpec act, int lane, Weight weight, List<String> notes) {
        public String code() {
            return act.code();
        }

        public boolean onWay() {
            return weight != Weight.SIDE;
        }
    }

    /** An arrow from one act to the next; {@code firm} where the law makes the second depend on the first in every case. */
    public record Line(Box from, Box to, boolean firm) {}
}
