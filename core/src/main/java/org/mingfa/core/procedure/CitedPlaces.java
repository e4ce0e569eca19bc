package org.mingfa.core.procedure;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mingfa.core.procedure.Census.Cited;

/**
 * Every place of packs that cites the law, read from their text: nothing is compiled for it. What gives no citation of its
 * own stands under that of its act, as in {@link RelationReader}.
 */
final class CitedPlaces {

    private final Set<Cited> found = new LinkedHashSet<>();

    private CitedPlaces() {}

    static List<Cited> in(Collection<Doc> packs) {
        CitedPlaces places = new CitedPlaces();
        packs.forEach(d -> places.look(d, "", ""));
        return List.copyOf(places.found);
    }

    /**
     * @param act the citation of the act around it; empty outside of acts
     * @param above the title of what it stands in
     */
    private void look(Doc d, String act, String above) {
        if (d.isList()) {
            d.list().forEach(e -> look(e, act, above));
        } else if (d.isMap()) {
            String cite = d.text("cite", act);
            String title = d.text("title", above);
            if (!cite.isBlank() && (d.has("cite") || d.has("title"))) {
                found.add(new Cited(cite, title, d.file(), d.line()));
            }
            d.fields().forEach((key, value) -> within(key, value, act, title));
        }
    }

    private void within(String key, Doc value, String act, String title) {
        if (key.equals("acts") && value.isMap()) {
            value.fields().values().forEach(a -> look(a, a.isMap() ? a.text("cite", "") : "", title));
        } else if (!References.FORMS.contains(key)) {
            look(value, act, title);
        }
    }
}
