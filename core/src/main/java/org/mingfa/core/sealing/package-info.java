/**
 * What makes a record tamper-evident: canonical bytes (RFC 8785) and digests (SM3 GB/T 32905, SHA-256). The Merkle log and
 * its proofs belong here when they come.
 */
@NullMarked
package org.mingfa.core.sealing;

import org.jspecify.annotations.NullMarked;
