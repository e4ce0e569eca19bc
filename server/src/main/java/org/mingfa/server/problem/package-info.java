/** Refusals as {@code application/problem+json}: what every module throws when a request cannot be carried out. */
@NullMarked
package org.mingfa.server.problem;

import org.jspecify.annotations.NullMarked;
