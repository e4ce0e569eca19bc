/**
 * Responsibilities (岗位职责): posts of a unit with the items and acts they serve, who is in them, and where the two do not
 * meet: an item that nobody serves, a person who handles what no post of theirs gives. Implements the responsibility system
 * (梳理执法依据、分解执法职权、明确执法责任).
 */
@NullMarked
package org.mingfa.server.registry.responsibility;

import org.jspecify.annotations.NullMarked;
