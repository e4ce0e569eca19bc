/** Handling over HTTP. */
@NullMarked
package org.mingfa.server.cases.web;

import org.jspecify.annotations.NullMarked;
