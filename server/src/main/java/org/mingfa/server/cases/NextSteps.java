package org.mingfa.server.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.CaseReference;
import org.mingfa.core.procedure.CaseReference.Follow;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Finding;
import org.mingfa.core.procedure.Severity;
import org.mingfa.server.cases.view.ActView;
import org.mingfa.server.cases.view.LinkView;
import org.mingfa.server.cases.view.StepView;
import org.mingfa.server.record.CaseKey;
import org.springframework.stereotype.Component;

/**
 * What follows from one case in another (关联案件): which cases may be opened from here, and which act here follows from
 * one in a linked case. Nothing is written into a record by an act of another case: each act has its actor in its own
 * case and is examined by that case's packs, so a linked case proposes, with a form filled in, and somebody acts.
 */
@Component
public class NextSteps {

    private static final int MOST = 20;

    /** A case that may be opened from here; {@code title} is what that is called, {@code form} what its form may be filled with. */
    public record MayOpen(String title, Procedures.Opened procedure, FollowsFrom after, Map<String, Object> form) {}

    /** The act here that it follows from. */
    public record FollowsFrom(String act, String title, String at, long seq) {}

    record Done(CaseReference reference, Follow follow, Entry entry) {}

    private final CaseFiles files;
    private final LinkedCases linked;
    private final Procedures procedures;

    NextSteps(CaseFiles files, LinkedCases linked, Procedures procedures) {
        this.files = files;
        this.linked = linked;
        this.procedures = procedures;
    }

    /** The cases that the caller may open from what is done in this one. */
    public List<MayOpen> openings(CaseKey id) {
        OpenCase here = files.current(id);
        List<MayOpen> out = new ArrayList<>();
        for (Procedures.Opened p : procedures.openable()) {
            ActSpec spec = procedures.of(p.code(), null).act(p.opening().code());
            if (spec != null) {
                done(spec, here).ifPresent(d -> out.add(new MayOpen(title(d, spec), p, after(here.file(), d.entry()),
                        Prefill.of(spec, d.reference(), d.follow(), here))));
            }
        }
        return out;
    }

    private static String title(Done d, ActSpec spec) {
        return d.follow().title() == null ? spec.title() : d.follow().title();
    }

    private static FollowsFrom after(CaseFile file, Entry e) {
        ActSpec spec = file.procedure().act(e.act().code());
        return new FollowsFrom(e.act().code(), spec == null ? e.act().code() : spec.title(), e.act().at().toString(), e.seq());
    }

    /** The first act of {@code other} from which this act follows. */
    private static Optional<Done> done(ActSpec spec, OpenCase other) {
        for (CaseReference r : spec.references()) {
            for (Follow f : r.follows()) {
                Entry e = f.procedure().equals(other.head().procedure()) ? Prefill.latest(other.file(), f.act()) : null;
                if (e != null && (f.where() == null || f.where().holds(e.act().form()))) {
                    return Optional.of(new Done(r, f, e));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The acts here that follow from linked cases and have not been done since.
     *
     * @param acts as the caller may do them now; one that others may do is told too
     */
    List<StepView> steps(CaseFile here, List<ActView> acts, List<LinkView> links) {
        List<ActSpec> following = following(here);
        List<StepView> out = new ArrayList<>();
        if (!following.isEmpty() && !acts.isEmpty()) {
            List<CaseKey> ids = links.stream().map(LinkView::caseId).filter(java.util.Objects::nonNull).map(id -> CaseKey.parse(id).orElseThrow()).distinct().limit(MOST).toList();
            linked.read(ids).forEach(other -> from(here, following, other).forEach(f -> acts.stream()
                    .filter(v -> v.code().equals(f.act().code()) && possible(v)).forEach(v -> out.add(step(v, f)))));
        }
        return out;
    }

    /** It was done for that case, or after that act without naming a case. */
    private static boolean taken(CaseFile here, ActSpec act, Done d, String id) {
        String field = d.reference().idField();
        return here.entries().stream().filter(e -> e.act().code().equals(act.code())).anyMatch(e -> {
            Object named = e.act().form().get(field);
            return named == null ? !e.act().at().date().isBefore(d.entry().act().at().date()) : named.equals(id);
        });
    }

    private static boolean possible(ActView act) {
        return act.open() || act.findings().stream().filter(f -> f.severity() == Severity.BAR).allMatch(f -> f.kind() == Finding.Kind.ROLE);
    }

    private static StepView step(ActView act, Following f) {
        OpenCase other = f.other();
        return new StepView(act.code(), act.on(), f.title(), other.id().toString(), other.head().number(),
                other.head().title(), f.after().title(), f.after().at(), Prefill.of(f.act(), f.done().reference(), f.done().follow(), other));
    }

    /** An act here that follows from one in a linked case and has not been done since. */
    record Following(ActSpec act, Done done, OpenCase other) {
        String title() {
            return NextSteps.title(done, act);
        }

        FollowsFrom after() {
            return NextSteps.after(other.file(), done.entry());
        }
    }

    /** The acts of a case that may follow from others. */
    static List<ActSpec> following(CaseFile here) {
        return here.procedure().acts().stream().filter(a -> !a.isOpening() && a.references().stream().anyMatch(r -> !r.follows().isEmpty())).toList();
    }

    static List<Following> from(CaseFile here, List<ActSpec> following, OpenCase other) {
        return following.stream().flatMap(a -> done(a, other).filter(d -> !taken(here, a, d, other.id().toString()))
                .map(d -> new Following(a, d, other)).stream()).toList();
    }
}
