/** Registers filled from tables and given out as tables: every wrong row is told, and nothing is taken in by half. */
@NullMarked
package org.mingfa.server.registry.intake;

import org.jspecify.annotations.NullMarked;
