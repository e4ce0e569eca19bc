package org.mingfa.server.record;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What else knows how long the record of each case is. A bean of this type is compared with the record when that is
 * checked ({@link RecordCheck}): entries cut off its end break no chain.
 */
public interface Ends {

    /** The number of the last entry of a case, as its row says. */
    record End(CaseKey key, long seq) {}

    /** Cases after this one, by region and number, at most so many. Reads as {@code mingfa_projection}. */
    List<End> after(JdbcClient jdbc, CaseKey after, int limit);
}
