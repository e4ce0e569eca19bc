/** Readers that follow the record. */
@NullMarked
package org.mingfa.server.record.follow;

import org.jspecify.annotations.NullMarked;
