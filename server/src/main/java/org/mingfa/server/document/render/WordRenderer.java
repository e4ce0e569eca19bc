package org.mingfa.server.document.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The same XHTML as an editable Word file: headings, paragraphs and tables on the 29 pt grid of GB/T 9704. */
public final class WordRenderer {
    /** Twentieths of a point in a millimetre. */
    private static final double TWIPS = 1440 / 25.4;

    private WordRenderer() {}

    public static byte[] render(String xhtml) {
        Document document = Xhtml.parse(xhtml);
        try (var word = new XWPFDocument(); var out = new ByteArrayOutputStream()) {
            sheet(word);
            blocks((Element) document.getElementsByTagName("body").item(0), word);
            word.getProperties().getCoreProperties().setTitle(document.getElementsByTagName("title").item(0).getTextContent());
            word.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("Word 文件生成失败：" + e.getMessage(), e);
        }
    }

    private static void blocks(Element parent, XWPFDocument word) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (!(node instanceof Element element)) continue;
            switch (element.getTagName()) {
                case "table" -> WordTable.add(word, element);
                case "div" -> blocks(element, word);
                default -> WordText.fill(word.createParagraph(), element);
            }
        }
    }

    private static void sheet(XWPFDocument word) {
        CTSectPr section = word.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(twips(210));
        size.setH(twips(297));
        size.setOrient(STPageOrientation.PORTRAIT);
        var margins = section.addNewPgMar();
        margins.setTop(twips(37));
        margins.setLeft(twips(28));
        margins.setBottom(twips(35));
        margins.setRight(twips(26));
        margins.setHeader(twips(15));
        margins.setFooter(twips(25));
        var grid = section.addNewDocGrid();
        grid.setType(STDocGrid.LINES);
        grid.setLinePitch(BigInteger.valueOf(29 * 20));
    }

    private static BigInteger twips(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * TWIPS));
    }
}
