/** How it is drawn: SVG as text, described for screen readers. */
@NullMarked
package org.mingfa.server.chart.draw;

import org.jspecify.annotations.NullMarked;
