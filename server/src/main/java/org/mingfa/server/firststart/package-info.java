/** The first start of a server that is run for real: three administrators with one-time passwords, and nothing else. */
@NullMarked
package org.mingfa.server.firststart;

import org.jspecify.annotations.NullMarked;
