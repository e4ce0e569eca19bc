/**
 * The lists, versioned by date in force: enforcement items (行政执法事项清单), the law packs that the server works
 * with, the calendar of workdays with newly announced years, and the law library (法规库) that citations resolve to.
 * Publishes {@link org.mingfa.server.catalogue.CalendarAnnounced}. Implements 行政处罚法 第五条 (items are published)
 * and the counting of days in 民法典 第二百零一条至第二百零四条.
 */
@NullMarked
package org.mingfa.server.catalogue;

import org.jspecify.annotations.NullMarked;
