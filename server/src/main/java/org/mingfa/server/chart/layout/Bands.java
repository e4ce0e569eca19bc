package org.mingfa.server.chart.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The lanes as bands: each as high as its part of the way, or as what stands beside it if that is higher. */
final class Bands {

    private final List<Shelf> shelves;
    private final double[] cut;
    private final double[] top;
    private final double[] move;

    private Bands(List<Shelf> shelves) {
        this.shelves = shelves;
        cut = new double[shelves.size() + 1];
        top = new double[shelves.size() + 1];
        move = new double[shelves.size()];
    }

    static Bands of(Layered.Laid way, List<Shelf> shelves, double pad) {
        Bands b = new Bands(shelves);
        int lanes = shelves.size();
        double seen = 0;
        for (int lane = 0; lane < lanes; lane++) {
            int at = lane;
            List<Sheet.Placed> mine = way.boxes().stream().filter(p -> p.box().lane() == at).toList();
            double first = mine.stream().mapToDouble(Sheet.Placed::y).min().orElse(seen);
            double last = mine.stream().mapToDouble(Sheet.Placed::bottom).max().orElse(seen);
            b.cut[lane] = lane == 0 ? Double.NEGATIVE_INFINITY : (seen + (mine.isEmpty() ? next(way, lane, seen + pad) : first)) / 2;
            double above = mine.isEmpty() || lane == 0 ? pad : Math.max(pad, first - b.cut[lane]);
            double below = Math.max(pad, (next(way, lane, last) - last) / 2);
            b.move[lane] = b.top[lane] + above - first;
            double high = Math.max(above + (last - first) + below, shelves.get(lane).height() + 2 * pad);
            b.top[lane + 1] = b.top[lane] + high;
            seen = last;
        }
        b.cut[lanes] = Double.POSITIVE_INFINITY;
        return b;
    }

    /** How far to the right the way comes in a lane: its boxes, and the lines that pass from before its first to after its last. */
    static double reach(Layered.Laid way, int lane) {
        double above = way.boxes().stream().filter(p -> p.box().lane() < lane).mapToDouble(Sheet.Placed::bottom).max().orElse(Double.NEGATIVE_INFINITY);
        double below = next(way, lane, Double.POSITIVE_INFINITY);
        double boxes = way.boxes().stream().filter(p -> p.box().lane() == lane).mapToDouble(Sheet.Placed::right).max().orElse(0);
        double lines = way.wires().stream().flatMapToDouble(w -> reach(w, above, below)).max().orElse(0);
        return Math.max(boxes, lines);
    }

    private static DoubleStream reach(Sheet.Wire wire, double above, double below) {
        List<Sheet.Point> p = wire.points();
        return IntStream.range(1, p.size())
                .filter(i -> Math.max(p.get(i).y(), p.get(i - 1).y()) > above && Math.min(p.get(i).y(), p.get(i - 1).y()) < below)
                .mapToDouble(i -> Math.max(p.get(i).x(), p.get(i - 1).x()));
    }

    private static double next(Layered.Laid way, int lane, double otherwise) {
        return way.boxes().stream().filter(p -> p.box().lane() > lane).mapToDouble(Sheet.Placed::y).min().orElse(otherwise);
    }

    /** Where a height of the way comes to lie. */
    double shift(double y) {
        int lane = 0;
        while (y >= cut[lane + 1]) {
            lane++;
        }
        return y + move[lane];
    }

    double top(int lane) {
        return top[lane];
    }

    Shelf shelf(int lane) {
        return shelves.get(lane);
    }

    double height() {
        return top[shelves.size()];
    }

    List<Sheet.Lane> lanes(List<String> titles) {
        List<Sheet.Lane> out = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            out.add(new Sheet.Lane(titles.get(i), top[i], top[i + 1] - top[i]));
        }
        return out;
    }
}
