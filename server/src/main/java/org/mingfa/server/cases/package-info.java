/**
 * Handling: opens a case, does an act (examine, append, project in one transaction), lists what may and must be done,
 * draws case and document numbers, and keeps the rows that must be true at once: head, duties, objects, people.
 * Publishes {@link org.mingfa.server.cases.Handling} to its own web and to other modules, and
 * {@link org.mingfa.server.cases.ActDone} to those who follow. Implements 行政处罚法 第五十四条 (file, investigate),
 * 第五十二条 (numbered decisions on the spot) and 第四十七条 (the whole course is recorded) as far as its packs say.
 */
@NullMarked
package org.mingfa.server.cases;

import org.jspecify.annotations.NullMarked;
