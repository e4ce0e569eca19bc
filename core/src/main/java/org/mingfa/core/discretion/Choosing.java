package org.mingfa.core.discretion;

import java.util.ArrayList;
import java.util.List;

/**
 * What the grounds and the officer together choose.
 *
 * @param made by grounds or officer; else there was nothing to choose and the whole range stands
 */
record Choosing(Choice choice, boolean made, List<String> flags) {

    static Choosing of(Situation s, List<Ground> grounds) {
        List<Ground> spare = of(grounds, Ground.Effect.NONE);
        List<Ground> light = of(grounds, Ground.Effect.LIGHTER);
        List<Ground> heavy = of(grounds, Ground.Effect.HEAVIER);
        var flags = new ArrayList<String>();
        if (spare.stream().anyMatch(Ground::must)) {
            if (s.choice() != null && s.choice() != Choice.SPARE) {
                Ground must = spare.stream().filter(Ground::must).findFirst().orElseThrow();
                throw new Unanswered("choice", "当事人有“" + must.title() + "”的情节，应当不予处罚（" + Explanation.cited(must.cite()) + "），不能选“" + s.choice().title() + "”");
            }
            return new Choosing(Choice.SPARE, true, educate());
        }
        if (s.choice() == null) {
            spare.forEach(g -> flags.add("当事人" + g.title() + "，可以不予处罚（" + Explanation.cited(g.cite()) + "）；不采用的，应当说明理由"));
            return byGrounds(light, heavy, flags);
        }
        return byOfficer(s.choice(), spare, light, heavy, flags);
    }

    /**
     * For a grade of no penalty (不予处罚, 免予处罚).
     *
     * @param known all grounds: a benchmark is never the only basis, so one of those not to penalise must be named beside it
     */
    static Choosing sparing(Situation s, List<Ground> grounds, List<Ground> known) {
        if (s.choice() != null && s.choice() != Choice.SPARE) {
            throw new Unanswered("choice", "所在的档次不予处罚，不能选“" + s.choice().title() + "”；不适用这一档的，填写拟罚款数额和理由");
        }
        var flags = new ArrayList<>(educate());
        if (of(grounds, Ground.Effect.NONE).isEmpty()) {
            flags.add("裁量权基准不能单独作为不予处罚的依据，请选定法定的不予处罚情节：" + String.join("、", of(known, Ground.Effect.NONE).stream()
                    .map(g -> g.title() + "（" + Explanation.cited(g.cite()) + "）").toList()));
        }
        note(!of(grounds, Ground.Effect.HEAVIER).isEmpty(), "具有从重情节而适用不予处罚的档次，须说明理由", flags);
        return new Choosing(Choice.SPARE, true, flags);
    }

    private static Choosing byGrounds(List<Ground> light, List<Ground> heavy, List<String> flags) {
        if (!light.isEmpty() && !heavy.isEmpty()) {
            flags.add("同时具有从轻和从重情节，应当综合裁量，不得简单抵消；请选择处罚档次并说明理由");
            return new Choosing(Choice.GENERAL, false, flags);
        }
        return light.isEmpty() ? heavy.isEmpty() ? new Choosing(Choice.GENERAL, false, flags) : new Choosing(Choice.HEAVY, true, flags)
                : new Choosing(Choice.LIGHT, true, flags);
    }

    private static Choosing byOfficer(Choice choice, List<Ground> spare, List<Ground> light, List<Ground> heavy, List<String> flags) {
        switch (choice) {
            case SPARE -> {
                if (spare.isEmpty()) {
                    throw new Unanswered("choice", "不予处罚须有法定的不予处罚情节，请先选定情节");
                }
                return new Choosing(choice, true, educate());
            }
            case MITIGATE -> {
                if (light.isEmpty()) {
                    throw new Unanswered("choice", "减轻处罚须有法定的从轻或者减轻情节，请先选定情节");
                }
                flags.add("减轻处罚，应当经集体讨论或者机关负责人批准");
            }
            case LIGHT -> note(light.isEmpty(), "从轻处罚没有列明情节，须补充法定或者规定的情节", flags);
            case HEAVY -> note(heavy.isEmpty(), "从重处罚没有列明情节，须补充法定或者规定的情节", flags);
            case GENERAL -> note(light.stream().anyMatch(Ground::must) && heavy.isEmpty(), "具有应当从轻或者减轻的情节而未从轻、减轻，须说明理由", flags);
        }
        note(!light.isEmpty() && !heavy.isEmpty(), "同时具有从轻和从重情节，应当综合裁量，不得简单抵消，须说明理由", flags);
        return new Choosing(choice, true, flags);
    }

    private static void note(boolean holds, String flag, List<String> flags) {
        if (holds) {
            flags.add(flag);
        }
    }

    private static List<String> educate() {
        return List.of("不予行政处罚的，应当对当事人进行教育并记录在案（《行政处罚法》第三十三条第三款）");
    }

    /** Whether a family must say what the choice means in numbers. */
    boolean measures() {
        return made && choice != Choice.SPARE && choice != Choice.MITIGATE;
    }

    private static List<Ground> of(List<Ground> grounds, Ground.Effect effect) {
        return grounds.stream().filter(g -> g.effect() == effect).toList();
    }
}
