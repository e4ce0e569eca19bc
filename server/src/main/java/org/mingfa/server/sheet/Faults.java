package org.mingfa.server.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with the rows of one table, gathered over the whole of it. */
public final class Faults {

    /** The first so many are told; all are counted. */
    static final int TOLD = 1_000;

    /**
     * @param row as the spreadsheet shows it
     * @param column its title, "" where the row as a whole is meant
     */
    public record Fault(int row, String column, String value, String what, String mend) {}

    /**
     * @param rows of the table
     * @param read rows without a fault
     * @param refused rows with one or more
     * @param faults the first 1,000, by row
     */
    public record Report(int rows, int read, int refused, List<Fault> faults, long allFaults) {}

    private final List<Fault> faults = new ArrayList<>();
    private final Set<Integer> rows = new HashSet<>();
    private long all;

    public void add(int row, String column, String value, String what, String mend) {
        rows.add(row);
        if (all++ >= TOLD) {
            return;
        }
        faults.add(new Fault(row, column, value.length() > 60 ? value.substring(0, 60) + "…" : value, what, mend));
    }

    public boolean any() {
        return all > 0;
    }

    /** Whether this row has a fault already. */
    public boolean in(int row) {
        return rows.contains(row);
    }

    public Report report(int all) {
        List<Fault> told = faults.stream().sorted(java.util.Comparator.comparingInt(Fault::row)).toList();
        return new Report(all, all - rows.size(), rows.size(), told, this.all);
    }
}
