package org.mingfa.server.cases.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Procedure;

/** A value computed from the record: 救济期限届满日, 未缴罚款 …; {@code on} is the object it belongs to, if any. */
public record FigureView(
        String name, String title, Object value, String type, @Nullable String kind, @Nullable String on, String onLabel) {

    public static List<FigureView> all(CaseFile file, LocalDate day) {
        List<FigureView> out = new ArrayList<>();
        add(out, file, file.figures(day), null, null, "");
        for (CaseFile.ObjectState o : file.objects()) {
            if (o.alive()) {
                add(out, file, file.figures(day, o.kind(), o.id()), o.kind(), o.id(), o.label());
            }
        }
        return out;
    }

    private static void add(
            List<FigureView> out, CaseFile file, Map<String, Object> values, @Nullable String kind, @Nullable String on,
            String label) {
        for (Procedure.Figure f : file.procedure().figures()) {
            Object value = values.get(f.name());
            if (value != null) {
                out.add(new FigureView(f.name(), f.title(), value, f.type(), kind, on, label));
            }
        }
    }
}
