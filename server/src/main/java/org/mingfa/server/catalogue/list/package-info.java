/**
 * Lists (清单) of all kinds: their versions from draft to withdrawal, their rows, what differs between two versions, and what
 * stood on them on a day. What a kind is, {@code law/lists} says.
 */
@NullMarked
package org.mingfa.server.catalogue.list;

import org.jspecify.annotations.NullMarked;
