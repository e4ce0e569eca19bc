package org.mingfa.server.cases.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.OfficerChange;
import org.mingfa.server.cases.store.Rows.PersonRow;

/**
 * Who handles a case (承办人), read in legal order. The lead officer (主办人) is the one named last, failing that the first of
 * the first officers, failing those whoever did the first act. A change of officers (变更承办人) puts one person in the place
 * of another from where it stands; later acts may bring the former one back.
 */
final class Handlers {

    private record Part(long person, String part) {}

    private String named = "";
    private String first = "";
    private String opened = "";
    private final Set<Part> parts = new LinkedHashSet<>();

    private Handlers() {}

    static Handlers of(CaseFile file) {
        Handlers handlers = new Handlers();
        for (Entry e : file.course()) {
            if (OfficerChange.is(e)) {
                handlers.change(OfficerChange.from(e.act()), OfficerChange.to(e.act()));
            } else if (e.isAct()) {
                handlers.act(e.act());
            }
        }
        return handlers;
    }

    private void act(Act act) {
        opened = opened.isEmpty() ? act.actor() : opened;
        if (act.form().get("lead") instanceof String lead && !lead.isBlank()) {
            named = lead;
        }
        first = first.isEmpty() && !act.officers().isEmpty() ? act.officers().getFirst() : first;
        act.officers().forEach(o -> add(o, "officer"));
        add(act.actor(), "actor");
    }

    private void change(String from, String to) {
        if (current().equals(from)) {
            named = to;
        }
        if (remove(from, "officer")) {
            add(to, "officer");
        }
        add(from, "former");
        remove(to, "former");
    }

    private String current() {
        return !named.isEmpty() ? named : !first.isEmpty() ? first : opened;
    }

    private boolean back(long person) {
        return current().equals(Long.toString(person)) || parts.contains(new Part(person, "officer"));
    }

    private void add(String person, String part) {
        if (isId(person)) {
            parts.add(new Part(Long.parseLong(person), part));
        }
    }

    private boolean remove(String person, String part) {
        return isId(person) && parts.remove(new Part(Long.parseLong(person), part));
    }

    private static boolean isId(String text) {
        return text.matches("\\d{1,18}");
    }

    /** Null where the case names somebody who is no person of the register. */
    @Nullable Long lead() {
        return isId(current()) ? Long.valueOf(current()) : null;
    }

    List<PersonRow> rows(boolean running) {
        Set<PersonRow> rows = new LinkedHashSet<>();
        Long lead = lead();
        if (lead != null) {
            rows.add(new PersonRow(lead, "lead", running));
        }
        parts.stream().filter(p -> !p.part().equals("former") || !back(p.person())).forEach(p -> rows.add(new PersonRow(p.person(), p.part(), running)));
        return List.copyOf(rows);
    }
}
