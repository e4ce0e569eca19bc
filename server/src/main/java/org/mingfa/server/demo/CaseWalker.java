package org.mingfa.server.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.cases.ActInput;
import org.mingfa.server.cases.Handling;
import org.mingfa.server.cases.NumberBooks;
import org.mingfa.server.cases.OpenCase;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.discretion.Discretion;
import org.mingfa.server.operation.Problem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Walks a case through handling, each act on its workday by whoever may do it; what handling refuses is an error here. */
@Component
@ConditionalOnBooleanProperty("mingfa.practice")
class CaseWalker {

    private final Handling handling;
    private final NumberBooks books;
    private final CurrentLaw law;
    private final Discretion discretion;
    private final Clock clock;
    private final Map<String, Object> forms = CityData.read("forms.yaml");

    CaseWalker(Handling handling, NumberBooks books, CurrentLaw law, Discretion discretion, Clock clock) {
        this.discretion = discretion;
        this.handling = handling;
        this.books = books;
        this.law = law;
        this.clock = clock;
    }

    /**
     * @param other the case that it is linked with
     * @return the case as it stands at the end of its way
     */
    OpenCase walk(Script script, City.Agency agency, Enterprise party, @Nullable OpenCase other) {
        LocalDate start = law.calendar().plusWorkdays(workday(LocalDate.now(clock)), -script.ago());
        Procedure procedure = law.laws().procedure(script.procedure(), agency.field(), agency.regionCode(), start);
        Map<String, Object> values = values(script, agency, party, start);
        if (other != null) {
            values.put("other", java.util.Objects.requireNonNull(other.head().number()));
        }
        AtomicReference<@Nullable OpenCase> open = new AtomicReference<>();
        int minute = 0;
        for (Script.Step step : script.steps()) {
            ActSpec spec = procedure.act(step.act());
            if (spec == null) {
                throw new IllegalStateException("cases.yaml: " + script.procedure() + " has no act " + step.act());
            }
            LocalDate day = law.calendar().plusWorkdays(start, step.after());
            LocalTime time = LocalTime.of(9, 10).plusMinutes(35L * minute++ % 420);
            DemoClock.at(day.atTime(time).atZone(clock.getZone()).toInstant(),
                    () -> open.set(step(script, agency, spec, day, values, open.get())));
        }
        return java.util.Objects.requireNonNull(open.get());
    }

    private LocalDate workday(LocalDate day) {
        return law.calendar().isWorkday(day) ? day : law.calendar().plusWorkdays(day, -1);
    }

    private Map<String, Object> values(Script s, City.Agency agency, Enterprise party, LocalDate start) {
        Map<String, Object> v = new HashMap<>();
        v.put("party", s.as() == null ? party.name() : s.as());
        v.put("uscc", party.uscc());
        v.put("kind", party.kind());
        v.put("address", party.address());
        v.put("representative", party.representative());
        v.put("violation", s.violation());
        v.put("basis", basis(s.item()));
        v.put("fine", s.fine());
        v.put("filed", start);
        v.put("lead", Long.toString(agency.pair().getFirst().id()));
        v.put("head", Long.toString(agency.holding("agency-head").id()));
        v.put("unithead", Long.toString(agency.holding("unit-head").id()));
        v.put("host", Long.toString(agency.holding("hearing-officer").id()));
        return v;
    }

    private static String basis(@Nullable String item) {
        return item == null ? "" : CityData.rows(CityData.read("city.yaml"), "items").stream().filter(i -> i.get("code").equals(item))
                .map(i -> (String) i.get("basis")).findFirst().orElseThrow();
    }

    private OpenCase step(
            Script script, City.Agency agency, ActSpec spec, LocalDate day, Map<String, Object> values,
            @Nullable OpenCase open) {
        City.Member who = agency.holding(spec.by().isEmpty() ? "officer" : spec.by().getFirst());
        values.put("day", day);
        if (spec.code().equals("decide-on-spot")) {
            values.put("number", bookNumber(agency, day));
        }
        return agency.as(who).call(() -> {
            ActInput act = input(script, agency, spec, values, open);
            try {
                return open == null
                        ? handling.open(new Handling.Opening(script.procedure(), script.item(), act), null).open()
                        : handling.act(open.id(), act, null).open();
            } catch (Problem refused) {
                throw new IllegalStateException("cases.yaml: " + script.violation() + ": " + act.code() + " on " + act.at()
                        + ": " + refused.detail() + " " + refused.members(), refused);
            }
        });
    }

    private ActInput input(
            Script script, City.Agency agency, ActSpec spec, Map<String, Object> values, @Nullable OpenCase open) {
        Map<String, Object> template = new HashMap<>(CityData.map(CityData.map(forms.get(script.procedure())).get(spec.code())));
        script.override(spec.code()).ifPresent(template::putAll);
        template.keySet().retainAll(CityData.map(spec.form().get("properties")).keySet());
        if (!script.assess().isEmpty() && keeps(spec)) {
            Map<String, Object> situation = new HashMap<>(script.assess());
            situation.put("on", ((LocalDate) values.get("filed")).minusDays(3).toString());
            template.put("assessment", java.util.Objects.requireNonNull(discretion.assess(situation).get("kept")));
        }
        Map<String, String> on = new HashMap<>();
        if (open != null) {
            spec.on().forEach(kind -> on.put(kind, open.file().objects().stream()
                    .filter(o -> o.kind().equals(kind)).findFirst().orElseThrow().id()));
        }
        List<String> officers = new ArrayList<>();
        if (spec.needsOfficers()) {
            agency.pair().forEach(m -> officers.add(Long.toString(m.id())));
        }
        return ActInput.own(spec.code(), values.get("day").toString(), on, officers,
                new Filled(values, law.calendar()).form(template), open == null ? 0L : open.seq());
    }

    private static boolean keeps(ActSpec spec) {
        return CityData.map(spec.form().get("properties")).get("assessment") instanceof Map<?, ?> f && f.containsKey("x-assessment");
    }

    /** A new book of fifty for the first officer; its first number. */
    private String bookNumber(City.Agency agency, LocalDate day) {
        City.Member officer = agency.pair().getFirst();
        return agency.as(agency.holding("unit-head")).call(() ->
                (String) books.handOut("当罚", day.getYear(), 50, officer.id()).get("first"));
    }
}
