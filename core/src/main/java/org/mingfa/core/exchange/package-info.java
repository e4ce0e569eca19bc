/** Procedures as other tools write them: DCR graphs, read beside the pack that they were made of, and the XML that all exports share. */
@NullMarked
package org.mingfa.core.exchange;

import org.jspecify.annotations.NullMarked;
