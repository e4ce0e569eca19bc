/**
 * Documents 文书: what the law wants in writing. One XHTML template gives the authoritative text, a PDF with
 * embedded Chinese fonts and an editable Word file; which content a document must carry is data beside its
 * template ({@code resources/documents/*.yaml}), with citation. Owns the table {@code document}.
 * Implements the content rules of 行政处罚法 52, 59, 72 and 行政强制法 54, 55 through that data; form after GB/T 9704.
 */
@NullMarked
package org.mingfa.server.document;

import org.jspecify.annotations.NullMarked;
