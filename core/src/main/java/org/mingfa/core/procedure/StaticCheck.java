package org.mingfa.core.procedure;

import java.util.List;

/** placeholder */
final class StaticCheck {
    static List<PackProblem> check(Procedure p, Doc at) {
        return List.of();
    }
}
