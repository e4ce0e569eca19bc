/** Bodies by date: versions, applications to the government, the yearly confirmation. */
@NullMarked
package org.mingfa.server.registry.body;

import org.jspecify.annotations.NullMarked;
