package org.mingfa.server.document.render;

/** Lets tests read a document's text through the parser that the renderers use. */
public final class TestXhtml {
    private TestXhtml() {}

    public static String body(String xhtml) {
        return Xhtml.parse(xhtml).getElementsByTagName("body").item(0).getTextContent();
    }
}
