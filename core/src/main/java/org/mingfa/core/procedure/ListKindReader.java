package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a kind of list; every fault names file and line. */
final class ListKindReader {

    private static final String NAME = "[a-z][A-Za-z0-9]*";
    private static final Set<String> OWN = Set.of("list", "version", "row");
    private static final Map<ListColumn.Type, Integer> LONGEST = Map.of(
            ListColumn.Type.LONG, 4_000, ListColumn.Type.CONDITIONS, 4_000, ListColumn.Type.CITATION, 2_000, ListColumn.Type.ITEMS, 1_000);

    private ListKindReader() {}

    static ListKind read(Doc d) {
        d.only("list-kind", "title", "order", "cite", "about", "disclosed", "review-months", "review-cite", "outcomes", "owners", "columns", "evaluation", "facts");
        String code = name(d.need("list-kind"));
        List<ListColumn> columns = columns(d.need("columns"));
        if (columns.stream().noneMatch(ListColumn::key)) {
            throw d.need("columns").fault("no column is key: true, so rows of two versions cannot be compared");
        }
        return new ListKind(
                code, d.need("title").text(), d.has("order") ? d.need("order").number() : 100, d.need("cite").text(), d.text("about", ""),
                d.flag("disclosed", false), review(d), owners(d.need("owners")), columns,
                d.has("evaluation") ? evaluation(d.need("evaluation"), columns) : null,
                d.has("facts") ? facts(d.need("facts"), columns) : null, d.file());
    }

    private static ListKind.Review review(Doc d) {
        Map<String, String> outcomes = new LinkedHashMap<>(ListKind.OUTCOMES);
        if (d.has("outcomes")) {
            d.need("outcomes").only("keep", "change", "suspend", "cancel");
            d.need("outcomes").fields().forEach((o, word) -> outcomes.put(o, word.text()));
        }
        return new ListKind.Review(d.has("review-months") ? d.need("review-months").number() : 0, d.text("review-cite", "平台默认值"), outcomes);
    }

    private static String name(Doc d) {
        if (!d.text().matches(NAME)) {
            throw d.fault("'" + d.text() + "' cannot be named in a condition: use camelCase letters and digits");
        }
        return d.text();
    }

    private static Map<String, ListKind.Life> owners(Doc d) {
        d.only(ListKind.AGENCY, ListKind.REGION);
        Map<String, ListKind.Life> out = new LinkedHashMap<>();
        d.fields().forEach((owner, life) -> {
            life.only("drafts", "reviews", "publishes");
            for (String step : List.of("drafts", "reviews", "publishes")) {
                if (life.need(step).list().isEmpty()) {
                    throw life.need(step).fault("'" + step + "' names no role");
                }
            }
            out.put(owner, new ListKind.Life(life.texts("drafts"), life.texts("reviews"), life.texts("publishes")));
        });
        if (out.isEmpty()) {
            throw d.fault("a list is kept by an agency or a region: name one of the two");
        }
        return out;
    }

    private static List<ListColumn> columns(Doc d) {
        List<ListColumn> out = new ArrayList<>();
        Set<String> headers = new LinkedHashSet<>();
        d.fields().forEach((name, c) -> {
            if (!name.matches(NAME) || OWN.contains(name)) {
                throw c.fault("'" + name + "' cannot be a column: use camelCase and not list, version, row");
            }
            ListColumn column = column(name, c);
            if (!headers.add(column.title())) {
                throw c.fault("two columns are titled '" + column.title() + "'");
            }
            out.add(column);
        });
        return List.copyOf(out);
    }

    private static ListColumn column(String name, Doc d) {
        d.only("title", "type", "required", "key", "choices", "meanings", "max", "note", "example", "aliases");
        ListColumn.Type type = type(d);
        boolean key = d.flag("key", false);
        List<String> choices = d.texts("choices");
        boolean chosen = type == ListColumn.Type.CHOICE || type == ListColumn.Type.CHOICES;
        if (chosen == choices.isEmpty()) {
            throw d.fault(chosen ? "a choice names its choices" : "only a choice has choices");
        }
        Map<String, String> meanings = new LinkedHashMap<>();
        if (d.has("meanings")) {
            d.need("meanings").fields().forEach((word, choice) -> {
                if (!choices.contains(choice.text())) {
                    throw choice.fault("'" + choice.text() + "' is none of the choices: " + String.join(", ", choices));
                }
                meanings.put(word, choice.text());
            });
        }
        int max = d.has("max") ? d.need("max").number() : LONGEST.getOrDefault(type, 200);
        return new ListColumn(name, d.need("title").text(), type, key || d.flag("required", false), key, choices, meanings, max,
                d.text("note", ""), d.text("example", ""), d.texts("aliases"));
    }

    private static ListColumn.Type type(Doc d) {
        String word = d.text("type", "text");
        return Arrays.stream(ListColumn.Type.values()).filter(t -> t.name().toLowerCase(Locale.ROOT).equals(word)).findFirst()
                .orElseThrow(() -> d.need("type").fault("unknown type '" + word + "'; known: "
                        + String.join(", ", Arrays.stream(ListColumn.Type.values()).map(t -> t.name().toLowerCase(Locale.ROOT)).toList())));
    }

    private static ListKind.Evaluation evaluation(Doc d, List<ListColumn> columns) {
        d.only("from", "done", "months");
        for (String key : List.of("from", "done")) {
            if (known(d.need(key), d.need(key).text(), columns).type() != ListColumn.Type.DATE) {
                throw d.need(key).fault("column '" + d.need(key).text() + "' is not of type date");
            }
        }
        return new ListKind.Evaluation(d.need("from").text(), d.need("done").text(), d.need("months").number());
    }

    private static ListKind.Facts facts(Doc d, List<ListColumn> columns) {
        d.only("items", "columns", "any-of");
        String items = d.text("items");
        if (items != null && known(d.need("items"), items, columns).type() != ListColumn.Type.ITEMS) {
            throw d.need("items").fault("column '" + items + "' is not of type items");
        }
        d.list("columns").forEach(c -> known(c, c.text(), columns));
        d.list("any-of").forEach(c -> known(c, c.text(), columns));
        return new ListKind.Facts(items, d.texts("columns"), d.texts("any-of"));
    }

    private static ListColumn known(Doc d, @Nullable String name, List<ListColumn> columns) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst()
                .orElseThrow(() -> d.fault("no column '" + name + "'; there are " + String.join(", ", columns.stream().map(ListColumn::name).toList())));
    }
}
