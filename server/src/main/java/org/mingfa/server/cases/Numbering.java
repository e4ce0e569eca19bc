package org.mingfa.server.cases;

import org.mingfa.server.record.CaseKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Registry;
import org.mingfa.server.cases.store.NumberStore;
import org.mingfa.server.cases.store.NumberStore.Series;
import org.mingfa.server.cases.store.Numbers;
import org.mingfa.server.operation.Refused;
import org.springframework.stereotype.Component;

/**
 * Issues the numbers of an act: 云市监罚〔2026〕1号, from the agency's short name, the kind that the pack names, the year of
 * the act and a sequence without gaps. Only inside the transaction that records the act.
 */
@Component
class Numbering {

    private static final Pattern NUMBER = Pattern.compile("^(?<head>.+)〔(?<year>\\d{4})〕(?<n>[1-9]\\d{0,5})号$");

    private final NumberStore store;

    Numbering(NumberStore store) {
        this.store = store;
    }

    /** A number drawn for a form field, to be recorded once the entry's sequence number is known. */
    record Drawn(Series series, int n, String text) {}

    record Numbered(Map<String, Object> form, List<Drawn> drawn) {}

    /** The form with its numbers filled in. */
    Numbered fill(Procedure procedure, ActSpec spec, Act act, Registry registry, CaseKey id, long agency) {
        Map<String, Numbers.Field> fields = Numbers.fields(procedure, spec);
        if (fields.isEmpty()) {
            return new Numbered(act.form(), List.of());
        }
        Map<String, Object> form = new LinkedHashMap<>(act.form());
        List<Drawn> drawn = new ArrayList<>();
        for (Numbers.Field f : fields.values()) {
            Series series = new Series(id.region(), agency, f.kind(), act.at().date().getYear());
            String head = registry.agency().get("shortName") + f.kind();
            if (!f.pooled()) {
                drawn.add(drawn(series, store.draw(series, 1), head));
            } else if (form.get(f.name()) instanceof String given) {
                drawn.add(pooled(series, head, given, act.officers(), f.name()));
            }
            drawn.forEach(d -> form.put(f.name(), d.text()));
        }
        return new Numbered(form, drawn);
    }

    /** The numbers that documents of the past were given; those of the agency's own series are not issued again. */
    Numbered keep(Procedure procedure, ActSpec spec, Act act, Registry registry, CaseKey id, long agency) {
        List<Drawn> kept = new ArrayList<>();
        for (Numbers.Field f : Numbers.fields(procedure, spec).values()) {
            String head = registry.agency().get("shortName") + f.kind();
            Matcher m = NUMBER.matcher(act.form().get(f.name()) instanceof String given ? given : "");
            if (m.matches() && m.group("head").equals(head)) {
                Series series = new Series(id.region(), agency, f.kind(), Integer.parseInt(m.group("year")));
                Drawn drawn = drawn(series, Integer.parseInt(m.group("n")), head);
                if (!store.reserve(series, drawn.n())) {
                    throw Refused.invalid("/form/" + f.name(), "文号 " + drawn.text() + " 已经使用");
                }
                kept.add(drawn);
            }
        }
        return new Numbered(act.form(), kept);
    }

    private static Drawn drawn(Series series, int n, String head) {
        return new Drawn(series, n, text(head, series.year(), n));
    }

    private Drawn pooled(Series series, String head, String given, List<String> officers, String field) {
        Matcher m = NUMBER.matcher(given);
        String pointer = "/form/" + field;
        if (!m.matches() || !m.group("head").equals(head) || Integer.parseInt(m.group("year")) != series.year()) {
            throw Refused.invalid(pointer, "预印编号应为 " + text(head, series.year(), 1) + " 的样式");
        }
        Drawn drawn = drawn(series, Integer.parseInt(m.group("n")), head);
        if (!store.usable(series, drawn.n(), officers.stream().map(Long::valueOf).toList())) {
            throw Refused.invalid(pointer, "该编号不在执法人员领用的本册之内，或者已经使用、作废");
        }
        return drawn;
    }

    /** Records that the numbers were issued with this entry. */
    void issue(List<Drawn> drawn, CaseKey id, long seq) {
        drawn.forEach(d -> store.issue(d.series(), d.n(), d.text(), id, seq));
    }

    static String text(String head, int year, int n) {
        return head + "〔" + year + "〕" + n + "号";
    }
}
