/**
 * Parties (当事人) over cases: which cases are about the same one, what an agency takes as one or apart (合并、拆分), and the
 * warning where a case may punish the same conduct twice (行政处罚法 第二十九条). Owns {@code party_join} and reads
 * {@code case_party}; all within the caller's scope: of a party one sees what one's cases show.
 */
@NullMarked
package org.mingfa.server.cases.party;

import org.jspecify.annotations.NullMarked;
