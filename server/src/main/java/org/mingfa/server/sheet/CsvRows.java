package org.mingfa.server.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file (RFC 4180) in UTF-8, or in GB18030 as Chinese Excel writes it. */
final class CsvRows {

    private CsvRows() {}

    static Sheet read(Path file) throws IOException {
        String text = text(Files.readAllBytes(file));
        List<String> header = List.of();
        List<Sheet.Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVFormat.RFC4180.parse(new java.io.StringReader(text))) {
            for (CSVRecord record : parser) {
                int number = Math.toIntExact(record.getRecordNumber());
                SheetFile.rows(number);
                List<String> cells = cells(record, number);
                if (number == 1) {
                    header = SheetFile.header(cells);
                } else {
                    rows.add(new Sheet.Row(number, cells));
                }
            }
        } catch (UncheckedIOException | CSVException e) {
            throw new SheetRefused("引号不配对，或者引号后面还有字", "", "含有逗号、换行或引号的格子要用引号括起，格内的引号写成两个；最好用 Excel 另存为 CSV UTF-8");
        }
        return SheetFile.of(header, rows);
    }

    private static List<String> cells(CSVRecord record, int number) {
        List<String> cells = new ArrayList<>(record.size());
        for (int i = 0; i < record.size(); i++) {
            cells.add(SheetFile.cell(record.get(i), number, i));
        }
        return cells;
    }

    private static String text(byte[] bytes) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                String text = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
                if (text.indexOf('\0') < 0) {
                    return text.startsWith("\ufeff") ? text.substring(1) : text;
                }
            } catch (CharacterCodingException e) {
                // not this one: the next is tried, and none is said below
            }
        }
        throw new SheetRefused("文字编码既不是 UTF-8，也不是 GB18030", "", "请用 Excel 另存为“CSV UTF-8 (逗号分隔)”");
    }
}
