/** The desk over HTTP. */
@NullMarked
package org.mingfa.server.jurist.web;

import org.jspecify.annotations.NullMarked;
