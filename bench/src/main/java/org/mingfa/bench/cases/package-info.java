/** A great many cases loaded with real chains, and how fast lists, search and detail then answer. */
@NullMarked
package org.mingfa.bench.cases;

import org.jspecify.annotations.NullMarked;
