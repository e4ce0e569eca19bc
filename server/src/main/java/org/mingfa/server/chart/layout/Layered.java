package org.mingfa.server.chart.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.mingfa.server.chart.plan.Plan;

/** Places boxes by layers with Eclipse ELK; the same boxes always get the same places. */
final class Layered {

    /** Boxes and arrows with their places, from (0, 0). */
    record Laid(double width, double height, List<Sheet.Placed> boxes, List<Sheet.Wire> wires) {}

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private final ElkNode graph = ElkGraphUtil.createGraph();
    private final Map<Plan.Box, ElkNode> nodes = new HashMap<>();
    private final List<Sheet.Placed> boxes;

    private Layered(List<Sheet.Placed> boxes, Direction direction) {
        this.boxes = boxes;
        boolean way = direction == Direction.DOWN;
        graph.setProperty(LayeredOptions.DIRECTION, direction);
        graph.setProperty(LayeredOptions.RANDOM_SEED, 1);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
        graph.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        graph.setProperty(LayeredOptions.PARTITIONING_ACTIVATE, way);
        graph.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.DEPTH_FIRST);
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_NODES);
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, way ? 18.0 : 7.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, way ? 18.0 : 20.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, way ? 9.0 : 10.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 6.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 12.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 9.0);
        graph.setProperty(LayeredOptions.THOROUGHNESS, 30);
    }

    /** The way, from top to bottom, lane after lane. */
    static Laid way(List<Sheet.Placed> boxes, List<Plan.Line> lines) {
        return new Layered(boxes, Direction.DOWN).lay(lines);
    }

    /** A group beside the way, from left to right. */
    static Laid group(List<Sheet.Placed> boxes, List<Plan.Line> lines) {
        return new Layered(boxes, Direction.RIGHT).lay(lines);
    }

    private Laid lay(List<Plan.Line> lines) {
        boxes.forEach(this::node);
        Map<ElkEdge, Plan.Line> edges = new java.util.LinkedHashMap<>();
        for (Plan.Line l : lines) {
            ElkEdge e = ElkGraphUtil.createSimpleEdge(nodes.get(l.from()), nodes.get(l.to()));
            boolean way = l.from().weight() == Plan.Weight.WAY && l.to().weight() == Plan.Weight.WAY;
            e.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, l.firm() && way ? 20 : 1);
            e.setProperty(LayeredOptions.PRIORITY_SHORTNESS, l.firm() && way ? 10 : 1);
            edges.put(e, l);
        }
        new LayeredLayoutProvider().layout(graph, new BasicProgressMonitor());
        List<Sheet.Wire> wires = new ArrayList<>();
        edges.forEach((e, l) -> wires.add(new Sheet.Wire(l, points(e))));
        return new Laid(graph.getWidth(), graph.getHeight(), boxes.stream().map(this::placed).toList(), wires);
    }

    private void node(Sheet.Placed b) {
        ElkNode n = ElkGraphUtil.createNode(graph);
        n.setDimensions(b.width(), b.height());
        n.setProperty(LayeredOptions.PARTITIONING_PARTITION, b.box().lane());
        nodes.put(b.box(), n);
    }

    private Sheet.Placed placed(Sheet.Placed b) {
        ElkNode n = java.util.Objects.requireNonNull(nodes.get(b.box()));
        return b.at(n.getX(), n.getY());
    }

    private static List<Sheet.Point> points(ElkEdge edge) {
        ElkEdgeSection s = edge.getSections().getFirst();
        List<Sheet.Point> out = new ArrayList<>();
        out.add(new Sheet.Point(s.getStartX(), s.getStartY()));
        s.getBendPoints().forEach(p -> out.add(new Sheet.Point(p.getX(), p.getY())));
        out.add(new Sheet.Point(s.getEndX(), s.getEndY()));
        return List.copyOf(out);
    }
}
