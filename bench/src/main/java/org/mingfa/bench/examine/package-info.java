/** How fast the law is asked: examining entries, without input, output or a database. */
@NullMarked
package org.mingfa.bench.examine;

import org.jspecify.annotations.NullMarked;
