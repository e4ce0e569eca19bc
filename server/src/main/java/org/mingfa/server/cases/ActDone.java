package org.mingfa.server.cases;

import org.mingfa.server.record.CaseKey;

/**
 * An act stands in the record; published within its transaction, so that a listener that throws undoes it.
 *
 * @param elsewhere done on paper or in an old system and entered here: its document was made there
 * @param open the case as it stands after the act
 */
public record ActDone(CaseKey id, long agency, long seq, String act, boolean elsewhere, OpenCase open) {}
