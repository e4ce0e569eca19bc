/** Tries acts and dates out without a case (试算). */
@NullMarked
package org.mingfa.server.jurist.trial;

import org.jspecify.annotations.NullMarked;
