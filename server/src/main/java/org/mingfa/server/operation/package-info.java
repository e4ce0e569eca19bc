/**
 * How the server runs: its database and the roles that use it, settings, health, metrics, logs, and how a refusal looks
 * ({@link org.mingfa.server.operation.Problem}, RFC 9457); and how Chinese text is cut for a search by an index
 * ({@link org.mingfa.server.operation.Bigrams}). Knows no other module.
 */
@NullMarked
package org.mingfa.server.operation;

import org.jspecify.annotations.NullMarked;
