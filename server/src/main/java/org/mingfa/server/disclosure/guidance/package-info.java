/** Guiding cases (案例指导): closed cases retold without names, for those who decide the next one. */
@NullMarked
package org.mingfa.server.disclosure.guidance;

import org.jspecify.annotations.NullMarked;
