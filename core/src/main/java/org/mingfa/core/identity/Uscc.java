package org.mingfa.core.identity;

/**
 * 统一社会信用代码 (GB 32100-2015): 18 characters: 登记管理部门, 机构类别, six digits of the region, the organisation code of
 * nine (GB 11714), a check character. The alphabet leaves out I, O, S, V, Z; both leading characters may be letters.
 */
public final class Uscc {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private Uscc() {}

    /** True where length, alphabet, region digits and check character are right; lower case is not. */
    public static boolean valid(String code) {
        if (code.length() != 18 || !code.substring(2, 8).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            int value = ALPHABET.indexOf(code.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }

    /** The organisation code within: characters 9 to 17. */
    public static String organisationCode(String code) {
        return code.substring(8, 17);
    }

    /** 组织机构代码 (GB 11714): eight characters and a check digit, written with or without the hyphen before it. */
    public static boolean validOrganisationCode(String code) {
        String plain = code.length() == 10 && code.charAt(8) == '-' ? code.substring(0, 8) + code.charAt(9) : code;
        if (!plain.matches("[0-9A-Z]{8}[0-9X]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(plain.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        return "0X987654321".charAt(sum % 11) == plain.charAt(8);
    }
}
