package org.mingfa.server.chart;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.chart.draw.Picture;
import org.mingfa.server.chart.draw.Standing;
import org.mingfa.server.chart.layout.Composer;
import org.mingfa.server.chart.layout.Sheet;
import org.mingfa.server.chart.plan.Plan;
import org.mingfa.server.chart.plan.Planner;
import org.springframework.stereotype.Component;

/**
 * Flow charts (流程图) of procedures and of cases. A procedure's chart is drawn when it is first asked for and kept by the
 * digest of its packs, a bounded number of them; the layout library is loaded with the first.
 */
@Component
public class Charts {

    private static final int HELD = 64;

    private final CurrentLaw law;
    private final Clock clock;
    private final Cache<String, Drawing> drawings = Caffeine.newBuilder().maximumSize(HELD).build();

    Charts(CurrentLaw law, Clock clock) {
        this.law = law;
        this.clock = clock;
    }

    /** The procedures in force today for a field and a region, in the order of their packs. */
    public List<Procedure> inForce(String field, String region) {
        return law.laws().codes().stream().flatMap(c -> inForce(c, field, region).stream()).toList();
    }

    /** The procedure as in force today for a field and a region (a division code); "" for either: without its layers. */
    public Optional<Procedure> inForce(String code, String field, String region) {
        if (!law.laws().codes().contains(code)) {
            return Optional.empty();
        }
        try {
            return Optional.of(law.laws().procedure(code, field, region, LocalDate.now(clock)));
        } catch (IllegalArgumentException notInForce) {
            return Optional.empty();
        }
    }

    public Drawing of(Procedure procedure) {
        return drawings.get(procedure.code() + procedure.digest(), k -> draw(procedure));
    }

    private static Drawing draw(Procedure procedure) {
        Plan plan = Planner.plan(procedure);
        Sheet sheet = Composer.compose(plan);
        return new Drawing(Picture.file(sheet), Picture.inPage(sheet), sheet.landscape(), Outline.of(plan, Map.of()));
    }

    /** The chart of a case: what is done, due, open and barred. It names no person and no object of the case. */
    public Drawing of(CaseFile file) {
        Plan plan = Planner.plan(file.procedure());
        Map<String, Outline.CaseStanding> standings = CaseStandings.of(file, LocalDate.now(clock));
        Map<String, Standing> marks = new HashMap<>();
        standings.forEach((code, s) -> marks.put(code, s.standing()));
        Sheet sheet = Composer.compose(plan, b -> notes(b, standings));
        return new Drawing(Picture.ofCase(sheet, marks, true), Picture.ofCase(sheet, marks, false), sheet.landscape(), Outline.of(plan, standings));
    }

    private static List<String> notes(Plan.Box box, Map<String, Outline.CaseStanding> standings) {
        Outline.CaseStanding standing = standings.get(box.code());
        return standing == null || standing.detail().isEmpty() ? box.notes() : List.of(standing.detail());
    }
}
