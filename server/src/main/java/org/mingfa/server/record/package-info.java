/**
 * The record (全过程记录): an append-only sequence of entries for each case, chained by SM3 and SHA-256 over canonical bytes,
 * personal data sealed by a key of its own for each party. Knows the core and no other module; who wants to read on as
 * it grows is a {@link org.mingfa.server.record.Projection}. Owns the tables of V10.
 */
@NullMarked
package org.mingfa.server.record;

import org.jspecify.annotations.NullMarked;
