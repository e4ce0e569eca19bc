package org.mingfa.server.disclosure.masking;

/**
 * One place of the served text that the public does not see.
 *
 * @param from first character, in the original (UTF-16)
 * @param to   after the last
 * @param with what stands there instead
 * @param rule e.g. MSK-03
 * @param title what it is, e.g. 公民身份号码
 * @param cite the text that demands it
 */
public record Mask(int from, int to, String with, String rule, String title, String cite) {
    boolean overlaps(int otherFrom, int otherTo) {
        return from < otherTo && otherFrom < to;
    }
}
