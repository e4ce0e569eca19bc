package org.mingfa.server.catalogue.evaluation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.catalogue.evaluation.Evaluated.Step;
import org.mingfa.server.catalogue.evaluation.Evaluated.Subject;
import org.mingfa.server.operation.Refused;
import org.springframework.stereotype.Component;

/** Evaluations as the workbench shows them, to one caller. */
@Component
public class EvaluationViews {

    /** Something in force that is to be evaluated. @param last day of the last evaluation, null: 从未评估; {@code running} id of one under way */
    public record Due(
            String subject, String id, String title, String owner, @Nullable LocalDate due, String cite, @Nullable LocalDate last, @Nullable String running, boolean opens) {}

    /**
     * @param outcomes keep, change, suspend, cancel in the words of the law
     * @param may propose, opine, decide, close, draft: what this caller may do now
     */
    public record Whole(Evaluation evaluation, Map<String, String> outcomes, List<String> may) {}

    /**
     * @param last the conclusion of the evaluation before; null: 从未评估
     * @param effect the version that carried the decision out; null where none has
     */
    public record ItemView(EvaluationItem item, Conclusions.@Nullable Last last, Evaluated.@Nullable Effect effect) {}

    /** An item with what was said of it. @param may opine or decide, and the seq to send */
    public record ItemPage(ItemView view, List<EvaluationStore.Said> said, List<String> may) {}

    private final EvaluationStore store;
    private final Evaluations evaluations;
    private final Conclusions conclusions;
    private final Transactions transactions;

    EvaluationViews(EvaluationStore store, Evaluations evaluations, Conclusions conclusions, Transactions transactions) {
        this.store = store;
        this.evaluations = evaluations;
        this.conclusions = conclusions;
        this.transactions = transactions;
    }

    /** What is due until a day, the longest due first. */
    public List<Due> due(String subject, LocalDate until, Evaluated.After after, int limit) {
        return transactions.read(() -> {
            Evaluated kind = evaluations.of(subject);
            return kind.due(until, after, limit).stream().map(s -> {
                Conclusions.Standing standing = conclusions.standing(subject, s.id());
                return new Due(subject, Long.toString(s.id()), s.title(), s.owner(), s.due(), s.cite(), standing.last(), standing.running(),
                        standing.running() == null && kind.may(s, Step.PROPOSE));
            }).toList();
        });
    }

    public List<Evaluation> page(boolean closed, long before, int limit) {
        return transactions.read(() -> store.page(Caller.current().scope(), closed, before, limit));
    }

    public Whole whole(long id) {
        return transactions.read(() -> {
            Evaluation e = evaluations.find(id);
            Evaluated kind = evaluations.of(e.subject());
            Subject s = kind.subject(e.subjectId());
            return new Whole(e, s.outcomes(), may(kind, s, e));
        });
    }

    private static List<String> may(Evaluated kind, Subject s, Evaluation e) {
        TreeSet<String> out = new TreeSet<>();
        boolean runs = e.closedOn() == null;
        if (runs && kind.may(s, Step.PROPOSE)) {
            out.add("propose");
        }
        if (runs && kind.may(s, Step.DECIDE) && e.open() + e.waiting() == 0) {
            out.add("close");
        }
        if (e.agreed() > 0 && e.version() > 0 && kind.may(s, Step.PROPOSE)) {
            out.add("draft");
        }
        return List.copyOf(out);
    }

    /** @param states empty: all */
    public List<ItemView> items(long id, List<String> states, int after, int limit) {
        return transactions.read(() -> {
            Evaluation e = evaluations.find(id);
            return views(e, store.items(id, states, after, limit));
        });
    }

    private List<ItemView> views(Evaluation e, List<EvaluationItem> items) {
        Map<String, Conclusions.Last> last = conclusions.last(e.subject(), e.subjectId(), items.stream().map(EvaluationItem::key).toList(), e.id());
        Map<String, String> agreed = new LinkedHashMap<>();
        items.stream().filter(i -> i.state().equals("agreed")).forEach(i -> agreed.put(i.key(), String.valueOf(i.outcome())));
        Map<String, Evaluated.Effect> effects = agreed.isEmpty() ? Map.of() : evaluations.of(e.subject()).effects(e.subjectId(), e.version(), agreed);
        return items.stream().map(i -> new ItemView(i, last.get(i.key()), effects.get(i.key()))).toList();
    }

    public ItemPage item(long id, String key) {
        return transactions.read(() -> {
            Evaluation e = evaluations.find(id);
            EvaluationItem i = store.item(id, key).orElseThrow(() -> Refused.notFound("这次评估没有这一项"));
            Evaluated kind = evaluations.of(e.subject());
            Subject s = kind.subject(e.subjectId());
            TreeSet<String> may = new TreeSet<>();
            if (e.closedOn() == null && !store.spoke(id, i.ordinal(), Caller.current().id())) {
                if (i.state().equals("proposed") && kind.may(s, Step.OPINE)) {
                    may.add("opine");
                }
                if (i.state().equals("opined") && kind.may(s, Step.DECIDE)) {
                    may.add("decide");
                }
            }
            if (e.closedOn() == null && kind.may(s, Step.PROPOSE) && List.of("open", "kept", "proposed").contains(i.state())) {
                may.add("propose");
            }
            return new ItemPage(views(e, List.of(i)).getFirst(), store.said(id, i.ordinal()), List.copyOf(may));
        });
    }
}
