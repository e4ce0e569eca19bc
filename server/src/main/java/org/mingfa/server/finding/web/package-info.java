/** Finding over HTTP. */
@NullMarked
package org.mingfa.server.finding.web;

import org.jspecify.annotations.NullMarked;
