/** What is left after {@code kill -9}: nothing acknowledged lost, nothing doubled, chains whole. */
@NullMarked
package org.mingfa.bench.kill;

import org.jspecify.annotations.NullMarked;
