/** The commands that need no server: due, law check, audit, identity, discretion. Owns arguments, exit codes and output; the law itself is core's. */
@NullMarked
package org.mingfa.cli;

import org.jspecify.annotations.NullMarked;
