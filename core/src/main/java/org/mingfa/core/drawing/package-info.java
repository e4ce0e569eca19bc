/** Draws by lot that anybody can repeat: the seed is committed to by its digest beforehand and published afterwards. */
@NullMarked
package org.mingfa.core.drawing;

import org.jspecify.annotations.NullMarked;
