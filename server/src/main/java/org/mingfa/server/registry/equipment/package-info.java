/** Equipment (执法装备): pieces and who has them, taking out and bringing back, what the standard asks of each body. */
@NullMarked
package org.mingfa.server.registry.equipment;

import org.jspecify.annotations.NullMarked;
