/** Procedures in other notations: BPMN 2.0, with a list of what it cannot say; DCR is core's. */
@NullMarked
package org.mingfa.server.chart.exchange;

import org.jspecify.annotations.NullMarked;
