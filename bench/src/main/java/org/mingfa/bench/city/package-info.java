/** Invented agencies, their people, and the acts of one case from filing to archive. */
@NullMarked
package org.mingfa.bench.city;

import org.jspecify.annotations.NullMarked;
