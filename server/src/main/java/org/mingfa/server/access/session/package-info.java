/** Signing in, the sessions that follow, and how passwords are kept. */
@NullMarked
package org.mingfa.server.access.session;

import org.jspecify.annotations.NullMarked;
