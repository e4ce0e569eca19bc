package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.WorkCalendar;

/**
 * Whether every case can be closed from every state that it can reach: without time by {@link Exploration}, with time and
 * contents by {@link TimedWalks}. Too slow for every load; {@code law check --states} asks for it.
 */
public final class StateCheck {

    /**
     * The answer for one procedure.
     *
     * @param text one line: states, exhausted or not, dead ends, walks
     * @param more what should be looked at: the way to a dead end, what stood against closing
     * @param ok false where a state was found from which the case cannot be closed
     */
    public record Answer(String code, String text, List<String> more, boolean ok) {}

    private StateCheck() {}

    /**
     * Asks for every procedure without layers.
     *
     * @param only the code of one procedure; null: all
     * @param states how many states to look at, at most
     * @param walks how many random timed cases to make; none for a procedure without examples
     * @param each gets the answers one by one, as they come
     */
    public static void of(Laws laws, @Nullable String only, WorkCalendar calendar, int states, int walks, Consumer<Answer> each) {
        laws.procedures().stream().filter(p -> p.acts().stream().anyMatch(ActSpec::isFinal))
                .filter(p -> only == null || p.code().equals(only))
                .forEach(p -> each.accept(answer(p, calendar, laws.fixtures(p.code()), states, walks)));
    }

    private static Answer answer(Procedure p, WorkCalendar calendar, List<Fixtures> fixtures, int states, int walks) {
        Exploration.Found x = Exploration.of(p, states);
        TimedWalks.Found w = fixtures.isEmpty() ? new TimedWalks.Found(0, 0, 0, Map.of()) : TimedWalks.of(p, calendar, fixtures, walks);
        List<String> more = new ArrayList<>();
        if (x.dead() > 0) {
            more.add("dead end: after " + String.join(" → ", x.witness()) + " the case can no longer be closed");
        }
        w.stuck().forEach((why, times) -> more.add("not closed in " + times + " walks: " + why));
        String text = "states " + x.states() + (x.exhausted() ? " (all)" : " (of more)") + ", dead ends " + x.dead() + ", undecided " + x.undecided()
                + "; timed walks " + w.walks() + " with " + w.entries() + " acts, closed " + w.closed() + ", not closed in time " + (w.walks() - w.closed());
        return new Answer(p.code() + " " + p.version(), text, more, x.dead() == 0);
    }
}
