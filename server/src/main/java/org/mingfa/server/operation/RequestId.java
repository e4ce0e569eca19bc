package org.mingfa.server.operation;

import jakarta.servlet.http.HttpServletRequest;

/** The id of a request: in its log lines, in the header {@code X-Request-Id} and in a problem. */
public final class RequestId {

    /** Name of the request's attribute. */
    public static final String ATTRIBUTE = "mingfa.requestId";

    private RequestId() {}

    public static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : "";
    }
}
