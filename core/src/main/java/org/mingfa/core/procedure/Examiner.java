package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.calendar.Period;

/**
 * Asks the law about one act: everything that it breaks in the marking it meets, never only the first fault.
 * A pure function of marking, act and registry.
 */
final class Examiner {

    private static final List<Finding> NONE = List.of();
    /** No more openers than one reads at a glance. */
    private static final int SHOWN = 4;

    private final Marking m;
    private final ActSpec spec;
    private final Act act;
    private final Registry registry;
    private final boolean contents;
    private final Coverage coverage;
    private final Scope.Known known;
    private List<Finding> findings = NONE;
    private @Nullable Scope scope;

    private Examiner(Marking m, ActSpec spec, Act act, Registry registry, boolean contents, Coverage coverage, Scope.Known known) {
        this.m = m;
        this.spec = spec;
        this.act = act;
        this.registry = registry;
        this.contents = contents;
        this.coverage = coverage;
        this.known = known;
    }

    /**
     * Examines an act.
     *
     * @param contents false before the form is filled in: conditions over contents and officers are left out
     */
    static List<Finding> examine(
            Marking m, ActSpec spec, Act act, Registry registry, boolean contents, Coverage coverage) {
        Examiner e = new Examiner(m, spec, act, registry, contents, coverage, new Scope.Known());
        e.run();
        return spec.kind == ActSpec.Kind.FACT ? e.neverRefused() : e.findings;
    }

    /**
     * Whether a person is offered an act: a fact that makes no sense yet is not, although recording it is never refused.
     * What does not arise in this case now is answered with that alone, not with all that it would need if it did.
     *
     * @param known shared by all acts that are asked about in this marking at the same time
     */
    static List<Finding> offer(Marking m, ActSpec spec, Act act, Registry registry, Scope.Known known) {
        Examiner e = new Examiner(m, spec, act, registry, false, Coverage.NONE, known);
        e.run();
        return e.findings;
    }

    private void run() {
        life();
        if (!asks()) {
            return;
        }
        if (spec.isFinal) {
            openDutiesBeforeEnd();
        }
        window();
        actor();
        for (Relations.Need n : spec.needs) {
            need(n);
        }
        for (Relations.WaitsFor w : spec.waitsFor) {
            waitsFor(w);
        }
        for (Relations.Rule r : spec.rules) {
            rule(r);
        }
        late();
        if (!spec.extensions.isEmpty()) {
            extensions();
        }
        if (contents && !spec.begins.isEmpty()) {
            pauses();
        }
    }

    /** A fact is what others did: it is recorded whatever it breaks, and what it breaks is shown. */
    private List<Finding> neverRefused() {
        return findings.stream()
                .map(f -> f.severity() != Severity.BAR
                        ? f
                        : new Finding(f.rule(), f.title(), Severity.WARN, f.kind(), f.cite(), f.message(), f.mend(), f.entries(), f.on()))
                .toList();
    }

    /** Inclusion, number, life; before the form is filled in, the first of them that fails tells enough. */
    private void life() {
        if (m.ended != null && !spec.afterEnd) {
            add(builtin("after-end", "案件已终结"), Finding.Kind.NOT_AVAILABLE, "案件已因「" + m.ended.spec.title() + "」终结，不能再办理本事项");
        }
        if (asks() && !m.included(spec, act.on())) {
            add(builtin("included", "目前不得办理"), Finding.Kind.NOT_AVAILABLE, "「" + spec.title() + "」目前不具备办理前提" + premise());
        }
        if (asks() && spec.times > 0 && m.count(spec.index, act.on()) >= spec.times) {
            add(builtin("times", "不得重复办理"), Finding.Kind.TIMES, "「" + spec.title() + "」最多办理 " + spec.times + " 次");
        }
        if (asks()) {
            objects();
        }
    }

    private boolean asks() {
        return contents || findings.isEmpty();
    }

    private void objects() {
        for (Map.Entry<String, String> o : act.on().entrySet()) {
            Marking.Thing t = m.thing(o.getKey(), o.getValue());
            if (t == null || m.undone.contains(t.created)) {
                add(builtin("object", "对象不存在"), Finding.Kind.NOT_AVAILABLE, "案件中没有对象 " + o.getValue());
            } else if (t.ended != null && !m.owed(spec, act.on())) {
                add(builtin("object", "对象已了结"), Finding.Kind.NOT_AVAILABLE, m.label(act.on()) + " 已经了结");
            }
        }
    }

    /** What closed the act, or what would open it. */
    private String premise() {
        Marking.Inclusion change = m.inclusion(spec, act.on());
        if (change != null && (change.by() != spec || m.latest(spec.index, Map.of()) != null)) {
            return "：已经「" + change.by().title() + "」";
        }
        List<String> openers = spec.openedBy.stream().map(a -> "「" + a.title() + "」").distinct().toList();
        return openers.isEmpty() || openers.size() > SHOWN ? "" : "：须先" + String.join("或者", openers);
    }

    private void openDutiesBeforeEnd() {
        for (Term t : m.terms) {
            if (t.isOpen() && t.effect.duty() && t.ofAgency() && !t.effect.outlivesCase() && t.target != spec
                    && !t.target.isFinal() && m.included(t.target, t.on)) {
                add(builtin("final", "尚有未完成的事项"), Finding.Kind.WAITS, "尚未「" + t.target.title() + "」" + of(t.on));
            }
        }
    }

    private void window() {
        List<Term> list = m.windows[spec.index];
        for (int i = list.size() - 1; i >= 0; i--) {
            Term w = list.get(i);
            if (w.dropped == null && Bindings.agree(w.on, act.on())) {
                Moment last = Clocks.end(m, w);
                boolean out = w.expired || Clocks.past(last, act.at(), w.period);
                coverage.saw(w.effect.clause(), !out);
                if (out) {
                    add(w.effect.clause(), Finding.Kind.OUT_OF_TIME,
                            "「" + spec.title() + "」的期限" + (last == null ? "" : "至 " + last.date()) + " 已经届满", seqs(w.cause));
                }
                return;
            }
        }
    }

    private void actor() {
        if (spec.by.isEmpty() || act.roles().isEmpty() && act.actor().isEmpty()) {
            return;
        }
        if (spec.kind == ActSpec.Kind.ACT && Collections.disjoint(act.roles(), spec.by)) {
            add(builtin("by", "不属于您的职权"), Finding.Kind.ROLE, "「" + spec.title() + "」须由" + m.procedure.roleTitles(spec.by) + "办理");
        }
    }

    private void need(Relations.Need n) {
        if (n.each() == null || act.on().containsKey(n.each())) {
            need(n, act.on());
            return;
        }
        List<Marking.Thing> alive = m.alive(n.each());
        if (alive.isEmpty() && !n.orNone()) {
            if (applies(n, act.on())) {
                miss(n, Finding.Kind.MISSING, "案件中还没有" + m.procedure.objects.get(n.each()).title());
            }
            return;
        }
        for (Marking.Thing t : alive) {
            need(n, Bindings.plus(act.on(), n.each(), t.id));
        }
    }

    private boolean applies(Relations.Need n, Map<String, String> on) {
        if (n.when() == null) {
            return true;
        }
        return (contents || !n.when().reads()) && decide(n.clause(), n.when(), scope().bind(on), false);
    }

    private void need(Relations.Need n, Map<String, String> on) {
        ActSpec target = m.procedure.acts[n.act()];
        Map<String, String> asked = Bindings.project(on, target.on);
        if (!n.evenIfClosed() && !m.included(target, asked)) {
            return;
        }
        if (!applies(n, on)) {
            return;
        }
        Happening h = m.latest(n.act(), asked);
        if (h == null) {
            miss(n, Finding.Kind.MISSING, "尚未「" + target.title() + "」" + of(asked));
        } else if (n.where() != null && !decide(n.clause(), n.where(), scope().bind(on).look(h), true)) {
            miss(n, Finding.Kind.MISSING, "「" + target.title() + "」" + of(asked) + "的结果不符合要求", seqs(h));
        } else if (n.period() == null || waived(n, h, on)) {
            coverage.saw(n.clause(), true);
        } else {
            waited(n, h);
        }
    }

    private boolean waived(Relations.Need n, Happening h, Map<String, String> on) {
        if (n.endsEarly() < 0) {
            return false;
        }
        ActSpec waive = m.procedure.acts[n.endsEarly()];
        Happening w = m.latest(n.endsEarly(), Bindings.project(on, waive.on));
        return w != null && w.order > h.order;
    }

    private void waited(Relations.Need n, Happening h) {
        Period p = java.util.Objects.requireNonNull(n.period()).resolve(h.act == null ? Map.of() : h.act.form());
        if (p == null) {
            undecided(n.clause(), "「" + h.spec.title() + "」未写明期限");
            return;
        }
        Moment end = Clocks.end(m, h, p, n.strict(), n.pausedBy());
        boolean after = n.waiting() == Relations.Wait.AFTER;
        boolean early = end == null || (after ? !Clocks.past(end, act.at(), p) : before(act.at(), end, p));
        if (!early) {
            coverage.saw(n.clause(), true);
            return;
        }
        String until = end == null ? "（现已中止）" : after ? "至 " + end.date() + " 届满，届满后" : "，" + end.date() + " 起";
        miss(n, Finding.Kind.TOO_EARLY, "「" + h.spec.title() + "」后须经过 " + p.title() + until + "方可「" + spec.title() + "」", seqs(h));
    }

    private static boolean before(Moment at, Moment end, Period p) {
        return p.unit() == org.mingfa.core.calendar.Unit.H && at.time() != null
                ? at.from().isBefore(end.from())
                : at.date().isBefore(end.date());
    }

    private void waitsFor(Relations.WaitsFor w) {
        if (w.when() != null && !((contents || !w.when().reads()) && decide(w.clause(), w.when(), scope(), false))) {
            return;
        }
        for (Term t : m.openDuties[w.act()]) {
            if (t.isOpen() && Bindings.agree(t.on, act.on()) && m.included(t.target, t.on)) {
                add(w.clause(), Finding.Kind.WAITS, "须先完成「" + t.target.title() + "」" + of(t.on), seqs(t.cause));
                return;
            }
        }
        coverage.saw(w.clause(), true);
    }

    private void rule(Relations.Rule r) {
        if (!contents && (r.require().reads() || r.when() != null && r.when().reads())) {
            return;
        }
        if (r.when() != null && !decide(r.clause(), r.when(), scope(), false)) {
            return;
        }
        try {
            if (r.require().holds(scope())) {
                coverage.saw(r.clause(), true);
            } else {
                add(r.clause(), Finding.Kind.CONDITION, r.clause().title() + told(r));
            }
        } catch (Undecided e) {
            undecided(r.clause(), e.getMessage());
        }
    }

    /** What the rule tells besides its title, e.g. the rows of a list that it rests on. */
    private String told(Relations.Rule r) {
        try {
            return r.tells() == null ? "" : "：" + r.tells().value(scope());
        } catch (Undecided e) {
            return "";
        }
    }

    /** A guard or a where: undecidable is a finding and counts as {@code otherwise}. */
    private boolean decide(Clause clause, Condition c, Scope s, boolean otherwise) {
        try {
            return c.holds(s);
        } catch (Undecided e) {
            undecided(clause, e.getMessage());
            return otherwise;
        }
    }

    private void late() {
        List<Term> owed = m.openDuties[spec.index];
        boolean one = false;
        for (int i = 0; i < owed.size(); i++) {
            Term t = owed.get(i);
            if (!t.isOpen() || one && t.effect.oneForOne() || !Bindings.agree(t.on, act.on())) {
                continue;
            }
            one |= t.effect.oneForOne();
            if (!t.ofAgency()) {
                continue;
            }
            Moment due = Clocks.end(m, t);
            boolean late = Clocks.past(due, act.at(), t.period);
            coverage.saw(t.effect.clause(), !late);
            if (late) {
                Clause c = t.effect.clause();
                add(c, Finding.Kind.LATE, "「" + spec.title() + "」应于 " + due + " 前完成", seqs(t.cause));
            }
        }
    }

    private void extensions() {
        for (Relations.Extension x : spec.extensions) {
            List<Term> extended = Progress.extended(m, x, act.on());
            if (extended.isEmpty()) {
                add(x.clause(), Finding.Kind.VOID, "没有正在进行的期限可以延长");
            }
            for (Term t : extended) {
                Moment due = Clocks.end(m, t);
                if (Clocks.past(due, act.at(), t.period)) {
                    add(x.clause(), Finding.Kind.VOID, "期限已于 " + due + " 届满，不能再延长", seqs(t.cause));
                } else if (Progress.usedUp(m, x, t)) {
                    add(x.clause(), Finding.Kind.VOID, "最多延长 " + x.times() + " 次", seqs(t.cause));
                } else {
                    coverage.saw(x.clause(), true);
                }
            }
        }
    }

    private void pauses() {
        for (Relations.PauseStart p : spec.begins) {
            boolean documented = p.document() == null || act.form().get(p.document()) != null;
            coverage.saw(p.clause(), documented);
            if (!documented) {
                add(p.clause(), Finding.Kind.VOID, "扣除期间须有文书载明，否则不生效");
            }
        }
    }

    private Clause builtin(String what, String title) {
        Clause own = spec.own;
        return new Clause(spec.code() + "." + what, title, Severity.BAR, own.cite(), "", own.file(), own.line());
    }

    private void undecided(Clause c, String missing) {
        add(c, Finding.Kind.UNDECIDED, "无法判断「" + c.title() + "」：缺少" + titled(missing));
    }

    /** The form field's title where the missing value is one. */
    private String titled(String missing) {
        boolean field = spec.form.get("properties") instanceof Map<?, ?> p && p.get(missing) instanceof Map<?, ?> f
                && f.get("title") != null;
        return field ? "「" + ((Map<?, ?>) ((Map<?, ?>) spec.form.get("properties")).get(missing)).get("title") + "」" : " " + missing;
    }

    private void miss(Relations.Need n, Finding.Kind kind, String message, Long... entries) {
        add(n.clause(), kind, message, entries);
    }

    private void add(Clause c, Finding.Kind kind, String message, Long... entries) {
        if (findings.isEmpty()) {
            findings = new ArrayList<>(4);
        }
        coverage.saw(c, false);
        findings.add(new Finding(
                c.id(), c.title(), c.severity(), kind, c.cite(), message, c.mend(), List.of(entries), act.on()));
    }

    private String of(Map<String, String> on) {
        return on.isEmpty() ? "" : "（" + m.label(on) + "）";
    }

    private static Long[] seqs(@Nullable Happening h) {
        return h == null || h.seq == 0 ? new Long[0] : new Long[] {h.seq};
    }

    private Scope scope() {
        if (scope == null) {
            scope = Scope.of(m, spec, act, registry, known);
        }
        return scope;
    }
}
