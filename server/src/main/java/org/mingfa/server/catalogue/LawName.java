package org.mingfa.server.catalogue;

/** The one name that a law goes by, however it is written. */
public final class LawName {

    private static final String STATE = "中华人民共和国";

    private LawName() {}

    /** Without book-title marks, blanks and 中华人民共和国; brackets full-width: 海南省条例(试行) is 海南省条例（试行）. */
    public static String of(String law) {
        String name = law.strip().replaceAll("[《》\\s　]", "").replace('(', '（').replace(')', '）');
        return name.startsWith(STATE) && name.length() > STATE.length() ? name.substring(STATE.length()) : name;
    }
}
