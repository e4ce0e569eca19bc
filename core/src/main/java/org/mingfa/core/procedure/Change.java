package org.mingfa.core.procedure;

import org.jspecify.annotations.Nullable;

/**
 * One change to the text of a law pack.
 *
 * @param path the file, without the day of a version: {@link Amendment#stem}
 * @param act code of the act, or {@code common}; null for a parameter
 * @param name name of the parameter, or id of the rule as the file has it
 * @param was the text that it replaces, as it stood; null for what is added
 * @param text YAML of the rule, for {@link Kind#RULE} and {@link Kind#ADDED}
 * @param value a parameter's value as the pack writes it: {@code 90 nd}, {@code 01-20}, {@code 50000}
 */
public record Change(
        Kind kind, String path, @Nullable String act, String name, @Nullable String was, @Nullable String text,
        @Nullable String value, @Nullable String cite, boolean verified, @Nullable String note) {

    /** What is changed. */
    public enum Kind {PARAMETER, RULE, REMOVED, ADDED, TRANSITION}

    /** What the new versions say of pending cases: that they go over, with the article that says so. */
    public static Change transition(String cite) {
        return new Change(Kind.TRANSITION, "", null, "transition", null, null, null, cite, true, null);
    }


    public static Change parameter(String path, String name, String was, String value, String cite, boolean verified, String note) {
        return new Change(Kind.PARAMETER, path, null, name, was, null, value, cite, verified, note);
    }

    public static Change rule(String path, String act, String rule, String was, String text) {
        return new Change(Kind.RULE, path, act, rule, was, text, null, null, true, null);
    }

    public static Change removed(String path, String act, String rule, String was) {
        return new Change(Kind.REMOVED, path, act, rule, was, null, null, null, true, null);
    }

    public static Change added(String path, String act, String rule, String text) {
        return new Change(Kind.ADDED, path, act, rule, null, text, null, null, true, null);
    }

    /** Whether both change the same thing. */
    public boolean sameThing(Change other) {
        return (kind == Kind.PARAMETER) == (other.kind == Kind.PARAMETER)
                && (kind == Kind.TRANSITION) == (other.kind == Kind.TRANSITION) && name.equals(other.name)
                && java.util.Objects.equals(act, other.act);
    }
}
