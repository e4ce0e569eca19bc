package org.mingfa.cli.discretion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.mingfa.cli.BadInput;
import org.mingfa.cli.Command;
import org.mingfa.cli.Console;
import org.mingfa.cli.CsvFile;
import org.mingfa.cli.Options;
import org.mingfa.core.discretion.Benchmarks;
import org.mingfa.core.discretion.Unreadable;
import org.mingfa.core.discretion.sheet.Imported;
import org.mingfa.core.discretion.sheet.SheetRow;
import org.mingfa.core.discretion.sheet.Sheets;

/** {@code discretion import}. */
final class TableImport {
    private static final Set<String> LEVELS = Set.of("national", "province", "city", "county");

    private TableImport() {}

    static int run(List<String> args, Console console) throws IOException {
        Options options = Options.parse(args, Set.of("--dry-run", "--force"), Set.of("--to", "--level", "--region"));
        String to = options.value("--to");
        if (options.words().size() != 1 || (to == null) != options.has("--dry-run")) {
            throw new BadInput("usage: mingfa discretion import FILE.csv --dry-run, or --to FILE.yaml");
        }
        String level = options.named().getOrDefault("--level", "");
        if (!level.isEmpty() && !LEVELS.contains(level)) {
            throw new BadInput("--level is national, province, city or county");
        }
        Path from = Path.of(options.words().getFirst());
        if (to != null && Files.exists(Path.of(to)) && !options.has("--force")) {
            throw new BadInput(to + " exists; --force replaces it");
        }
        Imported imported = read(from, new Sheets.Origin(stem(from), level, options.named().getOrDefault("--region", "")));
        if (to != null) {
            write(imported, from, Path.of(to));
        }
        imported.reported().forEach(r -> console.out().println("row " + r.row() + " (" + r.id() + "): " + r.reason()));
        console.out().println("rows " + imported.rows() + ", read " + imported.read() + ", reported " + imported.reported().size());
        return Command.OK;
    }

    private static Imported read(Path from, Sheets.Origin origin) throws IOException {
        try (CsvFile csv = CsvFile.open(from)) {
            var rows = new ArrayList<SheetRow>();
            for (CSVRecord record : csv) {
                var cells = new LinkedHashMap<String, String>();
                csv.columns().forEach(c -> cells.put(c, csv.cell(record, c)));
                rows.add(new SheetRow(rows.size() + 1L, cells, record.isConsistent()));
            }
            return Sheets.read(csv.columns(), rows, origin);
        } catch (Unreadable e) {
            throw new BadInput(from + ":1: " + e.getMessage(), e);
        }
    }

    /** Whole or not at all, and only what can be read back. */
    private static void write(Imported imported, Path from, Path to) throws IOException {
        String yaml = imported.yaml(String.valueOf(from.getFileName()));
        List<String> problems = Benchmarks.load(java.util.Map.of(to.toString(), yaml)).problems();
        if (!problems.isEmpty()) {
            throw new BadInput("nothing is written: " + problems.getFirst());
        }
        Path folder = to.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(to)) {
            throw new BadInput(to + (Files.isDirectory(to) ? ": a folder, not a file" : ": there is no folder to write it in"));
        }
        Path part = Files.createTempFile(folder, ".import", ".yaml");
        try {
            Files.writeString(part, yaml);
            Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "")
                .replaceAll("[^0-9A-Za-z-]+", "-").toLowerCase(java.util.Locale.ROOT);
        return name.isEmpty() || name.equals("-") ? "table" : name;
    }
}
