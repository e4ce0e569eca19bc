package org.mingfa.core.discretion;

import java.util.List;

/** Whether the officer's own fine leaves the range, and what that takes (国办发〔2022〕27号; 行政处罚法 57). */
final class Departure {
    private Departure() {}

    /** @throws Unanswered where the fine is outside the statute, or of a party that the table does not fine */
    static boolean check(Situation s, List<Assessment.Party> parties, Choosing chosen, boolean sparing, List<String> flags) {
        boolean departs = false;
        for (String party : s.fines().keySet()) {
            if (sparing && s.fines().get(party) == 0) {
                continue;
            }
            if (parties.stream().noneMatch(p -> p.name().equals(party) && p.result() != null)) {
                throw new Unanswered("fines", (party.isEmpty() ? "对当事人" : "对“" + party + "”") + "没有罚款，不能填写拟罚款数额");
            }
        }
        for (Assessment.Party p : parties) {
            if (p.decided() == null || p.result() == null) {
                continue;
            }
            boolean below = chosen.choice() == Choice.MITIGATE && p.law() != null && p.decided() < p.law().min();
            if (p.law() != null && !p.law().holds(p.decided()) && !below) {
                throw new Unanswered("fines", "拟罚款" + Money.text(p.decided()) + "不在法定幅度" + p.law().text() + "以内"
                        + (p.decided() < p.law().min() ? "；低于法定最低罚款的，须有法定的减轻情节并选“减轻”" : ""));
            }
            if (sparing && p.decided() > 0) {
                departs = true;
                flags.add("所在档次不予处罚而拟处罚款" + Money.text(p.decided()) + "，属于不适用裁量权基准");
            } else if (!p.result().holds(p.decided())) {
                departs = true;
                flags.add("拟处罚款" + Money.text(p.decided()) + "不在裁量幅度" + p.result().text() + "以内，属于不适用裁量权基准");
            }
        }
        if (departs && s.reason().isEmpty()) {
            flags.add("不适用裁量权基准，应当说明理由");
        }
        if (departs && !s.deliberated()) {
            flags.add("不适用裁量权基准，应当经机关负责人批准或者集体讨论通过；适用上级机关基准的，应当报制定机关批准");
        }
        return departs;
    }
}
