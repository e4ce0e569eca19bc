/** What of a procedure is drawn: lanes, the main way, branches, side acts and the lines between them. */
@NullMarked
package org.mingfa.server.chart.plan;

import org.jspecify.annotations.NullMarked;
