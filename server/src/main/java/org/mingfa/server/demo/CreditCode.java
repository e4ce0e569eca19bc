package org.mingfa.server.demo;

/** Social credit codes (GB 32100-2015) for invented enterprises: right check characters, an unassigned region. */
final class CreditCode {

    private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] BODY_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CreditCode() {}

    /** @param kind 91 for a company, 92 for a sole trader */
    static String of(String kind, String region, int number) {
        String body = "MY%06d".formatted(number);
        String seventeen = kind + region + body + bodyCheck(body);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += LETTERS.indexOf(seventeen.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return seventeen + LETTERS.charAt((31 - sum % 31) % 31);
    }

    private static char bodyCheck(String body) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.getNumericValue(body.charAt(i)) * BODY_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}
