/** The registers' tables. */
@NullMarked
package org.mingfa.server.registry.store;

import org.jspecify.annotations.NullMarked;
