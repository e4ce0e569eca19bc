/** The server as a process of its own, its database, its memory, and a light HTTP client. */
@NullMarked
package org.mingfa.bench.process;

import org.jspecify.annotations.NullMarked;
