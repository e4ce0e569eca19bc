package org.mingfa.server.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingfa.core.procedure.ListColumn;
import org.mingfa.core.procedure.ListKind;
import org.springframework.stereotype.Component;

/** How the lists that are disclosed (事前公开) are laid out: their kinds and columns. The rows the public page reads itself. */
@Component
public class PublicLists {

    /** A kind with its columns by name, in their order. */
    public record Kind(String code, String title, String cite, Map<String, String> columns) {}

    private final CurrentLaw law;

    PublicLists(CurrentLaw law) {
        this.law = law;
    }

    /** Every kind that is disclosed, in its order. */
    public List<Kind> kinds() {
        return law.laws().lists().values().stream().filter(ListKind::disclosed).map(PublicLists::kind).toList();
    }

    public Optional<Kind> kind(String code) {
        return kinds().stream().filter(k -> k.code().equals(code)).findFirst();
    }

    private static Kind kind(ListKind k) {
        Map<String, String> columns = new java.util.LinkedHashMap<>();
        for (ListColumn c : k.columns()) {
            columns.put(c.name(), c.title());
        }
        return new Kind(k.code(), k.title(), k.cite(), columns);
    }
}
