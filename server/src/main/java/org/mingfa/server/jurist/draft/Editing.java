package org.mingfa.server.jurist.draft;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Amendment;
import org.mingfa.core.procedure.Change;
import org.mingfa.core.procedure.Examples;
import org.mingfa.core.procedure.PackFault;
import org.mingfa.core.procedure.Parameter;
import org.mingfa.core.procedure.RuleText;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.springframework.stereotype.Component;

/** Changes parameters, rules and examples in a draft. What cannot be read is refused with its line and not kept. */
@Component
public class Editing {

    private static final int LONGEST = 2_000;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_EXAMPLES = 200_000;

    private final Drafts drafts;
    private final Grounds grounds;

    Editing(Drafts drafts, Grounds grounds) {
        this.drafts = drafts;
        this.grounds = grounds;
    }

    private Ground ground(LawDraft d) {
        try {
            return grounds.of(d);
        } catch (IllegalArgumentException notInForce) {
            throw Refused.invalid("/from", "该程序在施行日没有有效的版本，请先修改施行日");
        }
    }

    /** Sets a parameter in the file that sets it now. */
    public LawDraft parameter(long id, @Nullable Long seq, String name, @Nullable Object value, @Nullable String cite, @Nullable Boolean verified, @Nullable String note) {
        LawDraft d = drafts.editable(id, seq);
        Ground g = ground(d);
        Parameter p = g.procedure().parameters().stream().filter(x -> x.name().equals(name)).findFirst()
                .orElseThrow(() -> Refused.notFound("这个程序没有这个参数。"));
        new Fields().check("/value", value instanceof String || value instanceof Number || value instanceof Boolean, "必填")
                .text("/value", String.valueOf(value), LONGEST).text("/cite", cite, LONGEST)
                .check("/note", note == null || note.length() <= LONGEST, "不超过" + LONGEST + "个字符")
                .done();
        String was = g.amendment().parameter(p.file(), name);
        if (was == null) {
            throw Refused.invalid("/value", "这个参数所在的文件在施行日没有有效的版本");
        }
        Change c = Change.parameter(Amendment.stem(p.file()), name, was, String.valueOf(value).strip(), cite.strip(), verified == null || verified, note == null ? "" : note.strip());
        return kept(d, g, c, "/value", "参数「" + p.title() + "」");
    }

    public LawDraft takeBackParameter(long id, @Nullable Long seq, String name) {
        LawDraft d = drafts.editable(id, seq);
        Change c = d.content().parameter(name).orElseThrow(() -> Refused.notFound("草案没有修改这个参数。"));
        return drafts.content(d, x -> x.without(c), "取消修改参数 " + name);
    }

    /** Rewrites a rule, one that the draft adds too, or leaves it out. */
    public LawDraft rule(long id, @Nullable Long seq, String act, String rule, @Nullable String text, boolean removed) {
        LawDraft d = drafts.editable(id, seq);
        Ground g = ground(d);
        Optional<Change> own = d.content().rule(act, rule).filter(c -> c.kind() == Change.Kind.ADDED);
        RuleText there = own.isPresent() ? null : g.amendment().rules(d.field(), d.region()).stream()
                .filter(r -> r.act().equals(act) && r.id().equals(rule)).findFirst().orElseThrow(() -> Refused.notFound("没有这条规则。"));
        if (removed && there == null) {
            return takeBackRule(id, seq, act, rule);
        }
        if (removed) {
            return kept(d, g, Change.removed(Amendment.stem(there.path()), act, rule, there.text()), "/removed", "删去规则 " + RuleText.clause(act, rule));
        }
        RuleText typed = typed(act, RuleText.sectionOf(rule), text);
        if (!typed.id().equals(rule)) {
            throw Refused.invalid("/text", "编号（关系则为所指的事项）应当仍为 " + rule + "；另写一条请新增");
        }
        Change c = there == null ? Change.added(own.orElseThrow().path(), act, rule, typed.text())
                : Change.rule(Amendment.stem(there.path()), act, rule, there.text(), typed.text());
        return kept(d, g, c, "/text", "规则 " + RuleText.clause(act, rule));
    }

    /** Takes the change of a rule back, or an added rule away. */
    public LawDraft takeBackRule(long id, @Nullable Long seq, String act, String rule) {
        LawDraft d = drafts.editable(id, seq);
        Change c = d.content().rule(act, rule).orElseThrow(() -> Refused.notFound("草案没有修改这条规则。"));
        return drafts.content(d, x -> x.without(c), "取消修改规则 " + RuleText.clause(act, rule));
    }

    /**
     * Adds a rule, or a relation to another act, to an act, in one of the files that take part.
     *
     * @param kind {@code rules} (null too) or one of {@link RuleText#RELATIONS}
     */
    public LawDraft add(long id, @Nullable Long seq, @Nullable String act, @Nullable String file, @Nullable String kind, @Nullable String text) {
        LawDraft d = drafts.editable(id, seq);
        Ground g = ground(d);
        List<Amendment.Part> parts = g.amendment().parts(d.field(), d.region());
        new Fields().fits("/act", act, a -> g.procedure().act(a) != null, "这个程序没有这个办理事项")
                .fits("/file", file, f -> parts.stream().anyMatch(p -> p.path().equals(f)), "应为参与本程序的一个文件")
                .check("/kind", kind == null || kind.equals("rules") || RuleText.RELATIONS.contains(kind), "应为 rules、" + String.join("、", RuleText.RELATIONS) + " 之一").done();
        boolean national = parts.stream().anyMatch(p -> p.path().equals(file) && (p.level().equals("national") || p.level().equals("shared")));
        if (national && !g.amendment().acts(file).contains(act)) {
            throw Refused.invalid("/file", "这个办理事项不在这个文件里；国家层的规则写在定义该事项的文件里");
        }
        RuleText typed = typed(act, kind == null ? "rules" : kind, text);
        boolean taken = d.content().rule(act, typed.id()).isPresent() || g.amendment().rules(d.field(), d.region()).stream()
                .anyMatch(r -> r.act().equals(act) && r.id().equals(typed.id()));
        if (taken) {
            throw Refused.invalid("/text", "该事项已有编号为 " + typed.id() + " 的规则或者关系");
        }
        return kept(d, g, Change.added(Amendment.stem(file), act, typed.id(), typed.text()), "/text", "新增规则 " + RuleText.clause(act, typed.id()));
    }

    /** Sets the examples that come with the draft; an empty text: none. */
    public LawDraft examples(long id, @Nullable Long seq, @Nullable String text) {
        LawDraft d = drafts.editable(id, seq);
        String given = text == null || text.isBlank() ? null : text;
        if (given != null) {
            new Fields().text("/text", given, LONGEST_EXAMPLES).done();
            try {
                Examples.typed(d.procedure(), given);
            } catch (PackFault fault) {
                throw refused("/text", fault);
            }
        }
        return drafts.content(d, c -> c.with(given), "例子");
    }

    private static RuleText typed(String act, String kind, @Nullable String text) {
        new Fields().text("/text", text, LONGEST_TEXT).done();
        try {
            return RuleText.typed(act, kind, text);
        } catch (PackFault fault) {
            throw refused("/text", fault);
        }
    }

    private LawDraft kept(LawDraft d, Ground g, Change c, String pointer, String note) {
        try {
            g.amendment().changed(List.of(c));
        } catch (PackFault fault) {
            throw Refused.invalid(pointer, fault.problem().message());
        }
        return drafts.content(d, x -> x.with(c), note);
    }

    private static RuntimeException refused(String pointer, PackFault fault) {
        int line = fault.problem().line();
        return Refused.invalid(pointer, (line > 0 ? "第 " + line + " 行：" : "") + fault.problem().message());
    }
}
