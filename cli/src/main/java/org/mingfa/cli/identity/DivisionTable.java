package org.mingfa.cli.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.mingfa.cli.BadInput;
import org.mingfa.cli.CsvFile;
import org.mingfa.core.identity.DivisionCode;

/** The divisions of a file, CSV with a column {@code code}. A table may leave whole levels of a province out; then it cannot tell. */
final class DivisionTable {
    private final String file;
    private final Set<String> codes = new HashSet<>();
    private final Set<String> held = new HashSet<>();
    private int unknowable;

    private DivisionTable(String file) {
        this.file = file;
    }

    /** @throws BadInput naming file, line and reason */
    static DivisionTable read(Path path) throws IOException {
        var table = new DivisionTable(path.toString());
        try (CsvFile csv = CsvFile.open(path)) {
            csv.need("code");
            for (CSVRecord row : csv) {
                String code = DivisionCode.filled(csv.cell(row, "code").strip());
                Optional<String> fault = DivisionCode.fault(code);
                if (fault.isPresent()) {
                    throw new BadInput(path + ":" + row.getRecordNumber() + ": '" + csv.cell(row, "code") + "' is no division: " + fault.get());
                }
                table.codes.add(code);
                table.held.add(level(code));
            }
        }
        return table;
    }

    /** Why the table says that there is no such division; empty where it has it or cannot tell. */
    Optional<String> fault(String code) {
        if (codes.contains(code)) {
            return Optional.empty();
        }
        if (!held.contains(level(code))) {
            unknowable++;
            return Optional.empty();
        }
        return Optional.of("not among the " + codes.size() + " divisions of " + file);
    }

    /** How many codes were asked for that the table cannot tell anything about. */
    int unknowable() {
        return unknowable;
    }

    /** Province and depth; provinces themselves are one level of the whole country. */
    private static String level(String code) {
        if (code.substring(2).matches("0+")) {
            return code.length() + " province";
        }
        String depth = code.length() > 6 ? code.length() + " digits" : code.endsWith("00") ? "city" : "county";
        return code.substring(0, 2) + " " + depth;
    }
}
