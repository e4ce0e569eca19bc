package org.mingfa.server.record;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Something read from the record that may lag behind it (search, statistics, the publication queue) and can be rebuilt
 * from nothing at any time. A bean of this type is followed on: each batch is applied once, in one transaction with the
 * position it reaches. It writes as {@code mingfa_projection}, to which its tables must be granted.
 */
public interface Projection {

    /** Names its position; never changes. */
    String name();

    /** Removes all its rows: the record will be applied from its beginning. */
    void clear(JdbcClient jdbc);

    /** Applies the next entries, of any cases; those of one case come in record order. */
    void apply(JdbcClient jdbc, List<StoredEntry> entries);
}
