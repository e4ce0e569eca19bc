/** Benchmarks: peers and limits side by side. docs/performance.md says how each figure is measured. */
@NullMarked
package org.mingfa.bench;

import org.jspecify.annotations.NullMarked;
