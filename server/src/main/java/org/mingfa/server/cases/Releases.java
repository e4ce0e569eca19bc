package org.mingfa.server.cases;

/** How much disclosure has waiting for the caller: cases count it among the small counters and know no more of it. */
public interface Releases {

    /** What the caller may submit or release now. Runs within the transaction and scope of the asker. */
    Counted pending();
}
