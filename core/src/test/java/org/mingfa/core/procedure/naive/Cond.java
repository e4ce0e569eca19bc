package org.mingfa.core.procedure.naive;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small language of conditions: written as CEL for the pack, and decided here by itself. Null: cannot be decided. */
sealed interface Cond {

    /** What a condition may look at. A form that is null was not filled in. */
    interface Sight {
        Map<String, Object> act();

        Map<String, Object> it();

        /** Earlier contents of an act, about the bound object of the kind if one is given; null where that is not in the case. */
        @Nullable List<Map<String, Object>> formsOf(String act, @Nullable String kind);
    }

    String cel();

    @Nullable Boolean decide(Sight s);

    /** True where the condition looks at the contents of the act under examination. */
    boolean readsForm();

    /** {@code act.ok} or {@code it.ok}. */
    record Ok(String of) implements Cond {
        @Override
        public String cel() {
            return of + ".ok";
        }

        @Override
        public @Nullable Boolean decide(Sight s) {
            return (Boolean) (of.equals("it") ? s.it() : s.act()).get("ok");
        }

        @Override
        public boolean readsForm() {
            return of.equals("act");
        }
    }

    /** {@code act.n >= k}. */
    record AtLeast(String of, long k) implements Cond {
        @Override
        public String cel() {
            return of + ".n >= " + k;
        }

        @Override
        public @Nullable Boolean decide(Sight s) {
            Long n = (Long) (of.equals("it") ? s.it() : s.act()).get("n");
            return n == null ? null : n >= k;
        }

        @Override
        public boolean readsForm() {
            return of.equals("act");
        }
    }

    /** {@code happened('a')}, or about the bound object. */
    record Happened(String act, @Nullable String kind) implements Cond {
        @Override
        public String cel() {
            return "happened('" + act + "'" + (kind == null ? "" : ", " + kind) + ")";
        }

        @Override
        public @Nullable Boolean decide(Sight s) {
            List<Map<String, Object>> forms = s.formsOf(act, kind);
            return forms == null ? null : !forms.isEmpty();
        }

        @Override
        public boolean readsForm() {
            return false;
        }
    }

    /** {@code latest('a').n >= k}. */
    record Latest(String act, @Nullable String kind, long k) implements Cond {
        @Override
        public String cel() {
            return "latest('" + act + "'" + (kind == null ? "" : ", " + kind) + ").n >= " + k;
        }

        @Override
        public @Nullable Boolean decide(Sight s) {
            List<Map<String, Object>> forms = s.formsOf(act, kind);
            Long n = forms == null || forms.isEmpty() ? null : (Long) forms.getLast().get("n");
            return n == null ? null : n >= k;
        }

        @Override
        public boolean readsForm() {
            return false;
        }
    }

    /** A figure of the case, or of the bound object: worked out when it is looked at, over what has happened. */
    record Fig(String name, @Nullable String kind, Cond value) implements Cond {
        @Override
        public String cel() {
            return (kind == null ? "case" : kind) + "." + name;
        }

        @Override
        public @Nullable Boolean decide(Sight s) {
            boolean ofNothing = kind != null && s.formsOf("", kind) == null;
            return ofNothing ? null : value.decide(s);
        }

        @Override
        public boolean readsForm() {
            return false;
        }
    }

    record Not(Cond c) implements Cond {
        @Override
        public String cel() {
            return "!(" + c.cel() + ")";
        }

        @Override
        public @Nullable Boolean decide(Sight s) {
            Boolean b = c.decide(s);
            return b == null ? null : !b;
        }

        @Override
        public boolean readsForm() {
            return c.readsForm();
        }
    }

    /** Both or either; as in CEL, a side that settles the answer makes up for one that cannot be decided. */
    record Two(Cond a, Cond b, boolean and) implements Cond {
        @Override
        public String cel() {
            return "(" + a.cel() + (and ? " && " : " || ") + b.cel() + ")";
        }

        @Override
        public @Nullable Boolean decide(Sight s) {
            Boolean x = a.decide(s);
            Boolean y = b.decide(s);
            if (x != null && x != and || y != null && y != and) {
                return !and;
            }
            return x == null || y == null ? null : (Boolean) and;
        }

        @Override
        public boolean readsForm() {
            return a.readsForm() || b.readsForm();
        }
    }
}
