package org.mingfa.server.jurist.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.operation.Problem.Fault;
import org.mingfa.server.operation.Refused;

/** Reads the acts of a trial, or refuses all that does not fit at once, each with its pointer. */
final class Steps {

    static final int MOST = 60;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private Steps() {}

    /** An act with its date, before its objects and contents are looked at. */
    record Dated(int index, WhatIf.Step step, Moment at) {
        String pointer() {
            return "/acts/" + index;
        }
    }

    /** In the order of their dates; on one day as given. */
    static List<Dated> dated(WhatIf in) {
        if (in.acts() == null || in.acts().isEmpty()) {
            throw Refused.invalid("/acts", "至少有一个办理事项");
        }
        if (in.acts().size() > MOST) {
            throw Refused.invalid("/acts", "一次最多试算 " + MOST + " 个办理事项");
        }
        List<Fault> faults = new ArrayList<>();
        List<Dated> out = new ArrayList<>();
        for (int i = 0; i < in.acts().size(); i++) {
            WhatIf.Step step = in.acts().get(i);
            Moment at = step == null ? null : moment(step.at());
            if (step == null || at == null) {
                faults.add(new Fault("/acts/" + i + (step == null ? "" : "/at"), step == null ? "必填" : "应为 2000 年至 2100 年的日期或者日期和时间，如 2026-03-01"));
            } else {
                out.add(new Dated(i, step, at));
            }
        }
        if (in.on() != null && (in.on().getYear() < FIRST_YEAR || in.on().getYear() > LAST_YEAR)) {
            faults.add(new Fault("/on", "应为 2000 年至 2100 年的日期"));
        }
        refuse(faults);
        out.sort(Comparator.comparing(d -> d.at().from()));
        return out;
    }

    private static @Nullable Moment moment(@Nullable String text) {
        try {
            Moment at = text == null ? null : Moment.parse(text);
            return at == null || at.date().getYear() < FIRST_YEAR || at.date().getYear() > LAST_YEAR ? null : at;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static void known(Procedure procedure, List<Dated> steps) {
        List<Fault> faults = new ArrayList<>();
        for (Dated d : steps) {
            if (d.step().code() == null || procedure.act(d.step().code()) == null) {
                faults.add(new Fault(d.pointer() + "/code", "「" + procedure.title() + "」没有这个办理事项"));
            }
        }
        refuse(faults);
        ActSpec first = procedure.act(String.valueOf(steps.getFirst().step().code()));
        if (first == null || !first.isOpening()) {
            throw Refused.invalid(steps.getFirst().pointer() + "/code", "案件不能从「" + (first == null ? "" : first.title()) + "」开始；可以从"
                    + String.join("、", procedure.acts().stream().filter(ActSpec::isOpening).map(a -> "「" + a.title() + "」").toList()) + "开始");
        }
    }

    static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
    }
}
