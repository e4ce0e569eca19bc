package org.mingfa.server.discretion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one file, as they were read.
 *
 * @param state draft (待公布), published (已公布), withdrawn (已撤回)
 * @param counts of the file
 * @param firstDay in force, since it was last published; {@code lastDay} where it is withdrawn
 * @param decidedBy who published or withdrew it last
 */
public record BenchmarkSet(long id, String title, String file, String state, Counts counts, String importedBy, Instant importedAt,
        @Nullable String decidedBy, @Nullable Instant decidedAt, String note, @Nullable LocalDate firstDay, @Nullable LocalDate lastDay) {

    /**
     * @param rows of the file; {@code read} of them are in a table, the others are in {@code reported}
     * @param findings where a table exceeds the statute or a table above it, leaves a gap, or overlaps
     */
    public record Counts(int tables, int rows, int read, List<Reported> reported, List<Checked> findings) {}

    /** A row that was not read, and why. */
    public record Reported(long row, String id, String reason) {}

    /** @param warning something to look at; else the set must not be published */
    public record Checked(boolean warning, String message) {}
}
