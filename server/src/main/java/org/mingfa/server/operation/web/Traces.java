package org.mingfa.server.operation.web;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where an exception came from, without its messages, which may quote what a person entered. */
final class Traces {

    private static final int FRAMES = 12;

    private Traces() {}

    static String of(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            trace.append(trace.isEmpty() ? "" : " caused by ").append(cause.getClass().getName());
            if (cause instanceof SQLException sql) {
                trace.append(" [SQLSTATE ").append(sql.getSQLState()).append(']');
            }
            trace.append(Arrays.stream(cause.getStackTrace())
                    .limit(FRAMES)
                    .map(StackTraceElement::toString)
                    .collect(Collectors.joining(" < ", " at ", "")));
        }
        return trace.toString();
    }
}
