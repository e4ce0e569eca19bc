package org.mingfa.server.operation.web;

import java.io.IOException;

/** A request's body goes on beyond what is allowed. */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge(long limit) {
        super("body longer than " + limit + " bytes");
    }
}
