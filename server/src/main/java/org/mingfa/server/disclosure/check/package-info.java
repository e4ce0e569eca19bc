/** Checks on decisions on their way to the public: what they must carry and may not, and whether the discretion is even. Rules are data. */
@NullMarked
package org.mingfa.server.disclosure.check;

import org.jspecify.annotations.NullMarked;
