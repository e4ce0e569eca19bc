package org.mingfa.server.chart.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.exchange.Markup;
import org.mingfa.server.chart.layout.Sheet;
import org.mingfa.server.chart.layout.Sheet.Point;

/**
 * The picture of a BPMN process (BPMN DI): acts, lanes and arrows where the drawn flow chart has them, and beside them the small
 * signs that only BPMN asks for: start, gateways, timers, ends.
 */
final class Diagram {

    private static final double TOP = 110;
    private static final double SIGN = 14;
    private static final double PAD = 6;
    private static final double NOTE = 160;

    private record Rect(double x, double y, double width, double height) {
        Point middle() {
            return new Point(x + width / 2, y + height / 2);
        }
    }

    private record Edge(String id, String from, String to) {}

    private final Sheet sheet;
    private final Map<String, Rect> shapes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Map<String, Integer> timers = new LinkedHashMap<>();

    Diagram(Sheet sheet) {
        this.sheet = sheet;
        for (int i = 0; i < sheet.lanes().size(); i++) {
            Sheet.Lane lane = sheet.lanes().get(i);
            shapes.put("stage-" + i, new Rect(0, lane.y() + TOP, sheet.width(), lane.height()));
        }
    }

    /** The first sign of all, and the gateway to the acts that may open a case. */
    void start(String start, String opening) {
        double x = sheet.boxes().stream().filter(b -> b.box().act().isOpening()).mapToDouble(b -> b.x() + b.width() / 2).findFirst().orElse(60);
        shapes.put(start, new Rect(x - 15, 10, 30, 30));
        shapes.put(opening, new Rect(x - 20, 60, 40, 40));
    }

    void task(String act) {
        sheet.boxes().stream().filter(b -> b.box().code().equals(act)).findFirst()
                .ifPresent(b -> shapes.put(act, new Rect(b.x(), b.y() + TOP, b.width(), b.height())));
    }

    /** The gateway under an act. */
    void gateway(String id, String act) {
        Rect at = Objects.requireNonNull(shapes.get(act));
        shapes.put(id, new Rect(at.middle().x() - SIGN / 2, at.y() + at.height() + 1, SIGN, SIGN));
    }

    /** The end at the right of an act. */
    void end(String id, String act) {
        Rect at = Objects.requireNonNull(shapes.get(act));
        shapes.put(id, new Rect(at.x() + at.width() + 4, at.middle().y() - SIGN / 2, SIGN, SIGN));
    }

    /** A timer on the lower border of an act, and its end beneath. */
    void timer(String id, String late, String act) {
        Rect at = Objects.requireNonNull(shapes.get(act));
        int nth = timers.merge(act, 1, Integer::sum);
        double x = at.x() + at.width() - nth * (SIGN + 2);
        shapes.put(id, new Rect(x, at.y() + at.height() - SIGN / 2, SIGN, SIGN));
        shapes.put(late, new Rect(x + 2, at.y() + at.height() + SIGN / 2 + 2, SIGN - 4, SIGN - 4));
    }

    /** Around what it holds. */
    void group(String id, List<String> acts) {
        List<Rect> held = acts.stream().map(shapes::get).filter(Objects::nonNull).toList();
        double left = held.stream().mapToDouble(Rect::x).min().orElse(0) - PAD;
        double top = held.stream().mapToDouble(Rect::y).min().orElse(0) - PAD;
        double right = held.stream().mapToDouble(r -> r.x() + r.width()).max().orElse(0) + PAD;
        double bottom = held.stream().mapToDouble(r -> r.y() + r.height()).max().orElse(0) + PAD;
        shapes.put(id, new Rect(left, top, right - left, bottom - top));
    }

    /** The annotation beneath the lanes. */
    void note(String id) {
        shapes.put(id, new Rect(0, sheet.height() + TOP + 20, sheet.width(), NOTE));
    }

    void flow(String id, String from, String to) {
        edges.add(new Edge(id, from, to));
    }

    void write(Markup out, String process) {
        out.open("bpmndi:BPMNDiagram", "id", "diagram").open("bpmndi:BPMNPlane", "id", "plane", "bpmnElement", process);
        shapes.forEach((id, r) -> out.open("bpmndi:BPMNShape", "id", "shape-" + id, "bpmnElement", id)
                .empty("omgdc:Bounds", "x", number(r.x()), "y", number(r.y()), "width", number(r.width()), "height", number(r.height())).close("bpmndi:BPMNShape"));
        for (Edge e : edges) {
            out.open("bpmndi:BPMNEdge", "id", "edge-" + e.id(), "bpmnElement", e.id());
            points(e).forEach(p -> out.empty("omgdi:waypoint", "x", number(p.x()), "y", number(p.y())));
            out.close("bpmndi:BPMNEdge");
        }
        out.close("bpmndi:BPMNPlane").close("bpmndi:BPMNDiagram");
    }

    /** The drawn arrow where there is one, from the gateway under its first act where that has one; else straight. */
    private List<Point> points(Edge e) {
        Rect from = Objects.requireNonNull(shapes.get(e.from()), e.from());
        Rect to = Objects.requireNonNull(shapes.get(e.to()), e.to());
        String act = e.from().endsWith("-then") ? e.from().substring(0, e.from().length() - "-then".length()) : e.from();
        List<Point> drawn = wire(act, e.to());
        if (drawn == null) {
            return List.of(from.middle(), to.middle());
        }
        List<Point> out = new ArrayList<>(drawn);
        if (!act.equals(e.from())) {
            out.set(0, from.middle());
        }
        return out;
    }

    private @Nullable List<Point> wire(String from, String to) {
        return sheet.wires().stream().filter(w -> w.line().from().code().equals(from) && w.line().to().code().equals(to)).findFirst()
                .map(w -> w.points().stream().map(p -> new Point(p.x(), p.y() + TOP)).toList()).orElse(null);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
