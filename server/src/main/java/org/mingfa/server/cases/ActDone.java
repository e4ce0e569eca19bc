package org.mingfa.server.cases;

import org.mingfa.server.record.CaseKey;

/** An act stands in the record; published within its transaction. */
public record ActDone(CaseKey id, long agency, long seq, String act) {}
