/** Documents over HTTP. */
@NullMarked
package org.mingfa.server.document.web;

import org.jspecify.annotations.NullMarked;
