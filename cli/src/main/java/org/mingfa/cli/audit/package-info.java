/** {@code audit}: an event log in the XES standard (IEEE 1849), examined by a law pack. Owns the reading of logs and the counting. */
@NullMarked
package org.mingfa.cli.audit;

import org.jspecify.annotations.NullMarked;
