/** Where it is drawn: Eclipse ELK places acts in their lanes, and one sheet of A3 takes them all. */
@NullMarked
package org.mingfa.server.chart.layout;

import org.jspecify.annotations.NullMarked;
