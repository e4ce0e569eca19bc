package org.mingfa.server.registry.intake;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What a register gives page by page, as one stream: no more than a page is in memory. */
final class Pages {

    static final int SIZE = 500;

    /** Rows of one file. */
    private static final int MOST = 50_000;

    private Pages() {}

    /** @param page the rows after a key, at most {@link #SIZE} */
    static <T> Stream<T> all(long first, LongFunction<List<T>> page, ToLongFunction<T> key) {
        return Stream.iterate(page.apply(first), some -> !some.isEmpty(), some -> some.size() < SIZE ? List.of() : page.apply(key.applyAsLong(some.getLast())))
                .flatMap(List::stream).limit(MOST);
    }
}
