/** {@code mingfa discretion}: ranges and explanations for a list of situations, and the import of published benchmark tables. */
@NullMarked
package org.mingfa.cli.discretion;

import org.jspecify.annotations.NullMarked;
