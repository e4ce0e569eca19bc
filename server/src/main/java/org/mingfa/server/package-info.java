/** The server. A module is a package directly under this one; its root is its public face, everything below its own. */
@NullMarked
package org.mingfa.server;

import org.jspecify.annotations.NullMarked;
