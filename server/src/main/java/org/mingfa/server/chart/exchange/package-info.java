/** Procedures in other notations: BPMN 2.0 and DCR XML, each with a list of what it cannot say. */
@NullMarked
package org.mingfa.server.chart.exchange;

import org.jspecify.annotations.NullMarked;
