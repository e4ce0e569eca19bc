package org.mingfa.server.disclosure.masking;

import java.util.List;

/**
 * What the case knows about a text to be masked.
 *
 * @param keep never masked: organisations, credit codes, document numbers, the agency, officers and their certificates
 * @param parties names of natural persons who are parties
 * @param persons names of other natural persons: witnesses, people questioned, who signed for a document
 * @param reporters names of reporters and complainants
 * @param addresses home addresses of natural persons
 */
public record Facts(List<String> keep, List<String> parties, List<String> persons, List<String> reporters, List<String> addresses) {
    public static final Facts NONE = new Facts(List.of(), List.of(), List.of(), List.of(), List.of());
}
