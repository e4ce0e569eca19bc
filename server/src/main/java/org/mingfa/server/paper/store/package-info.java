/** The tables {@code scan} and {@code scan_page}. */
@NullMarked
package org.mingfa.server.paper.store;

import org.jspecify.annotations.NullMarked;
