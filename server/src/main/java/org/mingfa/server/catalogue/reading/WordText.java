package org.mingfa.server.catalogue.reading;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The paragraphs of a Word file (.docx), a line each. Read as a stream with a bound, and not with the library that writes
 * our documents: that holds the whole document in memory several times over, and the content is a stranger's.
 */
final class WordText {

    private static final long MOST_INFLATED = 64L * 1024 * 1024;
    private static final int MOST_TEXT = 4_000_000;
    private static final int MOST_ENTRIES = 2_000;
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private WordText() {}

    static String read(byte[] content) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            InputStream bounded = new Bounded(zip);
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw tooLarge();
                }
                if (entry.getName().equals("word/document.xml")) {
                    return paragraphs(bounded);
                }
                bounded.skip(Long.MAX_VALUE);
            }
        } catch (IOException | XMLStreamException e) {
            throw new Unreadable("Word 文件已损坏，读不出正文", "文件", "用 Word 或 WPS 打开后另存为 .docx 再导入");
        }
        throw new Unreadable("不是 Word 文件（.docx）", "文件", "用 Word 或 WPS 另存为 .docx 再导入");
    }

    private static String paragraphs(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && W.equals(xml.getNamespaceURI())) {
                inText = xml.getLocalName().equals("t");
                text.append(switch (xml.getLocalName()) { case "tab" -> " "; case "br", "cr" -> "\n"; default -> ""; });
            } else if (event == XMLStreamConstants.END_ELEMENT && W.equals(xml.getNamespaceURI())) {
                inText = false;
                text.append(xml.getLocalName().equals("p") ? "\n" : "");
            } else if (inText && event == XMLStreamConstants.CHARACTERS) {
                text.append(xml.getText());
            }
            if (text.length() > MOST_TEXT) {
                throw tooLarge();
            }
        }
        return text.toString();
    }

    private static Unreadable tooLarge() {
        return new Unreadable("解压后的内容过大", "文件", "确认文件是一部法规的正文；图片和附件请删去后另存");
    }

    /** Counts what comes out of the archive, so that a small file cannot become a huge one. */
    private static final class Bounded extends FilterInputStream {
        private long read;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int some = super.read(buffer, from, length);
            count(Math.max(some, 0));
            return some;
        }

        @Override
        public long skip(long n) throws IOException {
            byte[] buffer = new byte[8192];
            long skipped = 0;
            for (int some = read(buffer, 0, buffer.length); some >= 0 && skipped < n; some = read(buffer, 0, buffer.length)) {
                skipped += some;
            }
            return skipped;
        }

        private void count(int more) {
            read += more;
            if (read > MOST_INFLATED) {
                throw tooLarge();
            }
        }
    }
}
