/** Masking 脱敏: from a served text to a public one, each change with its rule. Pure; no input or output but the rules file. */
@NullMarked
package org.mingfa.server.disclosure.masking;

import org.jspecify.annotations.NullMarked;
