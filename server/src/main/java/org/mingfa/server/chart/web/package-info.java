/** Charts over HTTP. */
@NullMarked
package org.mingfa.server.chart.web;

import org.jspecify.annotations.NullMarked;
