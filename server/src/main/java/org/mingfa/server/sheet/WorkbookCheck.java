package org.mingfa.server.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.regex.Pattern;
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

    /** Bytes that all parts may unpack to; sheets are read row by row. */
    private static final long MOST_UNPACKED = 200L << 20;
    /** And what the other parts of the workbook may, such as its texts: they are held in memory. */
    private static final long MOST_HELD = 24L << 20;
    private static final int MOST_PARTS = 1_000;
    /** Three letters reach column 16,384: two and a little more than a list has. */
    private static final Pattern NEAR = Pattern.compile("(?:[A-Z]|[A-F][A-Z])[1-9]\\d{0,6}");
    private static final Pattern HUGE = Pattern.compile("[eE][+-]?\\d{3,}");

    private WorkbookCheck() {}

    static void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS || zip.getEntry("xl/workbook.xml") == null) {
                throw broken();
            }
            long[] unpacked = {0};
            long[] held = {0};
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().toLowerCase(java.util.Locale.ROOT).endsWith("vbaproject.bin")) {
                    throw new SheetRefused("工作簿带有宏", entry.getName(), "请在 Excel 中另存为“Excel 工作簿 (*.xlsx)”，不带宏");
                }
                boolean sheet = entry.getName().startsWith("xl/worksheets/") && entry.getName().endsWith(".xml");
                boolean text = !sheet && entry.getName().endsWith(".xml");
                try (InputStream in = counted(zip.getInputStream(entry), text ? held : unpacked, text ? MOST_HELD : MOST_UNPACKED)) {
                    if (sheet) {
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
        int rows = 0;
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (reader.getLocalName()) {
                case "row" -> SheetFile.rows(++rows);
                case "c" -> {
                    cell = String.valueOf(reader.getAttributeValue(null, "r"));
                    if (!NEAR.matcher(cell).matches()) {
                        throw new SheetRefused("这一格离第一列太远，或者没有写明位置", cell.length() > 20 ? cell.substring(0, 20) + "…" : cell, "请只保留模板中的列，另存后再导入");
                    }
                }
                case "v" -> value(reader, cell);
                case "f" -> throw formula(cell);
                case "mergeCell" -> throw new SheetRefused("有合并的单元格", String.valueOf(reader.getAttributeValue(null, "ref")),
                        "请取消合并，并在每一行填写完整");
                default -> { }
            }
        }
    }

    /** A number that is longer than any sum or code is no number of a list; texts are of another part. */
    private static void value(XMLStreamReader reader, String cell) throws XMLStreamException {
        String value = reader.getElementText();
        if (value.length() > 40 && value.chars().allMatch(c -> "0123456789.+-eE".indexOf(c) >= 0) || HUGE.matcher(value).find()) {
            throw new SheetRefused("这一格的数太大或者太长", cell, "请改为文字，或者改正这个数");
        }
    }

    static SheetRefused formula(String cell) {
        return new SheetRefused("这一格是公式", cell, "请复制后“选择性粘贴”为数值，再导入");
    }

    static SheetRefused broken() {
        return new SheetRefused("文件已损坏，或者不是 Excel 工作簿", "", "请用 Excel 打开后重新保存为 .xlsx");
    }

    private static InputStream counted(InputStream in, long[] total, long most) {
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
                if (total[0] > most) {
                    throw new SheetRefused("解压后超过 " + (most >> 20) + " MB", "", "请删去图片和多余的工作表后再导入");
                }
            }
        };
    }
}
