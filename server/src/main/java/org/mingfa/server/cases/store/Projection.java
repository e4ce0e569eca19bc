package org.mingfa.server.cases.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.CaseFile.ObjectState;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Switching;
import org.mingfa.core.procedure.Terms;
import org.mingfa.server.cases.EnforcementCase;
import org.mingfa.server.cases.store.Rows.DutyRow;
import org.mingfa.server.cases.store.Rows.ObjectRow;
import org.mingfa.server.cases.store.Rows.PersonRow;
import org.mingfa.server.operation.Bigrams;
import tools.jackson.databind.json.JsonMapper;

/** Reads a case's rows from its record: the same whether entry by entry or from nothing. */
public final class Projection {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CaseFile file;
    private final LocalDate today;
    private final @Nullable Long lead;
    private final List<PersonRow> people;

    private Projection(CaseFile file, LocalDate today) {
        this.file = file;
        this.today = today;
        Handlers handlers = Handlers.of(file);
        lead = handlers.lead();
        people = handlers.rows(!file.ended());
    }

    /**
     * @param fixed the head as opened: its identity, agency, procedure and packs are taken over, the rest is read anew
     * @param today the day as of which duties stand
     */
    public static Rows rows(CaseFile file, EnforcementCase fixed, LocalDate today) {
        return new Projection(file, today).read(fixed);
    }

    /** Who has taken part, as the rows have it. */
    public static List<PersonRow> people(CaseFile file, LocalDate today) {
        return new Projection(file, today).people;
    }

    private Rows read(EnforcementCase c) {
        List<Terms.State> open = file.duties(today).stream().filter(d -> d.status() == Terms.Status.OPEN).toList();
        Entry last = file.record().getLast();
        List<ObjectState> objects = file.objects();
        String party = party(objects);
        String violation = violation();
        @Nullable String number = Numbers.first(file);
        Rows.@Nullable Over over = file.record().reversed().stream().filter(Switching::is).findFirst()
                .map(e -> new Rows.Over(Switching.law(e.act()), Switching.on(e.act()))).orElse(null);
        Terms.@Nullable State next = open.stream().filter(Projection::ofAgency).min(soonest()).orElse(null);
        EnforcementCase head = new EnforcementCase(
                c.id(), c.agency(), number, c.procedure(), c.title(), c.field(), c.region(), c.law(), over == null ? c.packs() : PackList.of(file.waiting(null).procedure()),
                c.attributes(), c.item(), file.stage(), lead, c.filedOn(), party,
                violation, next == null ? null : due(next), refreshOn(open), endedOn(), last.seq(), last.recordedAt());
        return new Rows(head, Bigrams.of(Objects.requireNonNullElse(number, ""), party, violation), duties(open),
                objects.stream().map(Projection::object).toList(), people, CaseLinks.of(file),
                Fines.of(file, violation), parties(objects), over);
    }

    private static boolean ofAgency(Terms.State d) {
        return d.owedBy().equals("agency");
    }

    private static Comparator<Terms.State> soonest() {
        return Comparator.comparing((Terms.State d) -> d.due() == null || d.stopped() ? LocalDate.MAX : d.due().date())
                .thenComparingInt(Terms.State::id);
    }

    private static EnforcementCase.Due due(Terms.State d) {
        @Nullable Moment end = d.stopped() ? null : d.due();
        return new EnforcementCase.Due(d.act(), d.actTitle(), d.from() == null ? null : d.from().date(),
                end == null ? null : end.toString(), d.provisional(), d.stopped());
    }

    private static String party(List<ObjectState> objects) {
        List<String> names = objects.stream().filter(o -> o.kind().equals("party") && o.alive())
                .map(ObjectState::label).toList();
        return names.size() > 2 ? names.getFirst() + "等" + names.size() + "人" : String.join("、", names);
    }

    /** The cause (案由); until one is named, what the case was opened with (线索内容), so that leads can be told apart. */
    private String violation() {
        String named = latestText("violation");
        return named.isEmpty() && file.entries().getFirst().act().form().get("summary") instanceof String lead ? lead : named;
    }

    private String latestText(String field) {
        String found = "";
        for (Entry e : file.entries()) {
            if (e.act().form().get(field) instanceof String s && !s.isBlank()) {
                found = s;
            }
        }
        return found;
    }

    private @Nullable LocalDate endedOn() {
        if (!file.ended()) {
            return null;
        }
        for (Entry e : file.entries().reversed()) {
            if (Objects.requireNonNull(file.procedure().act(e.act().code())).isFinal()) {
                return e.act().at().date();
            }
        }
        return today;
    }

    private @Nullable LocalDate refreshOn(List<Terms.State> open) {
        return Stream.concat(open.stream(), file.windows(today).stream().filter(w -> w.status() == Terms.Status.OPEN))
                .filter(d -> d.due() != null && !d.stopped() && !d.due().date().isBefore(today))
                .map(d -> d.due().date().plusDays(1))
                .min(Comparator.naturalOrder()).orElse(null);
    }

    private List<DutyRow> duties(List<Terms.State> open) {
        List<DutyRow> rows = new ArrayList<>();
        for (Terms.State d : open.stream().filter(Projection::ofAgency).toList()) {
            String json = JSON.writeValueAsString(DutyJson.of(d));
            LocalDate due = d.due() == null || d.stopped() ? null : d.due().date();
            seats(d).forEach(s -> rows.add(new DutyRow(Integer.toString(d.id()), s, due, json)));
        }
        return rows;
    }

    /**
     * The lead officer answers for every duty of the case; officers' work also goes to the other officers of the case,
     * other roles' work to whoever holds the role in the agency.
     */
    private Set<String> seats(Terms.State d) {
        return seats(d.by());
    }

    /** Whose desk an act of these roles belongs on. */
    public static Set<String> seats(CaseFile file, List<String> by, LocalDate today) {
        return new Projection(file, today).seats(by);
    }

    private Set<String> seats(List<String> by) {
        Set<String> seats = new LinkedHashSet<>();
        people.stream().filter(p -> p.part().equals("lead")).forEach(p -> seats.add("p:" + p.person()));
        for (String role : by) {
            if (!role.equals("officer")) {
                seats.add("r:" + role);
            }
        }
        if (by.isEmpty() || by.contains("officer")) {
            people.stream().filter(PersonRow::handles).forEach(p -> seats.add("p:" + p.person()));
        }
        return seats;
    }

    private List<Rows.PartyRow> parties(List<ObjectState> objects) {
        boolean fines = Fines.may(file.procedure());
        return objects.stream().filter(o -> o.kind().equals("party") && o.alive() && !o.label().isBlank() && !o.label().equals(Erased.SHOWN))
                .map(o -> new Rows.PartyRow(o.id(), o.label(), text(o, "uscc"), text(o, "idNo"), text(o, "address"), fines, latestText("clauses"))).toList();
    }

    private static @Nullable String text(ObjectState o, String field) {
        return o.fields().get(field) instanceof String s && !s.isBlank() && !s.equals(Erased.SHOWN) ? s : null;
    }

    private static ObjectRow object(ObjectState o) {
        Object code = o.fields().get("uscc");
        return new ObjectRow(o.kind(), o.id(), o.label(), code instanceof String s && !s.isBlank() ? s : null, o.alive());
    }
}
