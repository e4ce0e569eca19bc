package org.mingfa.server.jurist.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.exchange.DcrChanges;
import org.mingfa.core.exchange.DcrReading;
import org.mingfa.core.procedure.Change;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.springframework.stereotype.Component;

/** Takes a DCR graph into a draft: each relation that differs becomes a change; what cannot be taken is listed with its reason. */
@Component
public class DcrImport {

    private static final int LONGEST = 2_000_000;
    private static final int MOST = 200;

    /** @param taken and {@code left} in sentences for the jurist */
    public record Taken(LawDraft draft, List<String> taken, List<String> left) {}

    private final Drafts drafts;
    private final Grounds grounds;

    DcrImport(Drafts drafts, Grounds grounds) {
        this.drafts = drafts;
        this.grounds = grounds;
    }

    /** Without any difference that can be taken the draft stays as it is. */
    public Taken take(long id, @Nullable Long seq, @Nullable String xml) {
        LawDraft d = drafts.editable(id, seq);
        new Fields().text("/xml", xml, LONGEST).done();
        Ground g = ground(d);
        DcrReading read = read(g, xml);
        if (read.differences().size() > MOST) {
            throw Refused.invalid("/xml", "与现行程序有 " + read.differences().size() + " 处不同，一次最多读入 " + MOST + " 处；请分几次，或者核对是不是同一个程序的图");
        }
        DcrChanges found = DcrChanges.of(new DcrChanges.Ground(g.amendment(), g.procedure(), d.field(), d.region()), read);
        List<Change> changes = found.changes();
        List<String> left = found.left();
        if (changes.isEmpty()) {
            return new Taken(d, List.of(), left.stream().limit(MOST).toList());
        }
        LawDraft now = drafts.content(d, content -> changes.stream().reduce(content, Content::with, (a, b) -> b), "从 DCR 图读入 " + changes.size() + " 处修改");
        return new Taken(now, found.taken(), left.stream().limit(MOST).toList());
    }

    private Ground ground(LawDraft d) {
        try {
            return grounds.of(d);
        } catch (IllegalArgumentException notInForce) {
            throw Refused.invalid("/from", "该程序在施行日没有有效的版本，请先修改施行日");
        }
    }

    private static DcrReading read(Ground g, String xml) {
        try {
            return DcrReading.of(g.procedure(), xml);
        } catch (IllegalArgumentException notDcr) {
            throw Refused.invalid("/xml", "不是可以读入的 DCR 图：" + notDcr.getMessage());
        }
    }
}
