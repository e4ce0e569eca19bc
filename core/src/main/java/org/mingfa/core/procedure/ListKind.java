package org.mingfa.core.procedure;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of list (清单的种类), as a file of {@code law/lists} describes it.
 *
 * @param code as conditions name it: {@code registry.lists.CODE}
 * @param disclosed whether what is published of it stands on the public page (事前公开)
 * @param review how often it is evaluated (评估), and what its outcomes are called
 * @param owners who keeps such a list, {@code agency} or {@code region}, to the roles that draft, review and publish it
 * @param evaluation null where its rows are not evaluated one by one
 * @param facts null where no gate of a procedure reads it
 */
public record ListKind(
        String code, String title, int order, String cite, String about, boolean disclosed, Review review,
        Map<String, Life> owners, List<ListColumn> columns, @Nullable Evaluation evaluation, @Nullable Facts facts, String file) {

    /** Roles by step: no one reviews or publishes what they drafted. */
    public record Life(List<String> drafts, List<String> reviews, List<String> publishes) {}

    /**
     * The evaluation of the whole list.
     *
     * @param months after how many it is due again; 0: never
     * @param cite why so often
     * @param outcomes keep, change, suspend, cancel to their words, as 收回 for an assigned power
     */
    public record Review(int months, String cite, Map<String, String> outcomes) {}

    /** The outcomes of an evaluation, in order, as they are called where a kind does not say otherwise. */
    public static final Map<String, String> OUTCOMES = outcomes();

    private static Map<String, String> outcomes() {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("keep", "保留");
        out.put("change", "变更");
        out.put("suspend", "暂停");
        out.put("cancel", "取消");
        return java.util.Collections.unmodifiableMap(out);
    }

    /** After how many months the list is to be evaluated again; 0: not. */
    public int reviewEvery() {
        return review.months();
    }

    /**
     * When a row is to be evaluated (评估).
     *
     * @param from the column with the day that the months are counted from
     * @param done the column with the day of the evaluation: empty while it is owed
     */
    public record Evaluation(String from, String done, int months) {

        /** The day by which the row is to be evaluated; null where it was, or where no day is known. */
        public @Nullable LocalDate due(Map<String, String> cells) {
            String since = cells.getOrDefault(from, "");
            return since.isEmpty() || !cells.getOrDefault(done, "").isEmpty() ? null : LocalDate.parse(since).plusMonths(months);
        }
    }

    /**
     * What conditions read of a row that concerns a case.
     *
     * @param items the column that names the items a row is for: empty in a row means all of them; null: no such column
     * @param columns the columns that are read
     * @param anyOf a row in which none of these is filled in is for people only; empty: every row is read
     */
    public record Facts(@Nullable String items, List<String> columns, List<String> anyOf) {}

    public static final String AGENCY = "agency";
    public static final String REGION = "region";

    public List<ListColumn> keys() {
        return columns.stream().filter(ListColumn::key).toList();
    }

    public @Nullable ListColumn column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst().orElse(null);
    }

    /** Whether a row concerns a case of an item; {@code item} is empty for a case without one. */
    public boolean concerns(Map<String, String> cells, String item) {
        if (facts == null || !facts.anyOf().isEmpty() && facts.anyOf().stream().allMatch(c -> cells.getOrDefault(c, "").isEmpty())) {
            return false;
        }
        String named = facts.items() == null ? "" : cells.getOrDefault(facts.items(), "");
        return named.isEmpty() || List.of(named.split("；")).contains(item);
    }

    /** What conditions read of a row. */
    public Map<String, Object> factsOf(String list, int version, String row, Map<String, String> cells) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("list", list);
        out.put("version", Integer.toString(version));
        out.put("row", row);
        for (String name : facts == null ? List.<String>of() : facts.columns()) {
            ListColumn c = java.util.Objects.requireNonNull(column(name));
            Object value = c.fact(cells.getOrDefault(name, ""));
            if (value != null) {
                out.put(name, value);
            }
            if (c.type() == ListColumn.Type.CONDITIONS) {
                out.put(name + "Any", ListConditions.of(cells.getOrDefault(name, "")).any());
            }
        }
        return out;
    }

    /** The JSON Schema of what conditions read of a row. */
    Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        List.of("list", "version", "row").forEach(n -> properties.put(n, Map.of("type", "string")));
        for (String name : facts == null ? List.<String>of() : facts.columns()) {
            ListColumn c = java.util.Objects.requireNonNull(column(name));
            Map<String, Object> property = new LinkedHashMap<>(c.schema());
            property.put("title", c.title());
            properties.put(name, property);
            if (c.type() == ListColumn.Type.CONDITIONS) {
                properties.put(name + "Any", Map.of("type", "boolean", "title", "满足" + c.title() + "之一即可"));
            }
        }
        return Map.of("type", "object", "title", title, "properties", properties);
    }
}
