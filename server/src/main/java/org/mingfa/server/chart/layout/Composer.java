package org.mingfa.server.chart.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.mingfa.server.chart.plan.Plan;

/** Makes the sheet: the way from top to bottom at the left, beside it in each lane what is done at need. */
public final class Composer {

    private static final double LABEL = 44;
    private static final double PAD = 12;
    private static final double BETWEEN = 32;
    /** So wide that the key to the signs has its place. */
    private static final double LEAST = 860;

    private final Plan plan;
    private final Layered.Laid way;
    private final List<List<Layered.Laid>> groups = new ArrayList<>();
    private final Function<Plan.Box, List<String>> notes;

    private Composer(Plan plan, Function<Plan.Box, List<String>> notes) {
        this.plan = plan;
        this.notes = notes;
        way = Layered.way(measured(plan.boxes().stream().filter(Plan.Box::onWay).toList()), lines(Plan.Box::onWay));
        for (int lane = 0; lane < plan.stages().size(); lane++) {
            groups.add(groups(lane));
        }
    }

    /** The sheet of a procedure. */
    public static Sheet compose(Plan plan) {
        return compose(plan, Plan.Box::notes);
    }

    /** @param notes the short lines under each act's title */
    public static Sheet compose(Plan plan, Function<Plan.Box, List<String>> notes) {
        Composer c = new Composer(plan, notes);
        List<Sheet> tries = new ArrayList<>();
        for (int width = 900; width <= 2200; width += 50) {
            tries.add(c.sheet(width, true));
            tries.add(c.sheet(width, false));
        }
        return tries.stream().max(Comparator.comparingDouble(s -> s.scale() * (s.landscape() ? 1.1 : 1) - s.width() * 1e-6)).orElseThrow();
    }

    private List<Sheet.Placed> measured(List<Plan.Box> boxes) {
        return boxes.stream().map(b -> Type.measured(b, notes.apply(b))).toList();
    }

    private List<Plan.Line> lines(java.util.function.Predicate<Plan.Box> among) {
        return plan.lines().stream().filter(l -> among.test(l.from()) && among.test(l.to())).toList();
    }

    /** The acts beside the way in a lane, those joined by arrows together; joined ones first. */
    private List<Layered.Laid> groups(int lane) {
        List<Plan.Box> left = new ArrayList<>(plan.boxes().stream().filter(b -> !b.onWay() && b.lane() == lane).toList());
        List<Layered.Laid> out = new ArrayList<>();
        while (!left.isEmpty()) {
            Set<Plan.Box> group = joined(left.getFirst());
            left.removeAll(group);
            List<Plan.Box> inOrder = plan.boxes().stream().filter(group::contains).toList();
            out.add(Layered.group(measured(inOrder), lines(group::contains)));
        }
        out.sort(Comparator.comparing((Layered.Laid g) -> g.boxes().size() == 1).thenComparing(g -> g.boxes().size() == 1 ? 0 : -g.height()));
        return out;
    }

    private Set<Plan.Box> joined(Plan.Box first) {
        Set<Plan.Box> group = new LinkedHashSet<>(Set.of(first));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Plan.Line l : plan.lines()) {
                if (group.contains(l.from()) != group.contains(l.to())) {
                    grew |= group.add(l.from()) | group.add(l.to());
                }
            }
        }
        return group;
    }

    /** @param target the width to fill beside the way */
    private Sheet sheet(double target, boolean landscape) {
        double left = LABEL + PAD;
        double[] beside = IntStream.range(0, groups.size()).mapToDouble(lane -> left + Bands.reach(way, lane) + BETWEEN).toArray();
        Bands bands = Bands.of(way, IntStream.range(0, groups.size())
                .mapToObj(lane -> Shelf.of(groups.get(lane), target - beside[lane] - PAD)).toList(), PAD);
        List<Sheet.Placed> boxes = new ArrayList<>();
        List<Sheet.Wire> wires = new ArrayList<>();
        way.boxes().forEach(b -> boxes.add(b.at(b.x() + left, bands.shift(b.y()))));
        way.wires().forEach(w -> wires.add(moved(w, left, 0, bands)));
        double width = Math.max(LEAST, left + way.width() + PAD);
        for (int lane = 0; lane < groups.size(); lane++) {
            double x = beside[lane];
            double top = bands.top(lane) + PAD;
            bands.shelf(lane).sets().forEach(s -> {
                s.group().boxes().forEach(b -> boxes.add(b.at(x + s.x() + b.x(), top + s.y() + b.y())));
                s.group().wires().forEach(w -> wires.add(moved(w, x + s.x(), top + s.y(), null)));
            });
            width = Math.max(width, x + bands.shelf(lane).width() + PAD);
        }
        return new Sheet(plan, width, bands.height(), landscape, bands.lanes(plan.stages()), boxes, wires);
    }

    private static Sheet.Wire moved(Sheet.Wire w, double dx, double dy, @org.jspecify.annotations.Nullable Bands bands) {
        return new Sheet.Wire(w.line(), w.points().stream()
                .map(p -> new Sheet.Point(p.x() + dx, bands == null ? p.y() + dy : bands.shift(p.y()))).toList());
    }
}
