/**
 * The program behind {@code ./mingfa check}: looks at settings, database, disk, clock, fonts, certificate, keys and backups
 * without a running server, and says of each whether it holds and how to mend it.
 */
@NullMarked
package org.mingfa.server.checking;

import org.jspecify.annotations.NullMarked;
