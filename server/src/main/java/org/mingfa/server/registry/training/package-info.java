/** Training: courses, hours, who will miss the year; reviewers for officers. */
@NullMarked
package org.mingfa.server.registry.training;

import org.jspecify.annotations.NullMarked;
