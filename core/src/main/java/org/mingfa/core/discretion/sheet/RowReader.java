package org.mingfa.core.discretion.sheet;

/** Reads the rows of one layout. */
interface RowReader {
    /** @throws org.mingfa.core.discretion.Unreadable why the row cannot be read */
    void read(SheetRow row);

    /** After the last row: what only shows when rows are seen together. */
    void finish();
}
