/** Government lawyers and legal advisers (公职律师、法律顾问) called upon city-wide (统筹调用): asked for by a body, assigned by the justice bureau. */
@NullMarked
package org.mingfa.server.registry.counsel;

import org.jspecify.annotations.NullMarked;
