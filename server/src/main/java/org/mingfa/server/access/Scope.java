package org.mingfa.server.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whose rows may be touched: those whose agency and whose region are both named here. It is bound to the running call and
 * set in the database at the start of each transaction ({@code app.agencies}, {@code app.regions}), where the row policies
 * read it; with none bound there are no rows.
 *
 * @param agencies agency ids, ascending
 * @param regions region ids, ascending
 */
public record Scope(List<Long> agencies, List<Integer> regions) {

    public static final Scope NONE = new Scope(List.of(), List.of());

    private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

    public static Scope of(Collection<Long> agencies, Collection<Integer> regions) {
        return new Scope(agencies.stream().distinct().sorted().toList(), regions.stream().distinct().sorted().toList());
    }

    /** The scope of the running call, if it has one. */
    public static Optional<Scope> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Runs a piece of work within this scope. */
    public <R, X extends Throwable> R call(ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /** Runs a piece of work within this scope. */
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /** Statements for the start of a transaction: numbers and commas only, so nothing needs quoting. */
    String asSql() {
        return "SET LOCAL app.agencies = '" + joined(agencies) + "'; SET LOCAL app.regions = '" + joined(regions) + "'";
    }

    private static String joined(List<? extends Number> ids) {
        return ids.stream().map(Number::toString).collect(Collectors.joining(","));
    }
}
