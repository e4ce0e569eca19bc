/** The table {@code document}: issued documents, never changed. */
@NullMarked
package org.mingfa.server.document.store;

import org.jspecify.annotations.NullMarked;
