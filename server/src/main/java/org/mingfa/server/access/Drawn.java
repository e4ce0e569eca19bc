package org.mingfa.server.access;

import java.security.SecureRandom;

/** Words drawn by chance for people to type: no letter that is taken for another. */
final class Drawn {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Drawn() {}

    /** About 5 bits a letter. */
    static String letters(int length) {
        StringBuilder out = new StringBuilder();
        RANDOM.ints(length, 0, LETTERS.length()).forEach(i -> out.append(LETTERS.charAt(i)));
        return out.toString();
    }
}
