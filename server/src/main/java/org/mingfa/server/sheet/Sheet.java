package org.mingfa.server.sheet;

import java.util.List;

/** One table as read from a file: its header and the rows below it that hold anything. */
public record Sheet(List<String> header, List<Row> rows) {

    /**
     * @param number as the spreadsheet shows it: the header's is 1
     * @param cells as many as the header; trimmed text, dates as yyyy-MM-dd, "" where there is nothing
     */
    public record Row(int number, List<String> cells) {}
}
