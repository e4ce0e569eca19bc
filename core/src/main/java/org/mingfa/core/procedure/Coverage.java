package org.mingfa.core.procedure;

/** Is told of every clause that was looked at, and whether it was satisfied: how the examples of a pack are weighed. */
interface Coverage {
    Coverage NONE = (clause, satisfied) -> {};

    void saw(Clause clause, boolean satisfied);
}
