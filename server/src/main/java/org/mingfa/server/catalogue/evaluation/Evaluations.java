package org.mingfa.server.catalogue.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.catalogue.evaluation.Evaluated.Step;
import org.mingfa.server.catalogue.evaluation.Evaluated.Subject;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The acts of an evaluation: begun, concluded item by item, opinion, decision, closed; then the new version that carries it out. */
@NamedInterface("evaluation")
@Component
public class Evaluations {

    private static final String KEEP = "keep";
    private static final int LONGEST = 2_000;

    private final EvaluationStore store;
    private final Map<String, Evaluated> evaluated;
    private final Transactions transactions;
    private final Clock clock;

    Evaluations(EvaluationStore store, List<Evaluated> evaluated, Transactions transactions, Clock clock) {
        this.store = store;
        this.evaluated = evaluated.stream().collect(Collectors.toMap(Evaluated::name, Function.identity()));
        this.transactions = transactions;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Evaluated of(String subject) {
        Evaluated found = evaluated.get(subject);
        if (found == null) {
            throw Refused.invalid("/subject", "应为 " + String.join("、", new TreeSet<>(evaluated.keySet())) + " 之一");
        }
        return found;
    }

    Evaluation find(long id) {
        return store.find(Caller.current().scope(), id).orElseThrow(() -> Refused.notFound("没有这次评估，或者不归您查看"));
    }

    /** @return id of the new evaluation, with all parts of what is in force today; nothing is begun that the caller would not see */
    public long open(String subject, long subjectId) {
        return transactions.write(() -> {
            Evaluated kind = of(subject);
            Subject of = kind.subject(subjectId);
            needs(kind.may(of, Step.PROPOSE), "须由起草的人开始评估");
            LocalDate due = of.due();
            if (due == null) {
                throw Refused.conflict("没有施行中的内容，不需要评估");
            }
            Long id = store.open(subject, of, due, today(), Caller.current().id());
            if (id == null) {
                throw Refused.conflict("正在评估，不能另行开始");
            }
            find(id);
            int[] n = {0};
            kind.parts(of, some -> {
                store.add(id, n[0], some);
                n[0] += some.size();
            });
            return id;
        });
    }

    private static void needs(boolean may, String why) {
        if (!may) {
            throw Refused.forbidden(why);
        }
    }

    /** What runs and whose it is; locked. */
    private record Running(Evaluation evaluation, Evaluated kind, Subject subject) {}

    private Running running(long id, Step step) {
        Evaluation before = find(id);
        store.lock(id);
        Evaluation e = find(id);
        if (e.closedOn() != null) {
            throw Refused.conflict("这次评估已经完成");
        }
        Evaluated kind = of(before.subject());
        Subject subject = kind.subject(before.subjectId());
        needs(kind.may(subject, step), switch (step) {
            case PROPOSE -> "须由起草的人评估";
            case OPINE -> "须由法制审核人员审核";
            case DECIDE -> "须由有权公布的人决定";
        });
        return new Running(e, kind, subject);
    }

    /** Keeps rows, or proposes something else for them. What is said may be said anew until the legal unit has given its opinion. */
    public void conclude(long id, List<String> keys, String outcome, @Nullable String reason) {
        new Fields().check("/keys", !keys.isEmpty() && keys.size() <= 500 && keys.stream().noneMatch(java.util.Objects::isNull), "选一项以上、五百项以下").check("/reason", reason == null || reason.length() <= LONGEST, "不超过" + LONGEST + "个字符")
                .check("/reason", outcome.equals(KEEP) || reason != null && !reason.isBlank(), "建议取消、变更、暂停的，必须写明理由").done();
        transactions.write(() -> {
            Running r = running(id, Step.PROPOSE);
            if (!r.subject().outcomes().containsKey(outcome)) {
                throw Refused.invalid("/outcome", "应为 " + String.join("、", r.subject().outcomes().keySet()) + " 之一");
            }
            List<EvaluationItem> items = store.items(id, List.copyOf(new TreeSet<>(keys)));
            if (items.size() != new TreeSet<>(keys).size()) {
                throw Refused.notFound("这次评估没有其中的某一项");
            }
            items.stream().filter(i -> !List.of("open", "kept", "proposed").contains(i.state())).findFirst().ifPresent(i -> {
                throw Refused.conflict("「" + i.title() + "」已经审核，不能再改");
            });
            List<Integer> ordinals = items.stream().map(EvaluationItem::ordinal).toList();
            String why = reason == null ? "" : reason.strip();
            store.conclude(id, ordinals, outcome.equals(KEEP) ? "kept" : "proposed", outcome, why, today());
            store.step(id, ordinals, "concluded", outcome, why, today(), Caller.current().id());
            return id;
        });
    }

    private EvaluationItem item(Running r, String key, @Nullable Integer seq, String state, String step) {
        EvaluationItem i = store.item(r.evaluation().id(), key).orElseThrow(() -> Refused.notFound("这次评估没有这一项"));
        if (seq == null || i.seq() != seq) {
            throw Refused.conflict("这一项已由他人改动，请重新打开");
        }
        if (!i.state().equals(state)) {
            throw Refused.conflict("这一项现在不能" + step);
        }
        needs(!store.spoke(r.evaluation().id(), i.ordinal(), Caller.current().id()), "本人提出、评过或者审核过这一项，须由另一人" + step);
        return i;
    }

    /** The legal unit's opinion on a proposal (法制审核意见). */
    public void opine(long id, String key, @Nullable Integer seq, boolean agrees, @Nullable String opinion) {
        new Fields().text("/opinion", opinion, LONGEST).done();
        transactions.write(() -> {
            EvaluationItem i = item(running(id, Step.OPINE), key, seq, "proposed", "审核");
            store.opine(id, i.ordinal(), agrees, String.valueOf(opinion).strip());
            store.step(id, List.of(i.ordinal()), "opinion", agrees ? "agree" : "disagree", String.valueOf(opinion).strip(), today(), Caller.current().id());
            return id;
        });
    }

    /** A decision on a proposal. @param document number of the decision, {@code on} its day: needed where it is agreed to */
    public record Decision(boolean agreed, @Nullable String document, @Nullable LocalDate on, @Nullable String note) {}

    public void decide(long id, String key, @Nullable Integer seq, Decision d) {
        String paper = d.document() == null ? "" : d.document().strip();
        String note = d.note() == null ? "" : d.note().strip();
        LocalDate on = d.on();
        new Fields().check("/document", !d.agreed() || !paper.isEmpty(), "必填：决定的文号").check("/document", paper.length() <= 60, "不超过60个字符")
                .check("/on", !d.agreed() || on != null, "必填：决定的日期").check("/on", on == null || !on.isAfter(today()), "不得晚于今天")
                .check("/note", d.agreed() || !note.isEmpty(), "不同意的，必须写明理由").check("/note", note.length() <= LONGEST, "不超过" + LONGEST + "个字符").done();
        transactions.write(() -> {
            EvaluationItem i = item(running(id, Step.DECIDE), key, seq, "opined", "决定");
            if (on != null && i.concludedOn() != null && on.isBefore(i.concludedOn())) {
                throw Refused.invalid("/on", "不得早于提出建议的日期 " + i.concludedOn());
            }
            store.decide(id, i.ordinal(), d.agreed(), paper, on, note, today());
            store.step(id, List.of(i.ordinal()), "decision", d.agreed() ? "agree" : "disagree", d.agreed() ? paper : note, today(), Caller.current().id());
            return id;
        });
    }

    /** Ends an evaluation in which nothing waits any more. */
    public void close(long id, @Nullable String summary) {
        new Fields().text("/summary", summary, LONGEST).done();
        transactions.write(() -> {
            Evaluation e = running(id, Step.DECIDE).evaluation();
            if (e.open() + e.waiting() > 0) {
                throw Refused.conflict("还有 " + e.open() + " 项没有评估、" + e.waiting() + " 项建议没有决定");
            }
            store.close(id, String.valueOf(summary).strip(), today(), Caller.current().id());
            return id;
        });
    }

    /** Begins the new version that carries out what was agreed to. @return its number */
    public int draft(long id) {
        return transactions.write(() -> {
            Evaluation e = find(id);
            store.lock(id);
            Evaluated kind = of(e.subject());
            Subject subject = kind.subject(e.subjectId());
            needs(kind.may(subject, Step.PROPOSE), "须由起草的人办理");
            Map<String, String> agreed = agreed(id);
            kind.effects(e.subjectId(), e.version(), agreed).keySet().forEach(agreed::remove);
            if (agreed.isEmpty()) {
                throw Refused.conflict("没有已经决定而尚未落实的事项");
            }
            TreeSet<String> gone = new TreeSet<>(agreed.keySet());
            gone.removeIf(k -> agreed.get(k).equals("change"));
            return kind.draft(subject, "落实 " + e.openedOn() + " 起的评估：" + agreed.size() + " 项", gone, settled(id));
        });
    }

    private Map<String, String> agreed(long id) {
        Map<String, String> out = new LinkedHashMap<>();
        all(id, List.of("agreed"), i -> out.put(i.key(), String.valueOf(i.outcome())));
        return out;
    }

    private Map<String, LocalDate> settled(long id) {
        Map<String, LocalDate> out = new LinkedHashMap<>();
        all(id, List.of("kept", "agreed", "refused"), i -> out.put(i.key(), i.decidedOn() != null ? i.decidedOn() : java.util.Objects.requireNonNull(i.concludedOn())));
        return out;
    }

    private void all(long id, List<String> states, java.util.function.Consumer<EvaluationItem> each) {
        int after = 0;
        List<EvaluationItem> some;
        do {
            some = store.items(id, states, after, 1_000);
            some.forEach(each);
            after = some.isEmpty() ? after : some.getLast().ordinal();
        } while (some.size() == 1_000);
    }
}
