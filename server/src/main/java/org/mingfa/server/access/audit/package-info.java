/** The audit (审计): what was done outside the record of cases; kept, put into words, never changed. */
@NullMarked
package org.mingfa.server.access.audit;

import org.jspecify.annotations.NullMarked;
