package org.mingfa.core.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** 公民身份号码 (GB 11643-1999): region, date of birth, sequence (odd for men), check character. */
public record CitizenId(String number, LocalDate born) {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    public static boolean valid(String number) {
        return read(number).isPresent();
    }

    /** The number with its date of birth; empty unless shape, date and check character are right. Whether the region exists is the division table's to say. */
    public static Optional<CitizenId> read(String number) {
        if (!number.matches("[1-9][0-9]{16}[0-9X]") || CHECKS.charAt(sum(number) % 11) != number.charAt(17)) {
            return Optional.empty();
        }
        try {
            LocalDate born = LocalDate.of(part(number, 6, 10), part(number, 10, 12), part(number, 12, 14));
            return born.getYear() < 1800 ? Optional.empty() : Optional.of(new CitizenId(number, born));
        } catch (DateTimeException e) {
            return Optional.empty(); // no such day: not a number of this kind
        }
    }

    public String region() {
        return number.substring(0, 6);
    }

    public boolean male() {
        return (number.charAt(16) - '0') % 2 == 1;
    }

    /** Full years on that day. A birthday counts from the day itself (a minor is one under 18). */
    public int age(LocalDate on) {
        return Period.between(born, on).getYears();
    }

    private static int sum(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return sum;
    }

    private static int part(String number, int from, int to) {
        return Integer.parseInt(number, from, to, 10);
    }
}
