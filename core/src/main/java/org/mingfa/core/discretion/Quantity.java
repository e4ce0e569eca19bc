package org.mingfa.core.discretion;

/** Quantities of a situation. */
final class Quantity {
    private Quantity() {}

    /** @throws Unanswered where it is not given */
    static Ratio of(Situation situation, Table table, String name) {
        Ratio quantity = situation.quantities().get(name);
        if (quantity == null) {
            throw missing(table, name);
        }
        return quantity;
    }

    static Unanswered missing(Table table, String name) {
        String unit = table.unit(name);
        return new Unanswered("quantities." + name, "没有填写" + name + (unit.isEmpty() || unit.equals(name) ? "" : "（" + unit + "）"));
    }
}
