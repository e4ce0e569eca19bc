/** The tables {@code publication} and {@code published_decision}. */
@NullMarked
package org.mingfa.server.disclosure.store;

import org.jspecify.annotations.NullMarked;
