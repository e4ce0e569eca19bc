package org.mingfa.server.evidence;

import java.time.Instant;

/**
 * A file kept as evidence.
 *
 * @param id region and number, e.g. {@code 3-17}
 * @param type media type, by content
 * @param size in bytes
 * @param sha256 hex
 * @param sm3 hex
 * @param attached whether an entry names it; then it is neither changed nor deleted
 */
public record EvidenceFile(
        String id, String name, String type, long size, String sha256, String sm3, Instant uploadedAt, boolean attached) {}
