/**
 * The engine: what a law pack means (marking, examine, duties, findings). Pure: no I/O, no clock of its own.
 * The meaning of every relation is in docs/procedure-semantics.md.
 */
@NullMarked
package org.mingfa.core.procedure;

import org.jspecify.annotations.NullMarked;
