/** The tables of handling, and what is kept of them in memory. */
@NullMarked
package org.mingfa.server.cases.store;

import org.jspecify.annotations.NullMarked;
