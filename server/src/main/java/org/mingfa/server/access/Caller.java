package org.mingfa.server.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The person on whose behalf a request runs, as signed in today. Who holds roles in several bodies works for one of them at a
 * time: roles, permissions and scope are those of that body alone.
 *
 * @param agency the body worked for; without roles, or before one of several is chosen, the person's own
 * @param unit of the person's own body; null where another is worked for
 * @param roles the roles held today in that body, in the order of table {@code role}
 * @param permissions what those roles may do, e.g. {@code case.read}
 * @param scope whose rows those roles reach
 * @param undecided whether one of several bodies is still to be chosen: until then nothing is permitted
 */
public record Caller(
        long id,
        String name,
        Body agency,
        @Nullable Part unit,
        List<Held> roles,
        Set<String> permissions,
        Scope scope,
        boolean undecided) {

    public Caller(long id, String name, Body agency, @Nullable Part unit, List<Held> roles, Set<String> permissions, Scope scope) {
        this(id, name, agency, unit, roles, permissions, scope, false);
    }

    private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    /** An agency and its region. */
    public record Body(long id, String name, String field, int region, String regionName) {}

    /** A unit of an agency. */
    public record Part(long id, String name) {}

    /** A role as held at an agency. */
    public record Held(String code, String title, long agency) {}

    /**
     * The caller of the running request.
     *
     * @throws IllegalStateException where nobody is signed in: the endpoint lacks its {@link Permit}
     */
    public static Caller current() {
        return found().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    public static Optional<Caller> found() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Runs a piece of work as this person, within their scope. */
    public <R, X extends Throwable> R call(ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).<R, X>call(() -> scope.call(work));
    }

    /** The id as acts and API name it. */
    public String idText() {
        return Long.toString(id);
    }

    /** Codes of the roles held at an agency: those that count for its cases. */
    public List<String> rolesAt(long agencyId) {
        return roles.stream().filter(r -> r.agency() == agencyId).map(Held::code).distinct().toList();
    }

    public boolean may(String permission) {
        return permissions.contains(permission);
    }
}
