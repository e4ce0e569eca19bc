package org.mingfa.core.discretion;

/** Quantities of a situation. */
final class Quantity {
    private Quantity() {}

    /** @throws Unanswered where it is not given */
    static Ratio of(Situation situation, String name) {
        Ratio quantity = situation.quantities().get(name);
        if (quantity == null) {
            throw new Unanswered("quantities." + name, "missing");
        }
        return quantity;
    }
}
