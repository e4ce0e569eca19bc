/** The session's endpoints, and the filter and rule that stand before all others. */
@NullMarked
package org.mingfa.server.access.web;

import org.jspecify.annotations.NullMarked;
