package org.mingfa.server.document.render;

/** Text that XML can carry: form feeds and vertical tabs (pasted from Word) are line ends, other control characters go. */
final class XmlText {
    private XmlText() {}

    /** A lone surrogate becomes U+FFFD, which no font prints, so that the document is refused and not falsified. */
    static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\r') return;
            if (c == 0x0B || c == '\f' || c == 0x2028 || c == 0x2029) clean.append('\n');
            else if (Character.getType(c) == Character.SURROGATE || c == 0xFFFE || c == 0xFFFF) clean.append('\uFFFD');
            else if (c == '\n' || c == '\t' || !Character.isISOControl(c)) clean.appendCodePoint(c);
        });
        return clean.toString();
    }
}
