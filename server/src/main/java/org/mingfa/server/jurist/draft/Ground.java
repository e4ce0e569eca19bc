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

    /** The procedures in which the draft's changes take part: its own, and those that share a file of them; its own first. */
    List<String> reach(LawDraft d) {
        return amendment.reach(d.content().changes());
    }

    /** The same law as it stands for another procedure that the draft reaches. */
    Amendment of(String code, LawDraft d) {
        return code.equals(d.procedure()) ? amendment : new Amendment(law.texts(), code, d.from());
    }

    /** All packs with the draft from its day on. */
    Map<String, String> dated(LawDraft d) throws PackFault {
        return amendment.dated(d.content().changes());
    }

    /** All packs as though the draft had always stood, for one of the procedures that it reaches, with its examples. */
    Map<String, String> always(LawDraft d, String code) throws PackFault {
        Amendment there = of(code, d);
        Map<String, String> out = new LinkedHashMap<>(there.always(d.content().changes().stream().filter(c -> there.path(c.path()) != null).toList()));
        if (d.content().examples() != null) {
            out.put(LoadedLaw.examplesOf(d.id()), d.content().examples());
        }
        return out;
    }

    /** All packs as though the law beneath had always stood. */
    Map<String, String> before(LawDraft d, String code) {
        return of(code, d).always(List.of());
    }
}
