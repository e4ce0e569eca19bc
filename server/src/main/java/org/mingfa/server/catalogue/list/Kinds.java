package org.mingfa.server.catalogue.list;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mingfa.core.procedure.ListColumn;
import org.mingfa.core.procedure.ListKind;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.operation.Problem.Fault;
import org.mingfa.server.operation.Refused;
import org.springframework.stereotype.Component;

/** The kinds of lists that the law packs in use describe. */
@Component
public class Kinds {

    private final CurrentLaw law;

    Kinds(CurrentLaw law) {
        this.law = law;
    }

    public Collection<ListKind> all() {
        return law.laws().lists().values();
    }

    public ListKind of(String code) {
        ListKind kind = law.laws().lists().get(code);
        if (kind == null) {
            throw Refused.notFound("没有这种清单");
        }
        return kind;
    }

    /**
     * The cells as they are kept.
     *
     * @param given column to text
     */
    static Map<String, String> cells(ListKind kind, Map<String, String> given) {
        Map<String, String> out = new TreeMap<>();
        kind.columns().forEach(c -> {
            String text = c.normal(given.getOrDefault(c.name(), ""));
            if (!text.isEmpty()) {
                out.put(c.name(), text);
            }
        });
        return out;
    }

    /** @throws org.mingfa.server.operation.Problem naming every cell that does not fit its column */
    static void check(ListKind kind, Map<String, String> cells) {
        var faults = kind.columns().stream()
                .flatMap(c -> java.util.stream.Stream.ofNullable(c.fault(cells.getOrDefault(c.name(), ""))).map(why -> new Fault("/cells/" + c.name(), c.title() + "：" + why)))
                .toList();
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
    }

    /** What tells a row from the others of its version. */
    static String key(ListKind kind, Map<String, String> cells) {
        return kind.keys().stream().map(ListColumn::name).map(n -> cells.getOrDefault(n, "")).collect(Collectors.joining(" · "));
    }
}
