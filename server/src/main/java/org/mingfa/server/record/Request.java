package org.mingfa.server.record;

/**
 * A request that must take effect once, however often it is sent.
 *
 * @param actor person id of who sends it; another's key is another key
 * @param key drawn by the sender (header {@code Idempotency-Key}), at most 200 characters
 * @param sha256 of what was asked, 32 bytes: the same key for something else is refused
 */
public record Request(int region, String actor, String key, byte[] sha256) {

    /** What an earlier sending of a request made. */
    public record Receipt(CaseKey key, long seq) {}
}
