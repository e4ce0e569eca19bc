/** {@code mingfa identity}: reads codes and says which are valid; what is valid is core's (GB 32100, GB 11643, GB/T 2260). */
@NullMarked
package org.mingfa.cli.identity;

import org.jspecify.annotations.NullMarked;
