/**
 * 行政裁量权基准: the benchmark tables, the statutory ranges they refine, and what follows from them for a situation.
 *
 * <p>Owns the model of the four shapes of tables (conduct × grade, conduct × repetition, weighted factors, count of offences),
 * the reading of amounts in the words of the law, the calculation and its explanation. Tables, grounds (处罚法 30 to 36, 49)
 * and the families of what 从轻 and 从重 mean in numbers are data under {@code law/}. No I/O; money is long 分, shares exact.
 */
@NullMarked
package org.mingfa.core.discretion;

import org.jspecify.annotations.NullMarked;
