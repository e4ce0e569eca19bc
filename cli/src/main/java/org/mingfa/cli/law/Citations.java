package org.mingfa.cli.law;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Census;

/**
 * The citations of all packs against a library.
 *
 * @param count references, one for each place and each text that is cited there
 * @param unresolved file, line and reason of each that does not resolve
 * @param notHeld names of the texts that the library does not have, and how often each is cited
 */
record Citations(int count, List<String> unresolved, TreeMap<String, Integer> notHeld) {

    static Citations check(List<Census.Cited> cited, @Nullable Library library) {
        int count = 0;
        var unresolved = new ArrayList<String>();
        var notHeld = new TreeMap<String, Integer>();
        for (Census.Cited place : cited) {
            for (Citation citation : Citation.all(place.cite())) {
                count++;
                if (library == null) {
                    continue;
                }
                if (!library.holds(citation)) {
                    notHeld.merge(citation.named(), 1, Integer::sum);
                    continue;
                }
                String reason = library.missing(citation);
                if (reason != null) {
                    unresolved.add(place.file() + ":" + place.line() + ": citation '" + citation.text() + "' of '" + place.title() + "': " + reason);
                }
            }
        }
        return new Citations(count, unresolved, notHeld);
    }

    int timesNotHeld() {
        return notHeld.values().stream().mapToInt(Integer::intValue).sum();
    }
}
