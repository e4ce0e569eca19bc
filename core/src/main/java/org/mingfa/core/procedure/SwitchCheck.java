package org.mingfa.core.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Whether a pending case can go over to a version: what its record may hold must be known there too. */
final class SwitchCheck {

    private final Transition t;
    private final List<PackProblem> problems = new ArrayList<>();

    private SwitchCheck(Transition t) {
        this.t = t;
    }

    /**
     * For cases filed under every version before.
     *
     * @param filed a day under each of these versions; where nothing was in force then, nothing goes over
     */
    static List<PackProblem> check(Laws laws, String code, String field, String region, Transition t, Collection<LocalDate> filed) {
        SwitchCheck c = new SwitchCheck(t);
        Set<List<Procedure>> compared = new HashSet<>();
        for (LocalDate day : filed) {
            try {
                Procedure old = laws.procedure(code, field, region, day);
                Procedure next = laws.procedure(code, field, region, day, t.from());
                if (compared.add(List.of(old, next))) {
                    c.compare(old, next);
                }
            } catch (IllegalArgumentException notInForce) {
                continue;
            } catch (IllegalStateException doesNotLoad) {
                c.fault(String.valueOf(doesNotLoad.getMessage()));
            }
        }
        return c.problems;
    }

    private void compare(Procedure old, Procedure next) {
        for (ActSpec a : old.acts()) {
            ActSpec b = next.act(a.code());
            if (b == null) {
                fault("the act '" + a.code() + "' of the version before is gone; keep it, and bar it with a rule");
            } else if (!a.on.equals(b.on)) {
                fault("the act '" + a.code() + "' is about " + b.on + ", before about " + a.on);
            } else {
                fields("act '" + a.code() + "'", a.form(), b.form());
            }
        }
        old.objects.forEach((kind, o) -> {
            Procedure.ObjectSpec n = next.objects.get(kind);
            if (n == null) {
                fault("the kind of object '" + kind + "' of the version before is gone");
            } else {
                fields("object '" + kind + "'", o.schema(), n.schema());
            }
        });
    }

    private void fields(String what, Map<String, Object> old, Map<String, Object> next) {
        if (old.get("properties") instanceof Map<?, ?> was && next.get("properties") instanceof Map<?, ?> is) {
            was.forEach((name, w) -> {
                if (w instanceof Map<?, ?> a && is.get(name) instanceof Map<?, ?> b
                        && !(Objects.equals(a.get("type"), b.get("type")) && Objects.equals(a.get("format"), b.get("format")))) {
                    fault("the field '" + name + "' of " + what + " is of another type than before");
                }
            });
        }
    }

    private void fault(String message) {
        problems.add(new PackProblem(t.file(), t.line(), "transition: pending cases cannot go over: " + message));
    }
}
