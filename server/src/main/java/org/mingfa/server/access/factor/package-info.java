/** The second factor at sign-in: a code that changes every 30 seconds (RFC 6238), and recovery codes for a lost phone. */
@NullMarked
package org.mingfa.server.access.factor;

import org.jspecify.annotations.NullMarked;
