/** A morning's storm of sign-ins, and what those who are signed in already notice of it. */
@NullMarked
package org.mingfa.bench.signin;

import org.jspecify.annotations.NullMarked;
