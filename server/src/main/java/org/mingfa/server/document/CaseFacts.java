package org.mingfa.server.document;

import java.util.Map;

/** What the cases module gives to documents, so that a preview can be made of an act not yet done. */
public interface CaseFacts {
    /**
     * The facts of a case with an act as its last one, unrecorded.
     *
     * @param act the act as the API takes it (ActInput)
     */
    DocumentModel withAct(int region, long caseId, Map<String, Object> act);
}
