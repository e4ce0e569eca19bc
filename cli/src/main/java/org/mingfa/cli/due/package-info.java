/** {@code due}: due dates on the command line. */
@NullMarked
package org.mingfa.cli.due;

import org.jspecify.annotations.NullMarked;
