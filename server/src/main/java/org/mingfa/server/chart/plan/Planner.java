package org.mingfa.server.chart.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Procedure;

/** Reads from a procedure what to draw. */
public final class Planner {

    private final Procedure procedure;
    private final Links links;
    private final Way way;
    private final Notes notes;

    private Planner(Procedure procedure) {
        this.procedure = procedure;
        links = Links.of(procedure);
        way = Way.of(procedure, links);
        notes = new Notes(procedure);
    }

    public static Plan plan(Procedure procedure) {
        return new Planner(procedure).plan();
    }

    private Plan plan() {
        List<Links.Link> drawn = new ArrayList<>(reduced(links.forward(way::isOn)));
        drawn.addAll(reduced(links.forward(a -> !way.isOn(a))).stream().filter(l -> links.stage(l.from()) == links.stage(l.to())).toList());
        Map<ActSpec, Plan.Box> boxes = new LinkedHashMap<>();
        for (ActSpec a : procedure.acts()) {
            List<String> near = drawn.stream().filter(l -> l.to() == a).map(l -> l.from().code()).toList();
            boxes.put(a, new Plan.Box(a, Math.max(0, links.stage(a)), weight(a), notes(a, near)));
        }
        return new Plan(procedure, procedure.stages(), List.copyOf(boxes.values()),
                drawn.stream().map(l -> line(boxes, l, drawn)).toList());
    }

    private List<String> notes(ActSpec a, List<String> near) {
        List<String> out = notes.of(a, f -> near.contains(f.code()), f -> !way.isOn(a) || way.isOn(f));
        if (way.isOn(a)) {
            return out;
        }
        List<String> all = new ArrayList<>(out.isEmpty() && near.isEmpty() ? notes.after(a) : out);
        links.from(a).stream().filter(l -> l.obliged() && l.to().isFinal()).map(l -> "随后" + l.to().title()).forEach(all::add);
        return List.copyOf(all);
    }

    /** Firm are the steps of the way that every case takes. */
    private Plan.Line line(Map<ActSpec, Plan.Box> boxes, Links.Link l, List<Links.Link> drawn) {
        boolean firm = l.firm() && (!way.isOn(l.from()) || way.isMain(l.from()) && way.isMain(l.to()) && !atNeed(l.to(), drawn));
        return new Plan.Line(boxes.get(l.from()), boxes.get(l.to()), firm);
    }

    /** Whether a case may do without an act of the way: nothing obliges to it in every case, and nothing needs it in every case. */
    private static boolean atNeed(ActSpec a, List<Links.Link> drawn) {
        return !a.isFinal() && drawn.stream().noneMatch(l -> l.firm() && (l.from() == a || l.to() == a && l.obliged()));
    }

    private Plan.Weight weight(ActSpec a) {
        if (!way.isOn(a)) {
            return Plan.Weight.SIDE;
        }
        return way.isMain(a) ? Plan.Weight.WAY : Plan.Weight.BRANCH;
    }

    /** Without the links that a longer way says too; a firm link is replaced only by acts of the main way. */
    private List<Links.Link> reduced(List<Links.Link> all) {
        List<Links.Link> left = new ArrayList<>(all);
        for (Links.Link l : all) {
            List<Links.Link> others = new ArrayList<>(left);
            others.remove(l);
            if (Links.reaches(others, l.from(), l.to(), o -> !l.firm() || !way.isMain(l.from()) || way.isMain(o.to()))) {
                left.remove(l);
            }
        }
        return left;
    }
}
