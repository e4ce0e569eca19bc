/**
 * The program behind {@code ./mingfa verify}: anyone who may read the data folder checks that nothing in the record was
 * changed, whether the server runs or not.
 */
@NullMarked
package org.mingfa.server.verification;

import org.jspecify.annotations.NullMarked;
