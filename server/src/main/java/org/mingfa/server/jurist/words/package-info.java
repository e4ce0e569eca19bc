/** The words in which a pack is read: numbers, lengths of time, conditions, sentences. */
@NullMarked
package org.mingfa.server.jurist.words;

import org.jspecify.annotations.NullMarked;
