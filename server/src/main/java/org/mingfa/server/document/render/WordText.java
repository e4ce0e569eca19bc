package org.mingfa.server.document.render;

import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A heading, paragraph or cell of the XHTML as a Word paragraph. */
final class WordText {
    private static final String BODY = "仿宋";

    private WordText() {}

    private record Look(String font, double points, double line, boolean indent, ParagraphAlignment align) {}

    static void fill(XWPFParagraph paragraph, Element element) {
        Look look = look(element);
        paragraph.setAlignment(look.align());
        paragraph.setSpacingBetween(look.line(), LineSpacingRule.EXACT);
        if (look.indent()) paragraph.setIndentationFirstLine((int) Math.round(2 * look.points() * 20));
        runs(paragraph, element, look.font(), look.points());
    }

    /** Text of a table cell, 12 pt on 20 pt lines. */
    static void fillCell(XWPFParagraph paragraph, Element element, boolean centred) {
        paragraph.setAlignment(element.getAttribute("class").contains("right") ? ParagraphAlignment.RIGHT
                : centred ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
        paragraph.setSpacingBetween(20, LineSpacingRule.EXACT);
        runs(paragraph, element, BODY, 12);
    }

    private static Look look(Element element) {
        String classes = element.getAttribute("class");
        boolean seal = element.getParentNode() instanceof Element parent && parent.getAttribute("class").contains("seal");
        return switch (element.getTagName()) {
            case "h1" -> new Look("方正小标宋简体", 22, 36, false, ParagraphAlignment.CENTER);
            case "h2" -> new Look("黑体", 16, 29, true, ParagraphAlignment.LEFT);
            default -> {
                if (classes.contains("number") || classes.contains("draft")) yield new Look(BODY, 16, 29, false, ParagraphAlignment.CENTER);
                if (classes.contains("right") || seal) yield new Look(BODY, 16, 29, false, ParagraphAlignment.RIGHT);
                yield new Look(BODY, 16, 29, !classes.contains("flush"), ParagraphAlignment.BOTH);
            }
        };
    }

    private static void runs(XWPFParagraph paragraph, Node node, String font, double points) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                if (element.getTagName().equals("br")) run(paragraph, font, points).addBreak();
                else runs(paragraph, element, element.getTagName().equals("b") ? "黑体" : font, points);
            } else {
                String text = child.getTextContent().replaceAll("[\\n\\t ]+", " ");
                if (!text.isBlank() || text.contains("　")) run(paragraph, font, points).setText(text);
            }
        }
    }

    private static XWPFRun run(XWPFParagraph paragraph, String font, double points) {
        XWPFRun run = paragraph.createRun();
        run.setFontSize(points);
        CTRPr properties = run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
        var fonts = properties.sizeOfRFontsArray() > 0 ? properties.getRFontsArray(0) : properties.addNewRFonts();
        fonts.setEastAsia(font);
        fonts.setAscii(font);
        fonts.setHAnsi(font);
        return run;
    }
}
