package org.mingfa.core.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How a sum is divided over months (分期): what is asked for is never more or less than the whole. */
public final class Instalments {

    /** @param amount 分 */
    public record Instalment(LocalDate day, long amount) {}

    private Instalments() {}

    /**
     * Equal parts; what does not divide is in the last one.
     *
     * @param amount 分
     * @throws IllegalArgumentException where a part would be nothing
     */
    public static List<Instalment> equal(long amount, int count, LocalDate first, int months) {
        if (count < 1 || amount < count) {
            throw new IllegalArgumentException(amount + " 分 cannot be divided into " + count);
        }
        return of(amount, amount / count, count, first, months);
    }

    /**
     * Parts of this size until nothing is left, the last one smaller where it must be.
     *
     * @param amount 分
     * @throws IllegalArgumentException where the parts are nothing
     */
    public static List<Instalment> each(long amount, long part, LocalDate first, int months) {
        if (part < 1 || amount < 1) {
            throw new IllegalArgumentException("parts of " + part + " 分 of " + amount);
        }
        return of(amount, part, Math.toIntExact((amount + part - 1) / part), first, months);
    }

    /** Each on the corresponding day of its month, else on the last of it (民法典 第二百零二条). */
    private static List<Instalment> of(long amount, long part, int count, LocalDate first, int months) {
        List<Instalment> out = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            out.add(new Instalment(first.plusMonths((long) i * months), i == count - 1 ? amount - part * (count - 1) : part));
        }
        return out;
    }
}
