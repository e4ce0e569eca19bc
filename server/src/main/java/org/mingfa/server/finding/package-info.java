/**
 * Finding (查找): one box for cases, parties, documents, people, bodies, articles, laws, items and law packs, by number, name, two
 * characters or the initials of pinyin. Owns the table {@code findable}, which triggers keep, and asks the other modules for
 * the rest. Every kind needs the permission of its own list, and nothing is found that this list would not show.
 */
@NullMarked
package org.mingfa.server.finding;

import org.jspecify.annotations.NullMarked;
