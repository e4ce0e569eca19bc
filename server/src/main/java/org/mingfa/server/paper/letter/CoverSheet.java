package org.mingfa.server.paper.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * The sheet that lies uppermost in an envelope with a window: the address where the window shows it, below the fold what the
 * envelope holds. Lines are broken here and not by the renderer, so that none leaves the window.
 */
public final class CoverSheet {

    private static final double MM = 25.4 / 72;
    private static final double SENDER = 7;
    private static final double LEADING = 1.25;
    private static final int SENDER_LINES = 3;
    private static final List<Double> SIZES = List.of(12.0, 11.0, 10.0, 9.0, 8.0);
    /** Of one em, at most, for letters and digits of the fonts in use. */
    private static final double NARROW = 0.62;

    private CoverSheet() {}

    /** @param sender agency, address and postcode in one line */
    public record Content(Recipient to, String sender, List<String> holds) {}

    private record Fitted(double size, List<String> lines) {}

    /** As XHTML; empty where the address does not fit into the window even in small type. */
    public static Optional<String> of(Content content, Envelope envelope) {
        Envelope.Box zone = envelope.zone();
        List<String> sender = broken("寄：" + clean(content.sender()), zone.width() / (SENDER * MM));
        if (sender.size() > SENDER_LINES) {
            return Optional.empty();
        }
        double below = sender.size() * SENDER * LEADING * MM;
        return SIZES.stream().map(size -> fitted(content.to(), size, zone, zone.height() - below)).filter(f -> f != null).findFirst().map(f -> page(f, sender, below, content.holds(), envelope));
    }

    private static @Nullable Fitted fitted(Recipient to, double size, Envelope.Box zone, double height) {
        double ems = zone.width() / (size * MM);
        List<String> lines = new ArrayList<>(broken((to.postcode() == null ? "" : to.postcode() + "　") + clean(String.valueOf(to.address())), ems));
        lines.addAll(broken(clean(to.name()) + "　收", ems));
        if (to.through() != null) {
            lines.addAll(broken("代收人：" + clean(to.through()), ems));
        }
        return lines.size() * size * LEADING * MM <= height ? new Fitted(size, lines) : null;
    }

    private static String page(Fitted address, List<String> sender, double below, List<String> holds, Envelope envelope) {
        Envelope.Box zone = envelope.zone();
        StringBuilder out = new StringBuilder("""
                <html xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN"><head><title>信封页</title><style>
                @page { size: 210mm 297mm; margin: 0; }
                body { margin: 0; font-family: --body; color: #000; }
                div { position: absolute; white-space: nowrap; margin: 0; }
                div.fold { left: 3mm; width: 5mm; height: 0; border-top: 0.4pt solid #000; }
                </style></head><body>
                """);
        lines(out, address.lines(), zone.left(), zone.top(), address.size());
        lines(out, sender, zone.left(), zone.top() + zone.height() - below, SENDER);
        for (double fold = envelope.folded(); fold < 290; fold += envelope.folded()) {
            out.append(String.format(Locale.ROOT, "<div class=\"fold\" style=\"top:%.2fmm\"></div>%n", fold));
        }
        List<String> inside = new ArrayList<>(List.of("沿左边的短线折叠，本页在最外面，地址对着窗口。", "内附："));
        holds.forEach(h -> inside.addAll(broken("　" + clean(h), 34)));
        lines(out, inside, 30, envelope.folded() + 18, 10.5);
        return out.append("</body></html>").toString();
    }

    private static void lines(StringBuilder out, List<String> lines, double left, double top, double size) {
        double each = size * LEADING;
        for (int i = 0; i < lines.size(); i++) {
            out.append(String.format(Locale.ROOT, "<div style=\"left:%.2fmm;top:%.2fmm;font-size:%.1fpt;line-height:%.2fpt\">%s</div>%n",
                    left, top + i * each * MM, size, each, HtmlUtils.htmlEscape(lines.get(i), "UTF-8")));
        }
    }

    /** What is pasted from elsewhere, on one line; what no font has stays, so that the page is refused and not falsified. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\uFFFE\\uFFFF]+", " ").replaceAll("\\p{Cs}", "\uFFFD").strip();
    }

    /** Numbers and words stay together where they fit into a line. @param ems how wide a line may be */
    static List<String> broken(String text, double ems) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            if (width(line) + width(c) > ems && !line.isEmpty()) {
                int from = word(c) ? wordFrom(line) : line.length();
                String carried = from == 0 ? "" : line.substring(from);
                line.setLength(line.length() - carried.length());
                lines.add(line.toString());
                line = new StringBuilder(carried);
            }
            line.appendCodePoint(c);
        }
        lines.add(line.toString());
        return lines;
    }

    private static int wordFrom(StringBuilder line) {
        int from = line.length();
        while (from > 0 && word(line.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    private static boolean word(int c) {
        return c < 0x80 && Character.isLetterOrDigit(c) || c == '-';
    }

    private static double width(CharSequence text) {
        return text.codePoints().mapToDouble(CoverSheet::width).sum();
    }

    private static double width(int c) {
        return c < 0x2000 ? NARROW : 1;
    }
}
