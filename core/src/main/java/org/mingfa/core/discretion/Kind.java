package org.mingfa.core.discretion;

/** Which bounds a range has; families speak of each apart. */
enum Kind {
    RANGE("range"), ONLY_MAX("only-max"), ONLY_MIN("only-min"), AMOUNT("amount");

    private final String key;

    Kind(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    static Kind of(Range range) {
        return range.exact() ? AMOUNT : range.max() == null ? ONLY_MIN : range.min() == 0 ? ONLY_MAX : RANGE;
    }

    static boolean known(String key) {
        return java.util.Arrays.stream(values()).anyMatch(k -> k.key.equals(key));
    }

    static String names() {
        return "range, only-max, only-min, amount";
    }
}
