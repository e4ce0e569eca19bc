package org.mingfa.server.document.render;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A table of the XHTML as a Word table over the full width; colspan becomes a grid span. */
final class WordTable {
    private WordTable() {}

    static void add(XWPFDocument word, Element table) {
        var rows = rows(table);
        XWPFTable target = word.createTable(1, 1);
        target.setWidth("100%");
        for (int i = 0; i < rows.size(); i++) {
            XWPFTableRow row = i == 0 ? target.getRow(0) : target.createRow();
            while (row.getTableCells().size() > 1) row.removeCell(1);
            cells(row, rows.get(i));
        }
    }

    private static void cells(XWPFTableRow row, Element source) {
        boolean first = true;
        for (Node node = source.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (!(node instanceof Element cell)) continue;
            XWPFTableCell target = first ? row.getCell(0) : row.addNewTableCell();
            first = false;
            String span = cell.getAttribute("colspan");
            if (!span.isEmpty() && !span.equals("1")) {
                var properties = target.getCTTc().isSetTcPr() ? target.getCTTc().getTcPr() : target.getCTTc().addNewTcPr();
                properties.addNewGridSpan().setVal(new BigInteger(span));
            }
            target.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            if (cell.getAttribute("class").contains("tall")) row.setHeight(1200);
            text(target, cell);
        }
    }

    private static void text(XWPFTableCell target, Element cell) {
        boolean centred = cell.getTagName().equals("th") || cell.getAttribute("class").contains("label");
        var paragraphs = new ArrayList<Element>();
        for (Node node = cell.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals("p")) paragraphs.add(element);
        }
        if (paragraphs.isEmpty()) paragraphs.add(cell);
        for (int i = 0; i < paragraphs.size(); i++) {
            WordText.fillCell(i == 0 ? target.getParagraphs().getFirst() : target.addParagraph(), paragraphs.get(i), centred);
        }
    }

    private static List<Element> rows(Element table) {
        var rows = new ArrayList<Element>();
        var found = table.getElementsByTagName("tr");
        for (int i = 0; i < found.getLength(); i++) rows.add((Element) found.item(i));
        return rows;
    }
}
