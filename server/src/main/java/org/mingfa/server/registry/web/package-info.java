/** The registers over HTTP. */
@NullMarked
package org.mingfa.server.registry.web;

import org.jspecify.annotations.NullMarked;
