package org.mingfa.server.document.render;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The text of a document without its form. */
public final class PlainText {
    private PlainText() {}

    /** A line for each heading, paragraph and table row; cells are divided by a full-width space, blank lines left out. */
    public static String of(String xhtml) {
        var lines = new ArrayList<String>();
        collect((Element) Xhtml.parse(xhtml).getElementsByTagName("body").item(0), lines);
        return String.join("\n", lines);
    }

    private static void collect(Element parent, List<String> lines) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (!(node instanceof Element element)) continue;
            switch (element.getTagName()) {
                case "div", "table", "thead", "tbody" -> collect(element, lines);
                case "tr" -> add(lines, cells(element));
                default -> add(lines, text(element));
            }
        }
    }

    private static String cells(Element row) {
        var cells = new ArrayList<String>();
        for (Node node = row.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element cell) cells.add(text(cell));
        }
        return String.join("　", cells);
    }

    private static String text(Element element) {
        return element.getTextContent().replaceAll("[\\s　]+", " ").strip();
    }

    private static void add(List<String> lines, String line) {
        if (!line.isBlank()) lines.add(line);
    }
}
