/**
 * The registers of bodies and people, each by date in force: standing of agencies (主体资格), officers and auxiliaries,
 * certificates (行政执法证), qualification of reviewers and hearing hosts, roles. Answers one question for handling: the
 * facts as at the day of an act. Implements 行政处罚法 第十七条至第二十一条、第四十二条 and 第五十八条 as data.
 */
@NullMarked
package org.mingfa.server.registry;

import org.jspecify.annotations.NullMarked;
