package org.mingfa.server.cases;

import org.mingfa.server.record.CaseKey;

/**
 * An act stands in the record; published within its transaction, so that a listener that throws undoes it.
 *
 * @param open the case as it stands after the act
 */
public record ActDone(CaseKey id, long agency, long seq, String act, OpenCase open) {}
