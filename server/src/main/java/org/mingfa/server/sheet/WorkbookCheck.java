package org.mingfa.server.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks at a workbook before it is read: what it unpacks to, and that it holds no macro, no formula and no merged cell.
 * A formula's value is whatever was last computed, and a merged cell leaves the rows below it empty: neither can be taken
 * over row by row.
 */
final class WorkbookCheck {

    /** Bytes that a part, and all parts, may unpack to. */
    private static final long MOST_UNPACKED = 300L << 20;
    private static final int MOST_PARTS = 1_000;

    private WorkbookCheck() {}

    static void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS || zip.getEntry("xl/workbook.xml") == null) {
                throw broken();
            }
            long[] unpacked = {0};
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().toLowerCase(java.util.Locale.ROOT).endsWith("vbaproject.bin")) {
                    throw new SheetRefused("工作簿带有宏", entry.getName(), "请在 Excel 中另存为“Excel 工作簿 (*.xlsx)”，不带宏");
                }
                try (InputStream in = counted(zip.getInputStream(entry), unpacked)) {
                    if (entry.getName().startsWith("xl/worksheets/") && entry.getName().endsWith(".xml")) {
                        sheet(in);
                    } else {
                        in.transferTo(java.io.OutputStream.nullOutputStream());
                    }
                }
            }
        } catch (ZipException | XMLStreamException e) {
            throw broken();
        }
    }

    private static void sheet(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(in);
        String cell = "";
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (reader.getLocalName()) {
                case "c" -> cell = String.valueOf(reader.getAttributeValue(null, "r"));
                case "f" -> throw formula(cell);
                case "mergeCell" -> throw new SheetRefused("有合并的单元格", String.valueOf(reader.getAttributeValue(null, "ref")),
                        "请取消合并，并在每一行填写完整");
                default -> { }
            }
        }
    }

    static SheetRefused formula(String cell) {
        return new SheetRefused("这一格是公式", cell, "请复制后“选择性粘贴”为数值，再导入");
    }

    static SheetRefused broken() {
        return new SheetRefused("文件已损坏，或者不是 Excel 工作簿", "", "请用 Excel 打开后重新保存为 .xlsx");
    }

    private static InputStream counted(InputStream in, long[] total) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int b = super.read();
                count(b < 0 ? 0 : 1);
                return b;
            }

            @Override
            public int read(byte[] to, int from, int length) throws IOException {
                int n = super.read(to, from, length);
                count(Math.max(0, n));
                return n;
            }

            private void count(int n) {
                total[0] += n;
                if (total[0] > MOST_UNPACKED) {
                    throw new SheetRefused("解压后超过 " + (MOST_UNPACKED >> 20) + " MB", "", "请删去图片和多余的工作表后再导入");
                }
            }
        };
    }
}
