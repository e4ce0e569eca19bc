package org.mingfa.server.catalogue.reading;

/** A file that is no text of law that we can take in: what is wrong, where, and how to mend it, in Chinese for the page. */
public final class Unreadable extends RuntimeException {

    private final Fault fault;

    /** One fault of a file. */
    public record Fault(String what, String where, String mend) {}

    public Unreadable(String what, String where, String mend) {
        super(what + "（" + where + "）");
        fault = new Fault(what, where, mend);
    }

    public Fault fault() {
        return fault;
    }
}
