package org.mingfa.core.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** 公民身份号码 (GB 11643-1999): region, date of birth, sequence (odd for men), check character. */
public record CitizenId(String number, LocalDate born) {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** GB 11643 itself gives an example born in 1880. */
    private static final int EARLIEST = 1800;

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
            return born.getYear() < EARLIEST ? Optional.empty() : Optional.of(new CitizenId(number, born));
        } catch (DateTimeException e) {
            return Optional.empty(); // no such day: not a number of this kind
        }
    }

    /**
     * Why the number is not valid on that day, in a few words; empty where it is: characters, province, a real day of birth
     * that is not after {@code today}, check character.
     */
    public static Optional<String> fault(String number, LocalDate today) {
        Optional<String> characters = Characters.fault(number, "18" + oldStyle(number), number.length() == 18, "0123456789X",
                "17 digits and a digit or X");
        if (characters.isPresent()) {
            return characters;
        }
        int x = number.indexOf('X');
        if (x >= 0 && x < 17) {
            return Optional.of("'X' at character " + (x + 1) + "; only the last may be X");
        }
        if (!DivisionCode.isProvince(number.substring(0, 2))) {
            return Optional.of(number.startsWith("9") ? "it begins as the number of a foreigner's residence card (外国人永久居留身份证), not of a citizen"
                    : "no province has the code " + number.substring(0, 2));
        }
        return bornFault(number, today).or(() -> checkFault(number));
    }

    private static String oldStyle(String number) {
        return number.matches("[0-9]{15}") ? "; numbers of 15 digits (1989) ended on 2013-01-01" : "";
    }

    private static Optional<String> bornFault(String number, LocalDate today) {
        String written = number.substring(6, 10) + "-" + number.substring(10, 12) + "-" + number.substring(12, 14);
        try {
            LocalDate born = LocalDate.parse(written);
            return born.isAfter(today) ? Optional.of("the day of birth " + written + " is in the future")
                    : born.getYear() < EARLIEST ? Optional.of("the day of birth " + written + " is before " + EARLIEST) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("there is no day of birth " + written);
        }
    }

    private static Optional<String> checkFault(String number) {
        char check = CHECKS.charAt(sum(number) % 11);
        return check == number.charAt(17) ? Optional.empty()
                : Optional.of("the check character is " + number.charAt(17) + " and should be " + check);
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
