package org.mingfa.server.evidence;

/** A client's file name, made harmless: no folders, no control or direction-changing characters, at most 150 characters. */
final class FileName {
    private static final int LONGEST = 150;

    private FileName() {}

    static String of(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var clean = new StringBuilder();
        last.codePoints().filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT).forEach(clean::appendCodePoint);
        String name = clean.toString().strip();
        if (name.isEmpty() || name.chars().allMatch(c -> c == '.')) return "未命名";
        return name.codePointCount(0, name.length()) <= LONGEST ? name : shortened(name);
    }

    /** Keeps the ending, which tells what it is. */
    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        int keep = LONGEST - ending.length();
        return name.substring(0, name.offsetByCodePoints(0, keep)) + ending;
    }
}
