package org.mingfa.server.jurist.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Relation;
import org.mingfa.core.procedure.Severity;
import org.mingfa.server.jurist.words.Sentence.Kind;

/** Says in plain Chinese what a procedure asks of each of its acts. Titles of acts stand in 「」 so that any title fits. */
public final class ActSentences {

    private final Procedure procedure;
    private final List<Relation> relations;
    private final ConditionWords conditions;

    public ActSentences(Procedure procedure) {
        this.procedure = procedure;
        relations = procedure.relations();
        conditions = new ConditionWords(procedure);
    }

    /** At least one sentence: who does it. */
    public List<Sentence> of(ActSpec a) {
        List<Sentence> out = new ArrayList<>();
        out.add(Sentence.plain(Kind.WHO, who(a), cite(a)));
        RelationSentences say = new RelationSentences(procedure, conditions);
        relations.stream().filter(r -> r.act() == a).map(say::of).forEach(out::add);
        out.addAll(objects(a));
        out.addAll(pauses(a));
        a.stated().forEach(r -> out.add(rule(a, r)));
        if (!a.documents().isEmpty()) {
            out.add(Sentence.plain(Kind.DOCUMENT, "制作" + String.join("、", a.documents().stream().map(d -> "《" + d + "》").toList()) + "。", cite(a)));
        }
        out.sort(Comparator.comparing(Sentence::kind));
        return List.copyOf(out);
    }

    private String who(ActSpec a) {
        boolean fact = a.kind() == ActSpec.Kind.FACT;
        List<String> parts = new ArrayList<>();
        String by = a.by().isEmpty() ? "承办本案的人员" : procedure.roleTitles(a.by());
        parts.add(fact ? "由当事人或者其他机关所为，发生后由" + by + "据实登记" : "由" + by + "办理");
        if (a.needsOfficers()) {
            parts.add("应当载明承办的执法人员");
        }
        if (!a.on().isEmpty()) {
            parts.add("逐一针对" + String.join("、", a.on().stream().map(this::kind).toList()));
        }
        if (a.times() > 0) {
            parts.add("最多" + Numerals.of(a.times()) + "次");
        }
        if (a.isOpening()) {
            parts.add("案件可以由此开始");
        }
        if (a.startsOwed()) {
            parts.add("案件开始时即应当办理");
        }
        if (a.startsClosed()) {
            parts.add("仅在其他事项引起时办理");
        }
        if (a.isFinal()) {
            parts.add("案件至此终结");
        }
        if (a.afterEnd()) {
            parts.add("案件终结后仍可办理");
        }
        if (a.together() != null) {
            parts.add("送审的可以成批办理");
        }
        return String.join("，", parts) + "。";
    }

    private String cite(ActSpec a) {
        return a.cite().isBlank() ? procedure.cite() : a.cite();
    }

    private String kind(String kind) {
        return RelationSentences.kind(procedure, kind);
    }

    private List<Sentence> objects(ActSpec a) {
        List<Sentence> out = new ArrayList<>();
        if (a.createsKind() != null) {
            out.add(Sentence.plain(Kind.OPENS, "由此登记" + kind(a.createsKind()) + "。", cite(a)));
        }
        if (a.endsKind() != null) {
            out.add(Sentence.plain(Kind.CLOSES, "该" + kind(a.endsKind()) + "由此了结。", cite(a)));
        }
        return out;
    }

    private List<Sentence> pauses(ActSpec a) {
        List<Sentence> out = new ArrayList<>();
        a.pausesBegun().forEach(p -> out.add(Sentence.plain(Kind.TIME, "自此开始「" + pause(p) + "」，扣除该期间的期限停止计算。", cite(a))));
        a.pausesEnded().forEach(p -> out.add(Sentence.plain(Kind.TIME, "「" + pause(p) + "」至此结束，期限继续计算。", cite(a))));
        return out;
    }

    private String pause(String name) {
        return procedure.pauseTitles().getOrDefault(name, "扣除期间");
    }

    private Sentence rule(ActSpec a, ActSpec.Stated r) {
        String text = r.clause().title().replaceFirst("[。；]$", "") + "。";
        String condition = r.when() == null ? r.require() : r.require() + "\n当 " + r.when();
        return new Sentence(Kind.RULE, text, r.clause().cite().isBlank() ? cite(a) : r.clause().cite(), "", severity(a, r.clause().severity()), r.clause().mend(), explained(a, r), condition);
    }

    private @Nullable String explained(ActSpec a, ActSpec.Stated r) {
        String holds = conditions.of(r.require(), a, null).orElse(null);
        if (holds == null || r.when() == null) {
            return holds == null ? null : "应当：" + holds + "。";
        }
        return conditions.of(r.when(), a, null).map(when -> RelationSentences.that(when) + "，应当：" + holds + "。").orElse(null);
    }

    /** What is found when it is not kept; what others did is never refused. */
    static String severity(ActSpec a, Severity severity) {
        return switch (severity) {
            case BAR -> a.kind() == ActSpec.Kind.FACT ? "预警" : "拦截";
            case WARN -> "预警";
            case SCORE -> "扣分";
        };
    }
}
