/**
 * Discretion (行政裁量): the benchmark tables in force, from the law packs and from published files, and the calculator over them.
 * Owns the tables benchmark_set and benchmark_set_event. How a fine is arrived at is said by {@link org.mingfa.core.discretion};
 * 国办发〔2022〕27号 （六） what a table states, （十三） that it is reviewed and replaced, （十四） that it is part of handling.
 */
@NullMarked
package org.mingfa.server.discretion;

import org.jspecify.annotations.NullMarked;
