package org.mingfa.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file (RFC 4180, UTF-8, with a header row). Every fault of the file is a {@link BadInput} that names it and where. */
public final class CsvFile implements AutoCloseable, Iterable<CSVRecord> {
    private static final long LARGEST = 50L << 20;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true).setAllowMissingColumnNames(true).get();

    private final Path path;
    private final CSVParser parser;

    private CsvFile(Path path, CSVParser parser) {
        this.path = path;
        this.parser = parser;
    }

    /** @throws BadInput for what is no such file: missing, a folder, larger than 50 MB, empty, not UTF-8, a column twice */
    public static CsvFile open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new BadInput(path + ": a folder, not a file");
        }
        if (!Files.exists(path)) {
            throw new BadInput(path + ": no such file");
        }
        if (Files.size(path) > LARGEST) {
            throw new BadInput(path + ": " + (Files.size(path) >> 20) + " MB; at most " + (LARGEST >> 20) + " MB are read");
        }
        var decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        BufferedReader in = new BufferedReader(new InputStreamReader(Files.newInputStream(path), decoder));
        try {
            in.mark(1);
            if (in.read() != '\uFEFF') {
                in.reset();
            }
            CsvFile file = new CsvFile(path, FORMAT.parse(in));
            if (file.columns().isEmpty()) {
                throw new BadInput(path + ": empty, without even a header");
            }
            return file;
        } catch (IllegalArgumentException e) {
            in.close();
            throw new BadInput(path + ":1: " + e.getMessage(), e);
        } catch (IOException e) {
            in.close();
            throw bad(path, 1, e);
        }
    }

    public List<String> columns() {
        return parser.getHeaderNames();
    }

    /** @throws BadInput naming the columns that are missing */
    public void need(String... names) {
        Set<String> missing = new HashSet<>(List.of(names));
        missing.removeAll(columns());
        if (!missing.isEmpty()) {
            throw new BadInput(path + ":1: no column " + String.join(", ", missing.stream().sorted().toList())
                    + "; the header is " + String.join(", ", columns()));
        }
    }

    /** The text of a cell; empty where the row is too short for it. */
    public String cell(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column) : "";
    }

    @Override
    public Iterator<CSVRecord> iterator() {
        Iterator<CSVRecord> rows = parser.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                try {
                    return rows.hasNext();
                } catch (UncheckedIOException e) {
                    throw bad(path, parser.getCurrentLineNumber(), e.getCause());
                }
            }

            @Override
            public CSVRecord next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return rows.next();
            }
        };
    }

    private static BadInput bad(Path path, long line, IOException e) {
        String where = path + ":" + Math.max(1, line) + ": ";
        if (e instanceof CharacterCodingException) {
            return new BadInput(where + "not UTF-8 from about here on", e);
        }
        return e instanceof CSVException ? new BadInput(where + "not CSV: " + e.getMessage(), e)
                : new BadInput("cannot read " + path + ": " + LawFolder.reason(e), e);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
