/** Where the database is, the roles that use it, and a pool for each. */
@NullMarked
package org.mingfa.server.operation.database;

import org.jspecify.annotations.NullMarked;
