package org.mingfa.core.discretion.sheet;

import java.util.Map;

/**
 * A row of a spreadsheet below its header.
 *
 * @param number from 1
 * @param cells column to text; a missing cell is empty
 * @param whole it has as many cells as the header
 */
public record SheetRow(long number, Map<String, String> cells, boolean whole) {

    String cell(String column) {
        return cells.getOrDefault(column, "").strip();
    }
}
