/**
 * Disclosure 行政执法公示, first form: a decision falls due for publication by its pack, is masked, shown, submitted by an
 * officer, released by a second person, withdrawn with a reason; and the public portal, which reads published text only.
 * Owns {@code publication} and {@code published_decision}; follows {@link org.mingfa.server.cases.ActDone}.
 * Implements 行政处罚法 第四十八条、第五十条, 国办发〔2018〕118号 （六）, 政府信息公开条例 第十五条, 未成年人保护法 第一百零三条
 * as far as its packs and masking rules say.
 */
@NullMarked
package org.mingfa.server.disclosure;

import org.jspecify.annotations.NullMarked;
