package org.mingfa.core.exchange;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Period;

/** DCR graphs as XML in the shape of the DCR tools: events, labels, expressions, constraints, marking. */
public final class DcrXml {

    private static final Map<Dcr.Kind, String> WRAPS = Map.of(Dcr.Kind.CONDITION, "conditions", Dcr.Kind.RESPONSE, "responses",
            Dcr.Kind.INCLUDE, "includes", Dcr.Kind.EXCLUDE, "excludes", Dcr.Kind.MILESTONE, "milestones");

    private DcrXml() {}

    /** @param unsaid written as comments of the graph: what the procedure says besides */
    public static String write(Dcr graph, Unsaid unsaid) {
        Markup out = new Markup().line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        out.open("dcrgraph", "title", graph.title());
        Map<String, String> guards = new LinkedHashMap<>();
        graph.links().stream().filter(l -> l.guard() != null).forEach(l -> guards.putIfAbsent(l.guard(), "guard-" + (guards.size() + 1)));
        out.open("meta").open("documentation").text("DCR 不能表达而未写入本图的内容：\n" + String.join("\n", unsaid.lines())).close("documentation").close("meta");
        out.open("specification").open("resources").open("events");
        graph.events().forEach(e -> event(out, e));
        out.close("events").open("labels");
        graph.events().stream().map(Dcr.Event::label).distinct().forEach(l -> out.empty("label", "id", l));
        out.close("labels").open("labelMappings");
        graph.events().forEach(e -> out.empty("labelMapping", "eventId", e.id(), "labelId", e.label()));
        out.close("labelMappings").open("expressions");
        guards.forEach((text, id) -> out.empty("expression", "id", id, "value", text));
        out.close("expressions").close("resources").open("constraints");
        for (Dcr.Kind kind : Dcr.Kind.values()) {
            String wrap = java.util.Objects.requireNonNull(WRAPS.get(kind));
            out.open(wrap);
            graph.links().stream().filter(l -> l.kind() == kind).forEach(l -> out.empty(wrap.substring(0, wrap.length() - 1),
                    "sourceId", l.source(), "targetId", l.target(), "time", text(l.time()), "expressionId", l.guard() == null ? "" : guards.get(l.guard())));
            out.close(wrap);
        }
        out.close("constraints").close("specification").open("runtime").open("marking").empty("globalStore").empty("executed");
        marked(out, "included", graph.included());
        marked(out, "pendingResponses", graph.pending());
        return out.close("marking").close("runtime").close("dcrgraph").toString();
    }

    private static void event(Markup out, Dcr.Event e) {
        out.open("event", "id", e.id()).open("custom").open("roles");
        e.roles().forEach(r -> out.leaf("role", r));
        out.close("roles").close("custom").close("event");
    }

    private static void marked(Markup out, String name, Set<String> events) {
        out.open(name);
        events.forEach(e -> out.empty("event", "id", e));
        out.close(name);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /**
     * Reads a graph as {@link #write} and the DCR tools write it; other elements are passed over.
     *
     * @throws IllegalArgumentException with line and reason where it is not such a graph, names an unknown event or expression,
     *     or gives a time that no pack could have
     */
    public static Dcr read(String xml) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return new Reading(factory.createXMLStreamReader(new StringReader(xml))).graph();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("不是完整的 XML（第 " + (e.getLocation() == null ? "？" : e.getLocation().getLineNumber()) + " 行）", e);
        }
    }

    /** A time of a graph as a pack has it. */
    public static Period period(String time) {
        return Iso.parse(time);
    }

    private static final class Reading {
        private final XMLStreamReader in;
        private final Map<String, List<String>> roles = new LinkedHashMap<>();
        private final Map<String, String> labels = new LinkedHashMap<>();
        private final Map<String, String> expressions = new LinkedHashMap<>();
        private final Map<String, Set<String>> marked = Map.of("included", new LinkedHashSet<>(), "pendingResponses", new LinkedHashSet<>());
        private final Set<Dcr.Link> links = new LinkedHashSet<>();
        private final List<String> path = new ArrayList<>();
        private String title = "";
        private String event = "";

        Reading(XMLStreamReader in) {
            this.in = in;
        }

        Dcr graph() throws XMLStreamException {
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(in.getLocalName());
                    case XMLStreamConstants.END_ELEMENT -> path.removeLast();
                    default -> { }
                }
            }
            if (roles.isEmpty()) {
                throw new IllegalArgumentException("没有事件（event）");
            }
            return new Dcr(title, roles.entrySet().stream().map(e -> new Dcr.Event(e.getKey(), labels.getOrDefault(e.getKey(), e.getKey()), e.getValue())).toList(),
                    java.util.Objects.requireNonNull(marked.get("included")), java.util.Objects.requireNonNull(marked.get("pendingResponses")), links);
        }

        private void start(String name) throws XMLStreamException {
            String within = path.isEmpty() ? "" : path.getLast();
            path.add(name);
            if (name.equals("dcrgraph")) {
                title = attribute("title", "");
            } else if (name.equals("event") && path.contains("events")) {
                event = attribute("id", null);
                roles.put(event, new ArrayList<>());
            } else if (name.equals("event") && marked.containsKey(within)) {
                java.util.Objects.requireNonNull(marked.get(within)).add(known(attribute("id", null)));
            } else if (name.equals("role") && path.contains("events")) {
                List<String> of = java.util.Objects.requireNonNull(roles.get(event));
                of.add(in.getElementText());
                path.removeLast();
            } else if (name.equals("labelMapping")) {
                labels.put(known(attribute("eventId", null)), attribute("labelId", null));
            } else if (name.equals("expression")) {
                expressions.put(attribute("id", null), attribute("value", null));
            } else if (path.contains("constraints") && WRAPS.containsValue(within)) {
                link(within);
            }
        }

        private void link(String within) {
            Dcr.Kind kind = WRAPS.entrySet().stream().filter(e -> e.getValue().equals(within)).findFirst().orElseThrow().getKey();
            String time = attribute("time", "");
            if (!time.isEmpty()) {
                Iso.parse(time);
            }
            String expression = attribute("expressionId", "");
            if (!expression.isEmpty() && !expressions.containsKey(expression)) {
                throw fault("没有这个表达式 “" + expression + "”");
            }
            links.add(new Dcr.Link(kind, known(attribute("sourceId", null)), known(attribute("targetId", null)), time.isEmpty() ? null : time,
                    expression.isEmpty() ? null : expressions.get(expression)));
        }

        private String known(String id) {
            if (!roles.containsKey(id)) {
                throw fault("没有这个事件 “" + id + "”");
            }
            return id;
        }

        private String attribute(String name, @Nullable String otherwise) {
            String value = in.getAttributeValue(null, name);
            if (value == null && otherwise == null) {
                throw fault("<" + in.getLocalName() + "> 没有写 " + name);
            }
            return value == null ? java.util.Objects.requireNonNull(otherwise) : value;
        }

        private IllegalArgumentException fault(String reason) {
            return new IllegalArgumentException("第 " + in.getLocation().getLineNumber() + " 行" + reason);
        }
    }
}
