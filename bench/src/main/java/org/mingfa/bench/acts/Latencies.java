package org.mingfa.bench.acts;

import java.util.Arrays;

/** How long answers took, in nanoseconds. */
public final class Latencies {

    private long[] values = new long[1024];
    private int count;

    public void add(long nanos) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = nanos;
    }

    public void addAll(Latencies other) {
        for (int i = 0; i < other.count; i++) {
            add(other.values[i]);
        }
    }

    public int count() {
        return count;
    }

    /** Milliseconds that so many of a hundred did not exceed. */
    public double percentile(double hundredth) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted[Math.clamp((int) Math.ceil(count * hundredth / 100) - 1, 0, count - 1)] / 1e6;
    }
}
