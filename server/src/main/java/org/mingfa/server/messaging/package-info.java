/**
 * Messages 短信和消息: tells people outside of the workbench that periods of theirs run out and how many, through interfaces of
 * the city. A message names no case, no party and no period. Follows the notices of {@link org.mingfa.server.cases.Unread};
 * owns the tables {@code message} and {@code message_refused}. At night it is quiet; the first of a day is the digest.
 */
@NullMarked
package org.mingfa.server.messaging;

import org.jspecify.annotations.NullMarked;
