/** The catalogue's own HTTP endpoints. */
@NullMarked
package org.mingfa.server.catalogue.web;

import org.jspecify.annotations.NullMarked;
