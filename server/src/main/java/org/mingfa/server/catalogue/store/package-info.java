/** The catalogue's own tables and files. */
@NullMarked
package org.mingfa.server.catalogue.store;

import org.jspecify.annotations.NullMarked;
