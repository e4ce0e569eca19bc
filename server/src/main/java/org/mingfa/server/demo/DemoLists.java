package org.mingfa.server.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingfa.server.catalogue.evaluation.Evaluations;
import org.mingfa.server.catalogue.list.ListLife;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The lists of the city (清单): drafted, reviewed and published by its people, a change of one still under review. */
@Component
@ConditionalOnBooleanProperty("mingfa.practice")
class DemoLists {

    private final ListLife life;
    private final Evaluations evaluations;
    private final Clock clock;

    DemoLists(ListLife life, Evaluations evaluations, Clock clock) {
        this.life = life;
        this.evaluations = evaluations;
        this.clock = clock;
    }

    void load(City city) {
        Map<String, Object> file = CityData.read("lists.yaml");
        CityData.rows(file, "lists").forEach(l -> list(l, city.agency((String) l.get("agency"))));
    }

    private void list(Map<String, Object> l, City.Agency agency) {
        City.Member drafter = agency.holding("officer");
        ListLife.Turn first = agency.as(drafter).call(() -> filled(life.begin((String) l.get("kind"), "agency", null, (String) l.get("reason")), rows(l)));
        ListLife.Turn sent = agency.as(drafter).call(() -> life.submit(first.list().id(), 1, first.version().seq(), null));
        ListLife.Turn reviewed = agency.as(agency.holding("legal-reviewer"))
                .call(() -> life.review(sent.list().id(), 1, sent.version().seq(), "依据准确，内容完整，同意公布。"));
        LocalDate day = LocalDate.now(clock).minusDays((int) l.get("days"));
        agency.as(agency.holding("agency-head"))
                .call(() -> life.publish(reviewed.list().id(), 1, reviewed.version().seq(), day, day, (String) l.get("document")));
        if (l.containsKey("evaluate")) {
            evaluate(first.list().id(), CityData.map(l.get("evaluate")), agency);
        }
        if (l.containsKey("change")) {
            Map<String, Object> change = CityData.map(l.get("change"));
            agency.as(drafter).call(() -> {
                ListLife.Turn next = filled(life.change(first.list().id(), (String) change.get("reason")), rows(change));
                return life.submit(next.list().id(), next.version().number(), next.version().seq(), "增加一行");
            });
        }
    }

    /** An evaluation under way: some rows kept, one proposed with the legal unit's opinion. */
    private void evaluate(long list, Map<String, Object> e, City.Agency agency) {
        Map<String, Object> proposed = CityData.map(e.get("propose"));
        String key = (String) proposed.get("key");
        long id = agency.as(agency.holding("officer")).call(() -> {
            long begun = evaluations.open("list", list);
            List<String> kept = new ArrayList<>();
            ((List<?>) e.get("keep")).forEach(k -> kept.add((String) k));
            evaluations.conclude(begun, kept, "keep", "案件正常办理");
            evaluations.conclude(begun, List.of(key), (String) proposed.get("outcome"), (String) proposed.get("reason"));
            return begun;
        });
        agency.as(agency.holding("legal-reviewer")).call(() -> {
            evaluations.opine(id, key, 1, true, (String) proposed.get("opinion"));
            return id;
        });
    }

    private ListLife.Turn filled(ListLife.Turn draft, List<Map<String, String>> rows) {
        ListLife.Turn t = draft;
        for (Map<String, String> row : rows) {
            t = life.putRow(t.list().id(), t.version().number(), t.version().seq(), null, row);
        }
        return t;
    }

    private static List<Map<String, String>> rows(Map<String, Object> l) {
        List<Map<String, String>> out = new ArrayList<>();
        if (l.containsKey("items")) {
            Map<String, Object> of = CityData.map(l.get("items"));
            CityData.rows(CityData.read("city.yaml"), "items").stream().filter(i -> i.get("field").equals(of.get("field"))).forEach(i -> out.add(Map.of(
                    "code", (String) i.get("code"), "title", (String) i.get("title"), "basis", (String) i.get("basis"), "field", (String) i.get("field"),
                    "actType", (String) of.get("actType"), "publishedOn", "2022-01-01")));
            return out;
        }
        CityData.rows(l, "rows").forEach(r -> {
            Map<String, String> row = new LinkedHashMap<>();
            r.forEach((column, text) -> row.put(column, String.valueOf(text)));
            out.add(row);
        });
        return out;
    }
}
