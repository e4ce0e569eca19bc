package org.mingfa.core.discretion;

import java.util.List;

/**
 * What the officer answers of a situation: 违法程度, 近一年同类违法, 整改情况.
 *
 * @param options the answers there are
 * @param otherwise the answer where none is given; empty: it must be given
 */
public record Question(String name, List<String> options, String otherwise) {
    public Question {
        options = List.copyOf(options);
    }
}
