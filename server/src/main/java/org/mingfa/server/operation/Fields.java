package org.mingfa.server.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Checks the values of a request one after another and refuses them together. */
public final class Fields {

    private final List<Problem.Fault> errors = new ArrayList<>();

    /** A text that must be there and no longer than {@code max} characters. */
    public Fields text(String pointer, @Nullable String value, int max) {
        return check(pointer, value != null && !value.isBlank() && value.length() <= max,
                "必填，不超过" + max + "个字符");
    }

    /** A value that must be there. */
    public Fields present(String pointer, @Nullable Object value) {
        return check(pointer, value != null, "必填");
    }

    /** A value that must be there and fit. */
    public <T> Fields fits(String pointer, @Nullable T value, Predicate<T> test, String message) {
        return check(pointer, value != null && test.test(value), message);
    }

    public Fields check(String pointer, boolean holds, String message) {
        if (!holds) {
            errors.add(new Problem.Fault(pointer, message));
        }
        return this;
    }

    /** What did not fit so far. */
    public List<Problem.Fault> faults() {
        return List.copyOf(errors);
    }

    /** Throws one {@link Problem} for all that did not fit. */
    public void done() {
        if (!errors.isEmpty()) {
            throw Refused.invalid(errors);
        }
    }
}
