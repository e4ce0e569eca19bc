/** {@code law check}: whether all packs load, their examples hold and their citations resolve. */
@NullMarked
package org.mingfa.cli.law;

import org.jspecify.annotations.NullMarked;
