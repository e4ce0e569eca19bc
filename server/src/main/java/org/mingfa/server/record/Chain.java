package org.mingfa.server.record;

/**
 * Whether the record of a case is as it was written.
 *
 * @param entries how many were checked
 * @param brokenAt the first entry that does not fit its hash or its place; 0 where all do
 * @param reason what is wrong there, empty where nothing is
 */
public record Chain(long entries, long brokenAt, String reason) {

    public boolean whole() {
        return brokenAt == 0;
    }
}
