package org.mingfa.server.jurist.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Change;

/**
 * What a draft changes.
 *
 * @param examples YAML of added examples, as of a pack; null: none
 */
public record Content(List<Change> changes, @Nullable String examples) {

    static final Content NONE = new Content(List.of(), null);

    /** With this change in the place of an earlier one of the same thing. */
    Content with(Change c) {
        List<Change> all = new ArrayList<>(changes);
        int at = all.indexOf(all.stream().filter(c::sameThing).findFirst().orElse(null));
        if (at < 0) {
            all.add(c);
        } else {
            all.set(at, c);
        }
        return new Content(List.copyOf(all), examples);
    }

    Content without(Change c) {
        return new Content(changes.stream().filter(x -> x != c).toList(), examples);
    }

    /** The article by which pending cases go over; null: they keep their version. */
    @Nullable String over() {
        return changes.stream().filter(c -> c.kind() == Change.Kind.TRANSITION).findFirst().map(Change::cite).orElse(null);
    }

    Content over(@Nullable String cite) {
        Content rest = new Content(changes.stream().filter(c -> c.kind() != Change.Kind.TRANSITION).toList(), examples);
        return cite == null ? rest : rest.with(Change.transition(cite));
    }

    /** Whether it changes anything of a file. */
    boolean changesLaw() {
        return changes.stream().anyMatch(c -> c.kind() != Change.Kind.TRANSITION);
    }

    Content with(@Nullable String text) {
        return new Content(changes, text);
    }

    Optional<Change> parameter(String name) {
        return changes.stream().filter(c -> c.kind() == Change.Kind.PARAMETER && c.name().equals(name)).findFirst();
    }

    /** The change of a rule, or the added rule. */
    Optional<Change> rule(String act, String rule) {
        return changes.stream().filter(c -> c.kind() != Change.Kind.PARAMETER && c.name().equals(rule) && act.equals(c.act())).findFirst();
    }

    int count() {
        return changes.size() + (examples == null ? 0 : 1);
    }
}
