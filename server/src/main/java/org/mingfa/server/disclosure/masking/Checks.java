package org.mingfa.server.disclosure.masking;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.mingfa.core.identity.CitizenId;

/** What a number must be to be of a kind, beyond its length. */
final class Checks {
    private static final Pattern MOBILE = Pattern.compile("(?:0?086|86)?1[3-9][0-9]{9}");
    private static final Pattern LANDLINE = Pattern.compile("0(?:10|2[0-9]|[3-9][0-9]{2})[2-8][0-9]{6,7}");

    private Checks() {}

    static Predicate<String> named(String name) {
        return switch (name) {
            case "citizen-id" -> Checks::citizenId;
            case "bank-card" -> Checks::bankCard;
            case "mobile" -> number -> number.length() >= 11 && number.length() <= 15 && MOBILE.matcher(number).matches();
            case "landline" -> number -> number.length() >= 10 && number.length() <= 12 && LANDLINE.matcher(number).matches();
            default -> throw new IllegalStateException("masking.yaml：没有名为 " + name + " 的校验");
        };
    }

    /** Eighteen characters with their check character, or the fifteen digits used before 1999 with a real date. */
    static boolean citizenId(String number) {
        return number.length() == 18 ? CitizenId.valid(number) : number.length() == 15 && number.charAt(0) != '0' && number.indexOf('X') < 0 && born(number);
    }

    private static boolean born(String number) {
        int province = Integer.parseInt(number, 0, 2, 10);
        try {
            LocalDate born = LocalDate.of(1900 + Integer.parseInt(number, 6, 8, 10), Integer.parseInt(number, 8, 10, 10), Integer.parseInt(number, 10, 12, 10));
            return province >= 11 && province <= 82 && born.getYear() >= 1900;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Sixteen to nineteen digits that begin as cards do, with the Luhn digit. */
    static boolean bankCard(String number) {
        if (number.length() < 16 || number.length() > 19 || number.charAt(0) < '3' || number.indexOf('X') >= 0) return false;
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
