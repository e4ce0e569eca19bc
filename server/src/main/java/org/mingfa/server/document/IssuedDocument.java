package org.mingfa.server.document;

import java.time.Instant;

/**
 * A document as issued by an act; never changed afterwards.
 *
 * @param seq    the entry that issued it
 * @param number 文号, "" where the kind has none
 * @param sha256 of the authoritative XHTML in UTF-8, hex
 * @param sm3    of the same
 */
public record IssuedDocument(
        long id, String template, String title, String number, long seq, Instant createdAt, String sha256, String sm3) {}
