package org.mingfa.server.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document as issued by an act; never changed afterwards.
 *
 * @param seq    the entry that issued it
 * @param number 文号, "" where the kind has none
 * @param sha256 of the authoritative XHTML in UTF-8, hex
 * @param sm3    of the same
 * @param signedBy who signs the paper, null where nobody does
 * @param copySeq the latest entry that bound a signed copy, null where none has come back
 * @param replacedBy id of the document that a correction issued in its place
 */
public record IssuedDocument(
        long id, String template, String title, String number, long seq, Instant createdAt, String sha256, String sm3,
        @Nullable String signedBy, @Nullable Long copySeq, @Nullable Long replacedBy) {}
