package org.mingfa.cli.audit;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.mingfa.cli.BadInput;

/** An event log on disk, plain or gzip (told by its first bytes, not its name), read as a stream: one trace in memory at a time. */
record XesFile(Path path) {
    private static final int BUFFER = 1 << 16;

    /** @throws BadInput naming file, line, column and reason where it is no XES log */
    void read(Consumer<Trace> cases) {
        try (InputStream in = open()) {
            XMLStreamReader xml = factory().createXMLStreamReader(new Unclosed(in));
            try {
                new XesReader(xml, cases).read();
                in.transferTo(OutputStream.nullOutputStream()); // the checksum stands at the very end
            } catch (XMLStreamException e) {
                throw bad(xml, e);
            }
        } catch (XMLStreamException e) {
            throw new BadInput(path + ":1:1: " + reason(e), e);
        } catch (NoSuchFileException e) {
            throw new BadInput(path + ": no such file", e);
        } catch (EOFException e) {
            throw new BadInput(path + ":1:1: the compressed file ends too early", e);
        } catch (IOException e) {
            throw new BadInput(path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** The parser closes its stream at the end of the document, before the checksum of a compressed file is read. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // left to the owner of the stream
        }
    }

    private InputStream open() throws IOException {
        if (Files.isDirectory(path)) {
            throw new BadInput(path + ": is a folder, not an event log");
        }
        var in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in, BUFFER) : in;
    }

    /** No document type, no entities from elsewhere: a log is data. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read: " + systemId);
        });
        return factory;
    }

    private BadInput bad(XMLStreamReader xml, XMLStreamException e) {
        var at = e.getLocation() != null && e.getLocation().getLineNumber() > 0 ? e.getLocation() : xml.getLocation();
        return new BadInput(path + ":" + at.getLineNumber() + ":" + at.getColumnNumber() + ": " + reason(e), e);
    }

    /** The parser's own words without its "ParseError at [row,col]" and line break. */
    private static String reason(XMLStreamException e) {
        if (e.getCause() instanceof EOFException) {
            return "the compressed file ends too early";
        }
        String message = String.valueOf(e.getMessage());
        return message.substring(message.indexOf("Message: ") < 0 ? 0 : message.indexOf("Message: ") + 9).strip();
    }
}
