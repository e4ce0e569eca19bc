package org.mingfa.server.jurist.words;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Relation;
import org.mingfa.server.jurist.words.Sentence.Kind;

/** Says one relation of an act to another. */
final class RelationSentences {

    private final Procedure procedure;
    private final ConditionWords conditions;

    RelationSentences(Procedure procedure, ConditionWords conditions) {
        this.procedure = procedure;
        this.conditions = conditions;
    }

    Sentence of(Relation r) {
        return switch (r.kind()) {
            case NEEDS -> found(Kind.BEFORE, r, before(r));
            case WAITS_FOR -> found(Kind.WAITS, r, given(r) + "负有「" + r.other().title() + "」义务而尚未完成的，应当先完成" + (fact(r) ? "。" : "，方可办理。"));
            case OBLIGES -> found(Kind.DUTY, r, duty(r));
            case OPENS -> plain(Kind.OPENS, r, opens(r), own(r));
            case CLOSES -> plain(Kind.CLOSES, r, given(r) + "此后不再「" + r.other().title() + "」。", "");
            case UNDOES -> plain(Kind.CLOSES, r, given(r) + "此前的「" + r.other().title() + "」不再有效。", "");
            case COUNTS_AS -> plain(Kind.OPENS, r, given(r) + "视同已经「" + r.other().title() + "」。", "");
            case EXTENDS -> found(Kind.TIME, r, extended(r));
        };
    }

    private Sentence found(Kind kind, Relation r, String text) {
        boolean ofOthers = r.kind() == Relation.Kind.OBLIGES && !r.owedBy().equals("agency");
        ActSpec bearer = r.kind() == Relation.Kind.OBLIGES ? r.other() : r.act();
        String severity = ofOthers ? "" : r.kind() == Relation.Kind.OBLIGES ? "预警" : ActSentences.severity(bearer, r.clause().severity());
        return new Sentence(kind, text, cite(r), own(r), severity, r.clause().mend(), null, condition(r));
    }

    private Sentence plain(Kind kind, Relation r, String text, String title) {
        return new Sentence(kind, text, cite(r), title, "", "", null, condition(r));
    }

    private String cite(Relation r) {
        String own = r.clause().cite().isBlank() ? r.act().cite() : r.clause().cite();
        return own.isBlank() ? procedure.cite() : own;
    }

    /** 结果为「同意」的，…; empty where it always holds. */
    private String given(Relation r) {
        return r.when() == null ? "" : that(conditions.of(r.when(), r.act(), null).orElse("符合所附条件")) + "，";
    }

    /** …的: what is of such a kind; once. */
    static String that(String said) {
        return said.endsWith("的") ? said : said + "的";
    }

    private static @Nullable String condition(Relation r) {
        return r.where() == null ? r.when() : r.when() == null ? r.where() : r.where() + "\n当 " + r.when();
    }

    /** The relation's title where the pack gives one of its own. */
    private static String own(Relation r) {
        String title = r.clause().title();
        return title.equals(r.other().title()) || title.equals("须先" + r.other().title()) || title.equals("须先完成" + r.other().title()) ? "" : title;
    }

    private String before(Relation r) {
        String of = r.more().each() == null ? "" : "对每一" + kind(procedure, r.more().each());
        String where = r.where() == null ? "" : "，且" + conditions.of(r.where(), r.act(), r.other()).orElse("其内容符合所附条件");
        String need = given(r) + (fact(r) ? "应当已经" : "应当先") + of + "「" + r.other().title() + "」" + where;
        if (r.span() == null) {
            return need + (fact(r) ? "。" : "，方可办理。");
        }
        String span = Lengths.of(r.span(), r.other());
        String wait = r.after() ? "，并待其后" + span + "届满" : "，并至其后满" + span + "之日起";
        String early = r.more().endsEarly() == null ? "" : "；已经「" + r.more().endsEarly().title() + "」的，不必等待期限届满";
        return need + wait + (fact(r) ? "" : "，方可办理") + early + "。";
    }

    private String extended(Relation r) {
        String limit = "「" + r.other().title() + "」的期限可以";
        if (r.span() == null) {
            return limit + "延长。";
        }
        return limit + (r.span().field() == null ? "延长" + Lengths.of(r.span(), r.act())
                : "按「" + Lengths.field(r.act(), r.span().field()) + "」延长" + Lengths.most(r.span())) + "。";
    }

    private String duty(Relation r) {
        String start = start(r) + given(r);
        if (r.onExpiry() == r.other() && r.span() != null) {
            return start + Lengths.of(r.span(), r.act()) + "届满，视为已经「" + r.other().title() + "」" + paused(r) + "。";
        }
        String expiry = r.onExpiry() == null ? "" : "；期满未完成的，依法「" + r.onExpiry().title() + "」";
        String whose = switch (r.owedBy()) {
            case "party" -> "（当事人的义务）";
            case "third" -> "（其他机关或者人员的事项）";
            default -> "";
        };
        return start + "应当" + by(r) + "「" + r.other().title() + "」" + whose + expiry + paused(r) + "。";
    }

    private String opens(Relation r) {
        if (r.span() == null) {
            return given(r) + "此后可以「" + r.other().title() + "」。";
        }
        String expiry = r.onExpiry() == null ? "" : "；期满未办的，依法「" + r.onExpiry().title() + "」";
        return start(r) + given(r) + "可以" + by(r) + "「" + r.other().title() + "」" + expiry + paused(r) + "。";
    }

    private String start(Relation r) {
        String from = r.more().from();
        String done = fact(r) ? "发生后，" : "办理后，";
        return from == null || sameDay(r) ? done : done + "" + (day(r).startsWith("自") ? "" : "自") + day(r) + "起，";
    }

    /** Due on the very day that it counts from. */
    private static boolean sameDay(Relation r) {
        return r.span() != null && r.span().field() == null && r.span().n() == 0;
    }

    private String day(Relation r) {
        String from = r.more().from();
        return from == null ? "当日" : conditions.date(from, r.act()).orElse("另行计算的日期");
    }

    private String by(Relation r) {
        return sameDay(r) ? "不迟于" + day(r) : Lengths.by(r.span(), r.act());
    }

    private String paused(Relation r) {
        List<String> names = r.more().pausedBy().stream().map(p -> procedure.pauseTitles().getOrDefault(p, "扣除期间")).toList();
        return names.isEmpty() ? "" : "（扣除" + String.join("、", names) + "）";
    }

    private static boolean fact(Relation r) {
        return r.act().kind() == ActSpec.Kind.FACT;
    }

    static String kind(Procedure p, String kind) {
        return p.objects().stream().filter(o -> o.kind().equals(kind)).map(Procedure.ObjectSpec::title).findFirst().orElse("对象");
    }
}
