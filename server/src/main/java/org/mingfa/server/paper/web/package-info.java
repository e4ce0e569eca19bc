/** Scans over HTTP. */
@NullMarked
package org.mingfa.server.paper.web;

import org.jspecify.annotations.NullMarked;
