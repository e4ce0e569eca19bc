/** The tables of accounts, sessions and roles. */
@NullMarked
package org.mingfa.server.access.store;

import org.jspecify.annotations.NullMarked;
