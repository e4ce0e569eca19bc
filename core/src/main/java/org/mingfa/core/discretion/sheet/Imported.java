package org.mingfa.core.discretion.sheet;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * What became of a spreadsheet.
 *
 * @param layout whose it is
 * @param reported in the order of the rows
 * @param tables as {@code discretion: tables} wants them
 */
public record Imported(String layout, long rows, List<Reported> reported, List<Map<String, Object>> tables) {

    /** A row that was not read. */
    public record Reported(long row, String id, String reason) {}

    public Imported {
        reported = reported.stream().sorted(Comparator.comparing(Reported::row)).toList();
        tables = List.copyOf(tables);
    }

    public long read() {
        return rows - reported.size();
    }

    /** A file of tables for {@code law/} or {@code --tables}. */
    public String yaml(String source) {
        var options = new DumperOptions();
        options.setAllowUnicode(true);
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(10_000);
        options.setSplitLines(false);
        return "# 由 mingfa discretion import 从 " + source.replaceAll("[\\p{Cntrl}]", " ") + " 读出：" + read() + " 行，未读出 " + reported.size()
                + " 行。\ndiscretion: tables\n"
                + new Yaml(options).dump(Map.of("tables", tables));
    }
}
