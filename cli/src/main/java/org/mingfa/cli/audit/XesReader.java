package org.mingfa.cli.audit;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;

/**
 * Reads the traces of an XES document. Only the direct attributes concept:name and time:timestamp of traces and events are
 * looked at; attributes may be nested, namespaces and unknown elements are passed over.
 */
final class XesReader {
    private static final String NAME = "concept:name";
    private static final String TIME = "time:timestamp";

    private final XMLStreamReader xml;
    private final Consumer<Trace> cases;
    private int traces;
    private @Nullable String trace;
    private int events;

    XesReader(XMLStreamReader xml, Consumer<Trace> cases) {
        this.xml = xml;
        this.cases = cases;
    }

    void read() throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            refuseDocumentType();
        }
        if (!xml.getLocalName().equals("log")) {
            throw error("not an XES log: it begins with <" + xml.getLocalName() + ">, not <log>");
        }
        while (nextChild()) {
            if (xml.getLocalName().equals("trace")) {
                trace();
            } else {
                skip();
            }
        }
        while (xml.hasNext()) {
            xml.next(); // to the very end, so that a truncated file is noticed
        }
    }

    private void trace() throws XMLStreamException {
        traces++;
        trace = null;
        events = 0;
        List<Trace.Event> found = new ArrayList<>();
        while (nextChild()) {
            if (xml.getLocalName().equals("event")) {
                found.add(event());
            } else {
                if (NAME.equals(key())) {
                    trace = value();
                }
                skip();
            }
        }
        cases.accept(new Trace(trace == null ? "#" + traces : trace, found));
    }

    private Trace.Event event() throws XMLStreamException {
        events++;
        String name = null;
        Moment at = null;
        while (nextChild()) {
            String key = key();
            if (NAME.equals(key)) {
                name = value();
            } else if (TIME.equals(key)) {
                at = time(value());
            }
            skip();
        }
        if (name == null) {
            throw error(here() + " has no " + NAME);
        }
        if (at == null) {
            throw error(here() + " (" + name + ") has no " + TIME);
        }
        return new Trace.Event(name, at);
    }

    private Moment time(String text) throws XMLStreamException {
        try {
            return Timestamp.parse(text);
        } catch (DateTimeException e) {
            throw error(here() + ": not a timestamp: '" + text + "'; expected one like 2006-07-24T00:00:00+02:00");
        }
    }

    private @Nullable String key() {
        return xml.getAttributeValue(null, "key");
    }

    private String value() throws XMLStreamException {
        String value = xml.getAttributeValue(null, "value");
        if (value == null) {
            throw error((trace == null && events == 0 ? "a trace" : here()) + ": " + key() + " has no value");
        }
        return value;
    }

    private String here() {
        return "trace " + (trace == null ? "#" + traces : "'" + trace + "'") + ", event " + events;
    }

    /** Moves to the next child element of the element that is open; false at its end. */
    private boolean nextChild() throws XMLStreamException {
        while (true) {
            int type = xml.next();
            if (type == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (type == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
    }

    /** Passes over the rest of the element that is open, however deep. */
    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int type = xml.next();
            depth += type == XMLStreamConstants.START_ELEMENT ? 1 : type == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private void refuseDocumentType() throws XMLStreamException {
        if (xml.getEventType() == XMLStreamConstants.DTD) {
            throw error("a document type declaration (<!DOCTYPE …>) is not allowed in an event log");
        }
    }

    private XMLStreamException error(String reason) {
        return new XMLStreamException(reason, xml.getLocation());
    }
}
