package org.mingfa.core.identity;

import java.util.Optional;

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
        return fault(code).isEmpty();
    }

    /** Why the code is not valid, in a few words; empty where it is. Whether it was ever issued is the register's to say. */
    public static Optional<String> fault(String code) {
        Optional<String> characters = Characters.fault(code, "18", code.length() == 18, ALPHABET,
                "digits and capital letters without I, O, S, V and Z");
        if (characters.isPresent()) {
            return characters;
        }
        for (int i = 2; i < 8; i++) {
            if (code.charAt(i) > '9') {
                return Optional.of("'" + code.charAt(i) + "' at character " + (i + 1) + ", where characters 3 to 8 are the digits of a division");
            }
        }
        char check = check(code);
        return check == code.charAt(17) ? Optional.empty()
                : Optional.of("the check character is " + code.charAt(17) + " and should be " + check);
    }

    private static char check(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
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
