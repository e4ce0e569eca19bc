package org.mingfa.core.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Period;
import org.mingfa.core.exchange.DcrReading.Difference;
import org.mingfa.core.exchange.DcrReading.What;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Amendment;
import org.mingfa.core.procedure.Change;
import org.mingfa.core.procedure.PackFault;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.RuleText;

/**
 * The relations in which a DCR graph differs, as changes of the pack's text; what cannot be taken is listed with its reason.
 *
 * @param taken and {@code left} in sentences for the jurist; {@code taken} stands beside {@code changes}
 */
public record DcrChanges(List<Change> changes, List<String> taken, List<String> left) {

    private static final Map<String, String> WORDS = Map.of("needs", "先办", "waits-for", "等待", "obliges", "义务", "opens", "权利");

    /** The law that the graph is read beside: its files on a day, and the procedure they make for a field and a region. */
    public record Ground(Amendment amendment, Procedure procedure, String field, String region) {}

    public static DcrChanges of(Ground g, DcrReading read) {
        List<Change> changes = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        List<String> left = new ArrayList<>(read.left());
        for (Difference x : read.differences()) {
            try {
                Change c = change(g, x);
                List<Change> all = new ArrayList<>(changes);
                all.add(c);
                g.amendment().changed(all);
                changes.add(c);
                taken.add(words(g, x));
            } catch (NotTaken | PackFault misfit) {
                left.add(words(g, x) + "：" + misfit.getMessage());
            }
        }
        return new DcrChanges(List.copyOf(changes), List.copyOf(taken), List.copyOf(left));
    }

    /** Why a difference is left out. */
    private static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotTaken(String why) {
            super(why, null, false, false);
        }
    }

    private static Change change(Ground g, Difference x) {
        List<RuleText> there = g.amendment().rules(g.field(), g.region()).stream()
                .filter(r -> r.act().equals(x.act()) && r.kind().equals(x.relation()) && r.names().equals(x.other())).toList();
        if (x.what() == What.ADDED) {
            return added(g, x, there);
        }
        if (there.size() != 1) {
            throw new NotTaken(there.isEmpty() ? "写在共同的关系里，请在那里修改" : "这一对事项之间有几个同类关系，请逐个修改");
        }
        RuleText r = there.getFirst();
        return x.what() == What.REMOVED ? Change.removed(Amendment.stem(r.path()), r.act(), r.id(), r.text())
                : Change.rule(Amendment.stem(r.path()), r.act(), r.id(), r.text(), changed(r, x));
    }

    private static String changed(RuleText r, Difference x) {
        Map<String, @Nullable String> keys = new LinkedHashMap<>();
        if (x.timeChanged()) {
            String key = timeKey(r, x);
            String was = r.value(key);
            if (was != null && was.startsWith("$")) {
                throw new NotTaken("期限由参数 " + was.substring(1) + " 规定，请修改参数");
            }
            keys.put(key, x.period());
        }
        if (x.guardChanged()) {
            keys.put("when", x.guard());
        }
        return r.with(keys);
    }

    private static String timeKey(RuleText r, Difference x) {
        return switch (x.relation()) {
            case "needs" -> r.value("after") != null ? "after" : "delay";
            case "obliges" -> "within";
            default -> throw new NotTaken("这种关系没有期限");
        };
    }

    private static Change added(Ground g, Difference x, List<RuleText> there) {
        if (!there.isEmpty()) {
            throw new NotTaken("法律包里已有这一关系");
        }
        String file = g.amendment().parts("", "").stream().filter(p -> (p.level().equals("national") || p.level().equals("shared")) && g.amendment().acts(p.path()).contains(x.act()))
                .map(Amendment.Part::path).findFirst().orElseThrow(() -> new NotTaken("该事项由某一层增加，请在那一层修改"));
        Map<String, @Nullable String> keys = new LinkedHashMap<>();
        keys.put("act", x.other());
        if (x.period() != null) {
            keys.put(x.relation().equals("needs") ? "delay" : x.relation().equals("obliges") ? "within" : "until", x.period());
        }
        keys.put("when", x.guard());
        RuleText typed = RuleText.typed(x.act(), x.relation(), RuleText.written(keys));
        return Change.added(Amendment.stem(file), x.act(), typed.id(), typed.text());
    }

    private static String words(Ground g, Difference x) {
        String what = switch (x.what()) {
            case ADDED -> "新增";
            case REMOVED -> "删去";
            case CHANGED -> "修改";
        };
        return what + WORDS.get(x.relation()) + "：「" + title(g, x.act()) + "」→「" + title(g, x.other()) + "」" + (x.period() == null ? "" : "，" + span(Period.parse(x.period())));
    }

    private static String span(Period p) {
        return p.n() + p.unit().title();
    }

    private static String title(Ground g, String code) {
        ActSpec act = g.procedure().act(code);
        return act == null ? code : act.title();
    }
}
