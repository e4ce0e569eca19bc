/** The folder of contents and the table {@code evidence_file}. */
@NullMarked
package org.mingfa.server.evidence.store;

import org.jspecify.annotations.NullMarked;
