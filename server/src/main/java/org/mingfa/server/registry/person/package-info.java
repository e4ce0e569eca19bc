/** People by date: posts, certificates and their states, sealed ID numbers, who could act on a day. */
@NullMarked
package org.mingfa.server.registry.person;

import org.jspecify.annotations.NullMarked;
