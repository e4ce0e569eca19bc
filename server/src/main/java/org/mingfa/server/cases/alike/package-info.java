/** Similar cases (类案) and how agencies use the benchmarks (裁量监测), from the fines that cases decide. */
@NullMarked
package org.mingfa.server.cases.alike;

import org.jspecify.annotations.NullMarked;
