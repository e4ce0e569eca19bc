/** Acts done over HTTP, beside pgbench running the statements that the server issued for them. */
@NullMarked
package org.mingfa.bench.acts;

import org.jspecify.annotations.NullMarked;
