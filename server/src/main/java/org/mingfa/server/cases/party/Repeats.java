package org.mingfa.server.cases.party;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.EnforcementCase;
import org.mingfa.server.cases.Handling;
import org.mingfa.server.cases.Lists;
import org.mingfa.server.cases.Procedures;
import org.mingfa.server.cases.party.PartyStore.InCase;
import org.mingfa.server.cases.party.RepeatStore.Elsewhere;
import org.mingfa.server.cases.store.Fines;
import org.mingfa.server.cases.store.HeadStore;
import org.mingfa.server.cases.store.PartyMarks;
import org.mingfa.server.cases.view.CaseRow;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.registry.RegisterParameters;
import org.springframework.stereotype.Component;

/**
 * 一事不二罚 (行政处罚法 第二十九条): other cases of the same party that may be about the same conduct and may end, or ended, in a
 * fine. It warns; whether it is the same conduct, people decide. What counts as near and alike, register parameters say.
 */
@Component
public class Repeats {

    /**
     * A case that one may see.
     *
     * @param why in words: what is the same
     * @param sure whether credit code or ID number say that it is the same party; otherwise its name alone is the same
     */
    public record Hit(@JsonProperty("case") CaseRow of, String as, List<String> why, boolean sure, List<Parties.Fine> fines) {}

    /** A case of an agency that one does not oversee, as far as the public may know it. @param number of the published decision */
    public record Other(String agency, LocalDate filedOn, boolean decided, @Nullable String number, List<String> why) {}

    /** @param cite the article that asks; {@code asks} whether anything was found */
    public record Found(boolean asks, String title, String cite, List<Hit> cases, List<Other> elsewhere) {}

    private record Conduct(@Nullable String item, String violation, String clauses, LocalDate on) {}

    private static final int MOST = 10;
    private static final int READ = 200;
    private static final String TITLE = "对当事人的同一个违法行为，不得给予两次以上罚款的行政处罚";

    private final PartyStore store;
    private final Parties parties;
    private final RepeatStore repeats;
    private final PartyMarks marks;
    private final HeadStore heads;
    private final Lists lists;
    private final Procedures procedures;
    private final RegisterParameters parameters;
    private final Transactions transactions;
    private final Clock clock;

    Repeats(
            PartyStore store, Parties parties, RepeatStore repeats, PartyMarks marks, HeadStore heads, Lists lists, Procedures procedures,
            RegisterParameters parameters, Transactions transactions, Clock clock) {
        this.store = store;
        this.parties = parties;
        this.repeats = repeats;
        this.marks = marks;
        this.heads = heads;
        this.lists = lists;
        this.procedures = procedures;
        this.parameters = parameters;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** For a case that is about to be opened; what the form does not say yet is not looked for. */
    public Found ofOpening(Handling.Opening in) {
        if (in.procedure() == null || in.act() == null || in.act().code() == null) {
            throw Refused.invalid(in.procedure() == null ? "/procedure" : "/act", "必填");
        }
        Procedure procedure = procedures.today(in.procedure());
        ActSpec act = procedure == null ? null : procedure.act(in.act().code());
        if (act == null) {
            throw Refused.invalid("/act/code", "没有这个办理事项");
        }
        if (!Fines.may(procedure) || !"party".equals(act.createsKind()) || act.createsFrom() == null) {
            return nothing();
        }
        Map<String, Object> form = in.act().formOrEmpty();
        List<PartyMarks.Marked> found = new ArrayList<>();
        if (form.get(act.createsFrom()) instanceof List<?> rows) {
            rows.stream().limit(MOST).filter(Map.class::isInstance).map(r -> (Map<?, ?>) r).filter(r -> !text(r, "name").isEmpty())
                    .forEach(r -> found.add(marks.of("", text(r, "name"), text(r, "uscc"), text(r, "idNo"), text(r, "address"))));
        }
        Conduct conduct = new Conduct(in.item(), text(form, "violation"), text(form, "clauses"), day(in.act().at()));
        return transactions.write(() -> found(found, conduct, null));
    }

    /** For a case that is there: its parties, its cause and item, about the day on which it was filed. */
    public Found ofCase(CaseKey id) {
        return transactions.write(() -> {
            EnforcementCase head = heads.find(id).orElseThrow(() -> Refused.notFound("没有这个案件，或者不在您的管辖范围之内"));
            List<InCase> parties = store.of(List.of(id));
            List<PartyMarks.Marked> of = parties.stream().filter(InCase::fines)
                    .map(p -> new PartyMarks.Marked(p.identity(), p.knownBy(), p.spelling(), p.nameKey(), p.code(), p.idMark(), p.addressMark())).toList();
            return found(of, new Conduct(head.item(), head.violation(), parties.isEmpty() ? "" : parties.getFirst().clauses(), head.filedOn()), id);
        });
    }

    private Found found(List<PartyMarks.Marked> of, Conduct conduct, @Nullable CaseKey but) {
        Map<CaseKey, InCase> near = new LinkedHashMap<>();
        Set<CaseKey> sure = new LinkedHashSet<>();
        Set<String> identities = new LinkedHashSet<>();
        for (PartyMarks.Marked m : of) {
            Group group = m.knownBy().equals("case") || store.any(m.identity()).isEmpty() ? new Group(List.of(m.identity()), List.of(), List.of()) : parties.group(m.identity());
            identities.addAll(m.knownBy().equals("case") ? List.of() : group.identities());
            store.page(group, null, READ).forEach(p -> {
                near.putIfAbsent(p.id(), p);
                sure.add(p.id());
            });
            store.named(m.nameKey(), READ).forEach(p -> near.putIfAbsent(p.id(), p));
        }
        near.values().removeIf(p -> !p.fines() || p.id().equals(but));
        List<Hit> here = here(near, sure, conduct);
        List<Other> elsewhere = elsewhere(identities, conduct);
        return new Found(!here.isEmpty() || !elsewhere.isEmpty(), TITLE, cite(), here, elsewhere);
    }

    private List<Hit> here(Map<CaseKey, InCase> near, Set<CaseKey> sure, Conduct conduct) {
        Map<CaseKey, List<String>> why = new LinkedHashMap<>();
        for (EnforcementCase c : heads.all(List.copyOf(near.keySet()))) {
            List<String> same = within(c.filedOn(), conduct) ? same(conduct, c.item(), c.violation(), Objects.requireNonNull(near.get(c.id())).clauses()) : List.of();
            if (!same.isEmpty()) {
                why.put(c.id(), same);
            }
        }
        List<CaseKey> ids = near.keySet().stream().filter(why::containsKey).limit(MOST).toList();
        Map<CaseKey, CaseRow> rows = lists.rows(ids);
        Map<CaseKey, List<PartyStore.Fined>> fines = store.fines(ids).stream().collect(Collectors.groupingBy(PartyStore.Fined::id));
        return ids.stream().filter(rows::containsKey).map(id -> new Hit(Objects.requireNonNull(rows.get(id)), Objects.requireNonNull(near.get(id)).name(),
                Objects.requireNonNull(why.get(id)), sure.contains(id),
                fines.getOrDefault(id, List.of()).stream().map(f -> new Parties.Fine(f.fine(), f.decidedOn())).toList())).toList();
    }

    private List<Other> elsewhere(Set<String> identities, Conduct conduct) {
        if (identities.isEmpty()) {
            return List.of();
        }
        long days = value("repeat.days");
        List<Other> out = new ArrayList<>();
        for (Elsewhere e : repeats.elsewhere(List.copyOf(identities), conduct.on().minusDays(days), conduct.on().plusDays(days), READ)) {
            List<String> same = same(conduct, e.item(), e.violation(), e.clauses());
            if (!same.isEmpty() && out.size() < MOST) {
                out.add(new Other(e.agency(), e.filedOn(), e.decided(), e.number(), same));
            }
        }
        return out;
    }

    private boolean within(LocalDate filed, Conduct conduct) {
        long days = value("repeat.days");
        return !filed.isBefore(conduct.on().minusDays(days)) && !filed.isAfter(conduct.on().plusDays(days));
    }

    private List<String> same(Conduct conduct, @Nullable String item, String violation, String clauses) {
        List<String> out = new ArrayList<>();
        if (value("repeat.item") == 1 && conduct.item() != null && !conduct.item().isBlank() && conduct.item().equals(item)) {
            out.add("执法事项相同");
        }
        if (value("repeat.article") == 1 && NamedArticles.of(conduct.clauses()).meet(NamedArticles.of(clauses))) {
            out.add("涉嫌违反的条款相同");
        }
        if (Parties.alike(conduct.violation(), violation) * 100 >= value("repeat.violation")) {
            out.add(conduct.violation().strip().equals(violation.strip()) ? "案由相同" : "案由相近");
        }
        return out;
    }

    private long value(String name) {
        return parameters.value(name, LocalDate.now(clock)).longValue();
    }

    private String cite() {
        return parameters.on(LocalDate.now(clock)).stream().filter(p -> p.name().equals("repeat.days")).map(RegisterParameters.Parameter::cite).findFirst().orElseThrow();
    }

    private Found nothing() {
        return new Found(false, TITLE, cite(), List.of(), List.of());
    }

    private LocalDate day(@Nullable String at) {
        try {
            return at == null || at.length() < 10 ? LocalDate.now(clock) : LocalDate.parse(at.substring(0, 10));
        } catch (java.time.format.DateTimeParseException e) {
            return LocalDate.now(clock);
        }
    }

    private static String text(Map<?, ?> of, String field) {
        return of.get(field) instanceof String s ? s.strip() : "";
    }
}
