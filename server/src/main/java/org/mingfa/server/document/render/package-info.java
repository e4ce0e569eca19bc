/** How a filled template becomes XHTML, PDF and Word. No input or output but fonts and templates. */
@NullMarked
package org.mingfa.server.document.render;

import org.jspecify.annotations.NullMarked;
