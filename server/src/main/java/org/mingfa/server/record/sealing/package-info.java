/** Keys for personal data: one for each party, wrapped by the master key. */
@NullMarked
package org.mingfa.server.record.sealing;

import org.jspecify.annotations.NullMarked;
