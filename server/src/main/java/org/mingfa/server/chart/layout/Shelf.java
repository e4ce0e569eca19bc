package org.mingfa.server.chart.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Sets the groups of a lane beside the way: each as high up as there is room, then as far to the left. */
final class Shelf {

    private static final double GAP_X = 14;
    private static final double GAP_Y = 9;

    /** A group with its place. */
    record Set(Layered.Laid group, double x, double y) {
        private boolean meets(double left, double right) {
            return x < right + GAP_X && left < x + group.width() + GAP_X;
        }

        private double bottom() {
            return y + group.height();
        }
    }

    private final List<Set> sets = new ArrayList<>();

    private Shelf() {}

    static Shelf of(List<Layered.Laid> groups, double room) {
        Shelf shelf = new Shelf();
        groups.forEach(g -> shelf.put(g, room));
        return shelf;
    }

    private void put(Layered.Laid g, double room) {
        Set best = null;
        double[] starts = DoubleStream.concat(DoubleStream.of(0), sets.stream().mapToDouble(s -> s.x() + s.group().width() + GAP_X)).sorted().toArray();
        for (double x : starts) {
            double y = x > 0 && x + g.width() > room ? Double.MAX_VALUE : free(x, x + g.width());
            if (best == null || y < best.y()) {
                best = new Set(g, x, y);
            }
        }
        sets.add(java.util.Objects.requireNonNull(best));
    }

    private double free(double left, double right) {
        return sets.stream().filter(s -> s.meets(left, right)).mapToDouble(s -> s.bottom() + GAP_Y).max().orElse(0);
    }

    Stream<Set> sets() {
        return sets.stream();
    }

    double width() {
        return sets.stream().mapToDouble(s -> s.x() + s.group().width()).max().orElse(0);
    }

    double height() {
        return sets.stream().mapToDouble(Set::bottom).max().orElse(0);
    }
}
