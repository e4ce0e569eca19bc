/**
 * Published benchmark tables as they come in spreadsheets: recognises whose layout it is, reads each row or says why not, and
 * makes tables of what was read. Nothing is guessed: a row read wrongly would become a wrong fine.
 */
@NullMarked
package org.mingfa.core.discretion.sheet;

import org.jspecify.annotations.NullMarked;
