/** The tables of the record, and an entry as bytes. */
@NullMarked
package org.mingfa.server.record.store;

import org.jspecify.annotations.NullMarked;
