package org.mingfa.core.procedure;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import org.jspecify.annotations.Nullable;

/**
 * A CEL expression of a pack, type-checked when the pack was loaded.
 *
 * @param text as written
 * @param reads what of the act it looks at: contents cannot be known before the form is filled in
 * @param past where it asks nothing but whether an act has happened: what it asks
 */
record Condition(String text, CelRuntime.Program program, boolean reads, @Nullable Past past) {

    /**
     * {@code happened('act')} or {@code happened('act', object)} and no more, or that negated.
     *
     * @param object the kind of the object that it is asked of; null: of any
     */
    record Past(String act, @Nullable String object, boolean happened) {}

    /** @throws Undecided when a value that it looks at is absent; the message names it */
    Object value(Scope scope) {
        try {
            Object value = program.eval(scope);
            if (value instanceof CelUnknownSet) {
                throw new Undecided("对象（" + text + "）");
            }
            return value;
        } catch (CelEvaluationException e) {
            throw undecided(e);
        }
    }

    /** @throws Undecided when a value that it looks at is absent */
    boolean holds(Scope scope) {
        return Boolean.TRUE.equals(value(scope));
    }

    private Undecided undecided(CelEvaluationException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof Undecided u) {
                return u;
            }
        }
        String message = String.valueOf(e.getMessage()).replaceFirst("^evaluation error(?: at <input>:\\d+)?: ", "");
        if (e.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND) {
            return new Undecided(message.replaceFirst("key '([^']*)' is not present in map\\.?", "$1"));
        }
        return new Undecided(message + "（" + text + "）");
    }
}
