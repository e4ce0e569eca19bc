package org.mingfa.server.document;

/**
 * What the QR code of a printed page names: exactly one issued text and a page of it; nothing of the case but its number in
 * the system.
 *
 * @param digest first 12 hex digits of the SHA-256 of the issued text
 * @param page from 1
 * @param pages of the whole print
 */
public record PageMark(int region, long caseId, long document, String digest, int page, int pages) {}
