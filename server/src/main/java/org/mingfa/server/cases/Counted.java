package org.mingfa.server.cases;

/** A bounded count: {@code more} where counting stopped at {@code value}. */
public record Counted(int value, boolean more) {

    /** The bound of every count shown to people. */
    public static final int BOUND = 999;

    public static Counted of(int found) {
        return new Counted(Math.min(found, BOUND), found > BOUND);
    }
}
