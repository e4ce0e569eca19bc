package org.mingfa.core.discretion;

import java.util.List;
import java.util.Map;

/** 裁量要素 of a table of weights, with what each answer weighs. */
public record Factor(String name, List<Option> options) {

    /** @param guards quantity to condition, from which the answer follows where it is not given */
    public record Option(String text, Ratio weight, Map<String, Guard> guards) {}

    public Factor {
        options = List.copyOf(options);
    }
}
