package org.mingfa.server.jurist.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingfa.core.procedure.Amendment;
import org.mingfa.core.procedure.PackFault;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.catalogue.LoadedLaw;
import tools.jackson.databind.json.JsonMapper;

/**
 * The law that a draft changes, as it stands on the draft's day in force.
 *
 * @param procedure for the field and region that the draft was written at
 */
record Ground(LoadedLaw law, Amendment amendment, Procedure procedure) {

    /** Names content, day in force and the law beneath: what a check or a replay was made of. */
    String print(LawDraft d, JsonMapper json) {
        return LoadedLaw.digest(Map.of("content", json.writeValueAsString(d.content()), "from", d.from().toString(), "law", law.digest()));
    }

    /** All packs with the draft from its day on. */
    Map<String, String> dated(LawDraft d) throws PackFault {
        return amendment.dated(d.content().changes());
    }

    /** All packs as though the draft had always stood, with its examples. */
    Map<String, String> always(LawDraft d) throws PackFault {
        Map<String, String> out = new LinkedHashMap<>(amendment.always(d.content().changes()));
        if (d.content().examples() != null) {
            out.put(LoadedLaw.examplesOf(d.id()), d.content().examples());
        }
        return out;
    }

    /** All packs as though the law beneath had always stood. */
    Map<String, String> before() {
        return amendment.always(List.of());
    }
}
