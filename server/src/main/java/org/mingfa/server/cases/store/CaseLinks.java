package org.mingfa.server.cases.store;

import java.util.ArrayList;
import java.util.List;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.CaseReference;
import org.mingfa.core.procedure.Entry;
import org.mingfa.server.cases.store.Rows.LinkRow;
import org.mingfa.server.record.CaseKey;

/** Which other cases a record names (关联案件), in the contents that count. */
public final class CaseLinks {

    private CaseLinks() {}

    public static List<LinkRow> of(CaseFile file) {
        List<LinkRow> out = new ArrayList<>();
        for (Entry e : file.entries()) {
            ActSpec act = file.procedure().act(e.act().code());
            if (act != null) {
                act.references().forEach(r -> link(e, r, out));
            }
        }
        return out;
    }

    private static void link(Entry e, CaseReference r, List<LinkRow> out) {
        if (e.act().form().get(r.field()) instanceof String number && !number.isBlank()) {
            CaseKey to = e.act().form().get(r.idField()) instanceof String id ? CaseKey.parse(id).orElse(null) : null;
            out.add(new LinkRow(e.seq(), r.field(), r.as(), number, to, e.act().at().date(), e.recordedAt()));
        }
    }
}
