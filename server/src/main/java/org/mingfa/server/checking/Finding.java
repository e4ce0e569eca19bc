package org.mingfa.server.checking;

/**
 * What one check found.
 *
 * @param said what is so, with figures and units
 * @param mend what to do; empty where nothing is to be done
 */
record Finding(String check, State state, String said, String mend) {

    /** Holds; may hurt soon; hurts. */
    enum State { OK, WARN, FAULT }

    static Finding ok(String check, String said) {
        return new Finding(check, State.OK, said, "");
    }

    static Finding warn(String check, String said, String mend) {
        return new Finding(check, State.WARN, said, mend);
    }

    static Finding fault(String check, String said, String mend) {
        return new Finding(check, State.FAULT, said, mend);
    }
}
