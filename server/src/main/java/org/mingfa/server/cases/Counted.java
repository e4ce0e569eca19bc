package org.mingfa.server.cases;

/** A bounded count: {@code more} where counting stopped at {@code value}. */
public record Counted(int value, boolean more) {

    /** The bound of counts shown to people. */
    public static final int BOUND = 999;

    /** The bound where words were sought: who finds more looks for more words, and counting on costs more than finding. */
    public static final int SEARCH_BOUND = 199;

    public static Counted of(int found) {
        return of(found, BOUND);
    }

    public static Counted of(int found, int bound) {
        return new Counted(Math.min(found, bound), found > bound);
    }
}
