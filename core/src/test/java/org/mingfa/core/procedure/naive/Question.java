package org.mingfa.core.procedure.naive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;

/** "May an act happen at time t?": everything that stands against it. A form that is null is not filled in yet. */
final class Question {
    private final State s;
    private final Pack.A a;
    private final Map<String, String> on;
    private final Moment at;
    private final @Nullable Map<String, Object> form;
    private final List<String> roles;
    private final List<Hap.F> out = new ArrayList<>();

    Question(State s, Pack.A a, Map<String, String> on, Moment at, @Nullable Map<String, Object> form, List<String> roles) {
        this.s = s;
        this.a = a;
        this.on = on;
        this.at = at;
        this.form = form;
        this.roles = roles;
    }

    List<Hap.F> ask() {
        life();
        window();
        if (!a.fact() && !a.by().isEmpty() && a.by().stream().noneMatch(roles::contains)) {
            add(a.code() + ".by", "ROLE", "bar");
        }
        a.needs().forEach(this::need);
        a.waits().forEach(this::waits);
        a.rules().forEach(this::rule);
        late();
        a.extensions().forEach(this::extension);
        if (form != null) {
            a.begins().stream().filter(b -> b.document() && form.get("id") == null)
                    .forEach(b -> add(a.code() + ".begins-pause." + b.pause(), "VOID", "warn"));
        }
        return out;
    }

    private void add(String rule, String kind, String severity) {
        out.add(new Hap.F(rule, kind, severity, on));
    }

    private void life() {
        if (s.ended != null && !a.afterEnd()) {
            add(a.code() + ".after-end", "NOT_AVAILABLE", "bar");
        }
        if (!s.included(a, on)) {
            add(a.code() + ".included", "NOT_AVAILABLE", "bar");
        }
        if (a.times() > 0 && s.all(a.code(), on).size() >= a.times()) {
            add(a.code() + ".times", "TIMES", "bar");
        }
        on.forEach((kind, id) -> {
            Hap.Thing t = s.thing(kind, id);
            if (t == null || t.created.undone || t.ended != null && !owed()) {
                add(a.code() + ".object", "NOT_AVAILABLE", "bar");
            }
        });
        if (a.isFinal()) {
            s.terms.stream()
                    .filter(t -> t.open() && t.agencyDuty() && !t.gives.outlives() && !s.pack.act(t.gives.act()).isFinal() && included(t))
                    .forEach(t -> add(a.code() + ".final", "WAITS", "bar"));
        }
    }

    /** A duty about it is still open. */
    private boolean owed() {
        return s.terms.stream().anyMatch(t -> t.open() && t.gives.duty() && t.gives.act().equals(a.code()) && State.agree(t.on, on));
    }

    private boolean included(Hap.Term t) {
        return s.included(s.pack.act(t.gives.act()), t.on);
    }

    /** The window opened last for these objects limits the act, used or not. */
    private void window() {
        Hap.Term last = null;
        for (Hap.Term t : s.terms) {
            if (!t.gives.duty() && t.gives.act().equals(a.code()) && !t.dropped && State.agree(t.on, on)) {
                last = t;
            }
        }
        if (last != null && (last.expired || s.past(last, at))) {
            add(last.rule, "OUT_OF_TIME", "bar");
        }
    }

    private void need(Pack.Need n) {
        String rule = a.code() + ".needs." + n.act();
        if (n.each() == null || on.containsKey(n.each())) {
            need(n, rule, on);
            return;
        }
        List<Hap.Thing> alive = s.alive(n.each());
        if (alive.isEmpty() && !n.orNone() && applies(n.when(), rule, n.severity(), on)) {
            add(rule, "MISSING", n.severity());
        }
        for (Hap.Thing t : alive) {
            Map<String, String> wider = new LinkedHashMap<>(on);
            wider.put(t.kind, t.id);
            need(n, rule, wider);
        }
    }

    private void need(Pack.Need n, String rule, Map<String, String> of) {
        Pack.A b = s.pack.act(n.act());
        Map<String, String> asked = State.project(of, b.on());
        if (!n.evenIfClosed() && !s.included(b, asked) || !applies(n.when(), rule, n.severity(), of)) {
            return;
        }
        Hap h = s.latest(n.act(), asked);
        if (h == null) {
            add(rule, "MISSING", n.severity());
            return;
        }
        if (n.where() != null) {
            Boolean ok = n.where().decide(s.sight(Map.of(), h.contents(), of));
            if (ok == null) {
                add(rule, "UNDECIDED", n.severity());
            } else if (!ok) {
                add(rule, "MISSING", n.severity());
                return;
            }
        }
        wait(n, rule, h, of);
    }

    private void wait(Pack.Need n, String rule, Hap h, Map<String, String> of) {
        Pack.Len len = n.after() != null ? n.after() : n.delay();
        if (len == null || n.endsEarly() != null && waived(n.endsEarly(), h, of)) {
            return;
        }
        Pack.Len length = Effects.length(len, h);
        if (length == null) {
            add(rule, "UNDECIDED", n.severity());
            return;
        }
        Days.End end = Days.end(h.at, List.of(length), n.strict() || s.pack.strict(), s.stops(n.pausedBy(), h.on));
        boolean early = end.stopped() || (n.after() != null ? !Days.later(at, end.due()) : before(end, length));
        if (early) {
            add(rule, "TOO_EARLY", n.severity());
        }
    }

    private boolean before(Days.End end, Pack.Len length) {
        return length.unit().equals("h") ? Days.later(end.due(), at) : at.date().isBefore(end.due().date());
    }

    /** After the latest happening, in legal order. */
    private boolean waived(String waive, Hap h, Map<String, String> of) {
        Hap w = s.latest(waive, State.project(of, s.pack.act(waive).on()));
        return w != null && s.haps.indexOf(w) > s.haps.indexOf(h);
    }

    private void waits(Pack.Waits w) {
        String rule = a.code() + ".waits-for." + w.act();
        if (applies(w.when(), rule, w.severity(), on)
                && s.terms.stream().anyMatch(t -> t.gives.duty() && t.open() && t.gives.act().equals(w.act()) && State.agree(t.on, on) && included(t))) {
            add(rule, "WAITS", w.severity());
        }
    }

    private void rule(Pack.Rule r) {
        String id = a.code() + "." + r.id();
        if (form == null && (r.require().readsForm() || r.when() != null && r.when().readsForm()) || !applies(r.when(), id, r.severity(), on)) {
            return;
        }
        Boolean ok = r.require().decide(s.sight(form == null ? Map.of() : form, Map.of(), on));
        if (ok == null) {
            add(id, "UNDECIDED", r.severity());
        } else if (!ok) {
            add(id, "CONDITION", r.severity());
        }
    }

    /** A guard is asked at t; what cannot be decided is a finding and does not apply. */
    private boolean applies(@Nullable Cond when, String rule, String severity, Map<String, String> of) {
        if (when == null) {
            return true;
        }
        if (form == null && when.readsForm()) {
            return false;
        }
        Boolean b = when.decide(s.sight(form == null ? Map.of() : form, Map.of(), of));
        if (b == null) {
            add(rule, "UNDECIDED", severity);
        }
        return Boolean.TRUE.equals(b);
    }

    /** The duties that this act would fulfil: all ordinary ones, and the oldest of those that are one for one. */
    private void late() {
        boolean one = false;
        for (Hap.Term t : s.terms) {
            if (!t.gives.duty() || !t.open() || !t.gives.act().equals(a.code()) || !State.agree(t.on, on) || t.gives.oneForOne() && one) {
                continue;
            }
            one |= t.gives.oneForOne();
            if (t.agencyDuty() && s.past(t, at)) {
                add(t.rule, "LATE", "warn");
            }
        }
    }

    private void extension(Pack.Extends x) {
        String rule = a.code() + ".extends." + x.duty();
        List<Hap.Term> running = s.terms.stream().filter(t -> t.rule.equals(x.duty()) && t.open() && t.len != null && State.agree(t.on, on)).toList();
        if (running.isEmpty()) {
            add(rule, "VOID", x.severity());
        }
        for (Hap.Term t : running) {
            if (s.past(t, at) || x.times() > 0 && t.extendedBy(a.code()).size() >= x.times()) {
                add(rule, "VOID", x.severity());
            }
        }
    }
}
