package org.mingfa.server.registry.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a register; {@code next} is the cursor of the following one, or null at the end. */
record Listed<T>(List<T> items, @Nullable String next) {

    private static final int MOST = 200;

    /** The page that {@code rows}, read one beyond {@code limit}, begins with. */
    static <T> Listed<T> of(List<T> rows, int limit, Function<T, String> key) {
        return rows.size() > limit
                ? new Listed<>(rows.subList(0, limit), key.apply(rows.get(limit - 1)))
                : new Listed<>(rows, null);
    }

    static int bound(int limit) {
        return Math.clamp(limit, 1, MOST);
    }
}
