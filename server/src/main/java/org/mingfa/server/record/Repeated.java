package org.mingfa.server.record;

/** The same request has been recorded, perhaps a moment ago by another thread: answer with what it made. */
public final class Repeated extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Request.Receipt receipt;

    Repeated(Request.Receipt receipt) {
        super("already recorded as entry " + receipt.seq() + " of case " + receipt.key());
        this.receipt = receipt;
    }

    public Request.Receipt receipt() {
        return receipt;
    }
}
