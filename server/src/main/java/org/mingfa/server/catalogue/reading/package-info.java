/** Reads texts of law as they come: the library's JSON, plain text, Word. Knows no database. */
@NullMarked
package org.mingfa.server.catalogue.reading;

import org.jspecify.annotations.NullMarked;
