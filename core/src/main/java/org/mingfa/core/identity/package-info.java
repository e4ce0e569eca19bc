/** Identifiers with rules of their own: social credit codes, ID numbers, document numbers. Owns their grammar and check digits. */
@NullMarked
package org.mingfa.core.identity;

import org.jspecify.annotations.NullMarked;
