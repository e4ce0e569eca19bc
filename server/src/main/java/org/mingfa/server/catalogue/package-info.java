/**
 * The lists of all kinds (清单), versioned by date in force, of which enforcement items (行政执法事项清单) are one; the law packs that the server works
 * with and the published drafts laid over them, the calendar of workdays with newly announced years, and the law library
 * (法规库): versions of laws, their import,
 * the article behind a citation as of a day, a search, and what a new version touches. Of the open cases it is told by
 * {@link org.mingfa.server.catalogue.OpenCases}, which the module that handles them implements.
 * Publishes {@link org.mingfa.server.catalogue.CalendarAnnounced}. Implements 行政处罚法 第五条 (items are published), 第三十七条
 * as far as both texts are shown side by side (从旧兼从轻; which is lighter, a person says),
 * and the counting of days in 民法典 第二百零一条至第二百零四条.
 */
@NullMarked
package org.mingfa.server.catalogue;

import org.jspecify.annotations.NullMarked;
