package org.mingfa.server.cases.party;

import java.util.List;

/**
 * What is taken as one party.
 *
 * @param identities all cases of these
 * @param without spellings that were taken out of them (拆分)
 * @param spellings cases of these spellings, taken out of an identity
 */
record Group(List<String> identities, List<String> without, List<String> spellings) {

    /** The parties that it was put together from. */
    List<String> keys() {
        return java.util.stream.Stream.concat(identities.stream(), spellings.stream()).toList();
    }
}
