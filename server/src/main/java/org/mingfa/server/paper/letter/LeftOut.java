package org.mingfa.server.paper.letter;

import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** The last sheet of a batch: what was asked for and is not in it, so that the print itself says so. */
public final class LeftOut {

    private LeftOut() {}

    public static String of(List<String> lines) {
        StringBuilder out = new StringBuilder("""
                <html xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN"><head><title>没有印入的</title><style>
                @page { size: 210mm 297mm; margin: 25mm; }
                body { margin: 0; font-family: --body; font-size: 11pt; line-height: 18pt; }
                h1 { font-size: 14pt; font-weight: 400; margin: 0 0 6pt; }
                p { margin: 0 0 4pt; }
                </style></head><body><h1>本批没有印入的（本页不寄出）</h1>
                """);
        lines.forEach(line -> out.append("<p>").append(HtmlUtils.htmlEscape(line.replaceAll("\\p{Cc}+", " "), "UTF-8")).append("</p>\n"));
        return out.append("</body></html>").toString();
    }
}
