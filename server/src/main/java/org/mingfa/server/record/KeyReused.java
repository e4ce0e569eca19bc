package org.mingfa.server.record;

/** An idempotency key has come back with another request: a fault of the sender. */
public final class KeyReused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyReused() {
        super("the idempotency key belongs to another request");
    }
}
