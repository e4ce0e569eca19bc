package org.mingfa.server.jurist.trial;

import java.util.List;
import java.util.Map;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseInfo;
import org.mingfa.core.procedure.Registry;

/** Registers in which everything is in order: standing, certificates and qualifications of whoever is named. */
final class InOrder {

    private InOrder() {}

    /** The person who does an act: one for each role, so that no one checks his own work. */
    static String actor(ActSpec spec) {
        return spec.by().isEmpty() ? "officer" : spec.by().getFirst();
    }

    static List<String> officers(ActSpec spec) {
        return spec.needsOfficers() ? List.of("officer-1", "officer-2") : List.of();
    }

    static Registry of(CaseInfo info, String actor, List<String> officers) {
        return new Registry(
                Map.of("id", info.agency(), "name", "本机关", "standing", true, "field", info.field(), "region", info.region()),
                person(actor, info), officers.stream().map(o -> person(o, info)).toList(),
                Map.of("code", "", "published", true, "inForce", true));
    }

    private static Map<String, Object> person(String id, CaseInfo info) {
        return Map.of("id", id, "name", id, "agency", info.agency(), "officer", true, "certified", true, "fits", true,
                "reviewer", true, "qualified", true, "hearingHost", true);
    }
}
