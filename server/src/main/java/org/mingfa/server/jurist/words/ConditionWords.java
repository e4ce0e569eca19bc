package org.mingfa.server.jurist.words;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Procedure;

/**
 * The commonest shapes of conditions in Chinese: a field that is set or has a value, a figure, an act that has happened,
 * and these joined by 且 or 或者. Whatever has another shape has no words here: the reader is shown the condition itself.
 */
final class ConditionWords {

    private static final String FIELD = "(?:(act|it|case|[a-z][A-Za-z]*)|latest\\('([a-z0-9-]+)'(?:, ?[a-z]+)?\\))\\.([A-Za-z0-9]+)";
    private static final Pattern IS = Pattern.compile("(!?)" + FIELD);
    private static final Pattern HAS = Pattern.compile("(!?)has\\(" + FIELD + "\\)");
    private static final Pattern EQUALS = Pattern.compile(FIELD + " ?(==|!=) ?'([^']*)'");
    private static final Pattern AMONG = Pattern.compile(FIELD + " in \\[([^\\]]*)\\]");
    private static final Pattern HAPPENED = Pattern.compile("(!?)happened\\('([a-z0-9-]+)'(?:, ?[a-z]+)?\\)");
    private static final Pattern POSITIVE = Pattern.compile(FIELD + " > 0");

    private final Procedure procedure;

    ConditionWords(Procedure procedure) {
        this.procedure = procedure;
    }

    /** @param it the act that {@code it} stands for, or null */
    Optional<String> of(String text, ActSpec act, @Nullable ActSpec it) {
        String t = text.strip().replaceAll("\\s+", " ");
        if (t.contains("?") || t.contains(".exists") || t.contains(".all(") || t.contains("!(")) {
            return Optional.empty();
        }
        return joined(t, " \\|\\| ", "，或者", act, it);
    }

    private Optional<String> joined(String text, String by, String word, ActSpec act, @Nullable ActSpec it) {
        boolean any = by.contains("|");
        List<String> parts = List.of(text.split(by));
        List<Optional<String>> said = parts.stream().filter(p -> any ? !absent(p, parts) : !guards(p, parts))
                .map(p -> any ? joined(p, " && ", "，且", act, it) : one(p.strip(), act, it)).toList();
        return said.isEmpty() || said.stream().anyMatch(Optional::isEmpty) ? Optional.empty()
                : Optional.of(String.join(word, said.stream().flatMap(Optional::stream).distinct().toList()));
    }

    /** {@code has(act.x)} or {@code happened('a')} that only lets the next part be asked says nothing of its own. */
    private static boolean guards(String part, List<String> all) {
        Matcher has = Pattern.compile("has\\((.*)\\)").matcher(part.strip());
        if (has.matches()) {
            return all.stream().anyMatch(p -> p != part && p.contains(has.group(1)));
        }
        Matcher happened = HAPPENED.matcher(part.strip());
        return happened.matches() && happened.group(1).isEmpty()
                && all.stream().anyMatch(p -> p != part && p.contains("latest('" + happened.group(2) + "'"));
    }

    /** {@code !has(act.x) || !act.x}: a field left empty means no. */
    private static boolean absent(String part, List<String> all) {
        Matcher has = Pattern.compile("!has\\((.*)\\)").matcher(part.strip());
        return has.matches() && all.stream().anyMatch(p -> p.strip().equals("!" + has.group(1)));
    }

    private Optional<String> one(String t, ActSpec act, @Nullable ActSpec it) {
        Matcher m = HAPPENED.matcher(t);
        if (m.matches()) {
            String no = m.group(1);
            return Optional.ofNullable(procedure.act(m.group(2))).map(a -> (no.isEmpty() ? "已经" : "尚未") + "「" + a.title() + "」");
        }
        if ((m = EQUALS.matcher(t)).matches()) {
            String value = m.group(5);
            String verb = m.group(4).equals("==") ? "为" : "不为";
            return field(m, 1, act, it).flatMap(f -> f.value(value).map(v -> f.title() + verb + "“" + v + "”"));
        }
        if ((m = AMONG.matcher(t)).matches()) {
            List<String> values = Stream.of(m.group(4).split(",")).map(v -> v.strip().replace("'", "")).toList();
            return field(m, 1, act, it).filter(f -> values.stream().allMatch(v -> f.value(v).isPresent()))
                    .map(f -> f.title() + "为" + String.join("或者", values.stream().map(v -> "“" + f.value(v).orElseThrow() + "”").toList()));
        }
        if ((m = POSITIVE.matcher(t)).matches()) {
            return field(m, 1, act, it).map(f -> f.title() + "大于零");
        }
        if ((m = HAS.matcher(t)).matches()) {
            String no = m.group(1);
            return field(m, 2, act, it).map(f -> (no.isEmpty() ? "载明“" : "未载明“") + f.title() + "”");
        }
        if ((m = IS.matcher(t)).matches()) {
            String no = m.group(1);
            return field(m, 2, act, it).map(f -> no.isEmpty() && !f.title().startsWith("属于") ? "属于“" + f.title() + "”" : "“" + f.title() + "”为“" + (no.isEmpty() ? "是" : "否") + "”");
        }
        return Optional.empty();
    }

    /** The date that a clock counts from. */
    Optional<String> date(String text, ActSpec act) {
        Matcher m = IS.matcher(text.strip());
        return m.matches() ? field(m, 2, act, null).map(f -> "“" + f.title() + "”") : Optional.empty();
    }

    private record Field(String title, Map<?, ?> schema) {
        Optional<String> value(String code) {
            if (schema.get("enum") instanceof List<?> codes && schema.get("x-titles") instanceof List<?> titles) {
                int at = codes.indexOf(code);
                return at < 0 || at >= titles.size() ? Optional.empty() : Optional.of(String.valueOf(titles.get(at)));
            }
            return Optional.empty();
        }
    }

    private Optional<Field> field(Matcher m, int group, ActSpec act, @Nullable ActSpec it) {
        String root = m.group(group);
        String name = m.group(group + 2);
        if (root == null) {
            return Optional.ofNullable(procedure.act(m.group(group + 1))).flatMap(a -> in(a.form(), name));
        }
        return switch (root) {
            case "act" -> in(act.form(), name);
            case "it" -> it == null ? Optional.empty() : in(it.form(), name);
            case "case" -> figure(name, null);
            default -> figure(name, root).or(() -> procedure.objects().stream().filter(o -> o.kind().equals(root)).findFirst().flatMap(o -> in(o.schema(), name)));
        };
    }

    private Optional<Field> figure(String name, @Nullable String on) {
        return procedure.figures().stream().filter(f -> f.name().equals(name) && Objects.equals(f.on(), on)).findFirst()
                .map(f -> new Field(f.title(), Map.of()));
    }

    private static Optional<Field> in(Map<String, Object> schema, String name) {
        return schema.get("properties") instanceof Map<?, ?> fields && fields.get(name) instanceof Map<?, ?> f && f.get("title") instanceof String title
                ? Optional.of(new Field(title.replaceAll("（.*?）", ""), f)) : Optional.empty();
    }
}
