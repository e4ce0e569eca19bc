package org.mingfa.core.identity;

import java.util.Optional;

/** What is wrong with the characters of a code: how many, and the first that does not belong there. */
final class Characters {
    private static final int FULL_WIDTH = 'Ａ' - 'A';

    private Characters() {}

    /** @param others what the alphabet is, for a character that is neither full-width nor lower case */
    static Optional<String> fault(String code, String lengths, boolean fits, String alphabet, String others) {
        int space = firstSpace(code);
        if (space >= 0) {
            return Optional.of("a space at character " + (space + 1));
        }
        if (!fits) {
            return Optional.of(code.codePointCount(0, code.length()) + " characters, not " + lengths);
        }
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (alphabet.indexOf(c) < 0) {
                return Optional.of(foreign(c, i + 1, alphabet, others));
            }
        }
        return Optional.empty();
    }

    private static int firstSpace(String code) {
        for (int i = 0; i < code.length(); i++) {
            if (Character.isWhitespace(code.charAt(i)) || Character.isSpaceChar(code.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static String foreign(char c, int place, String alphabet, String others) {
        String which = "'" + c + "' at character " + place;
        char narrow = c >= '！' && c <= '～' ? (char) (c - FULL_WIDTH) : c;
        char upper = narrow >= 'a' && narrow <= 'z' ? (char) (narrow - 'a' + 'A') : narrow;
        if (alphabet.indexOf(upper) < 0 || upper == c) {
            return which + " is not allowed: " + others;
        }
        return (narrow != c ? "full-width " : "lower-case ") + which + ", write " + upper;
    }
}
