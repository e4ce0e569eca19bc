package org.mingfa.server.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.sheet.Column;
import org.mingfa.server.sheet.Columns;

/**
 * A table of old cases, one a row: for each act that was chosen its day, who did it, and its form laid flat. Of a list of
 * objects, such as the parties, a row has one.
 */
final class OldColumns {

    static final String NUMBER = "原案号";
    static final String DAY = "办理日期";
    static final String ACTOR = "办理人";
    static final String ROLE = "办理身份";
    static final String OFFICERS = "执法人员";
    private static final int LONGEST = 4000;
    private static final String MANY = "[、;；,，\n]+";

    /** A cell of a form: where it belongs, and how its text becomes a value. */
    private record Field(Column column, List<Object> path, BiFunction<String, Named, Object> value) {}

    /** Finds the id of a person by name or certificate number. */
    interface Named {
        String id(String text) throws Wrong;
    }

    /** A cell that is not what it should be. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String mend;

        Wrong(String what, String mend) {
            super(what, null, false, false);
            this.mend = mend;
        }

        String mend() {
            return mend;
        }
    }

    /** An act of the table. {@code unfit}: why it cannot be one, or null. */
    static final class OfAct {
        private final ActSpec spec;
        private final List<Field> fields = new ArrayList<>();
        private final Set<String> titles = new HashSet<>();
        private @Nullable String unfit;

        private OfAct(ActSpec spec) {
            this.spec = spec;
        }

        ActSpec spec() {
            return spec;
        }

        @Nullable String unfit() {
            return unfit;
        }

        String title(String part) {
            return spec.title() + "：" + part;
        }

        private List<Column> columns(List<String> roles) {
            List<Column> all = new ArrayList<>();
            all.add(Column.date(title(DAY), "没有办理这一步的案件不填", "2023-03-01").optional());
            all.add(Column.text(title(ACTOR), 50, spec.kind() == ActSpec.Kind.FACT ? "不填的为导入人" : "姓名；同名的填执法证号", "张明").optional());
            all.add(Column.choice(title(ROLE), roles, "不填的按登记册中当日的岗位；登记册没有登记到那一天的在此写明", roles.getFirst()).optional());
            if (spec.needsOfficers()) {
                all.add(Column.text(title(OFFICERS), 200, "姓名或者执法证号，用顿号分开", "张明、李华").optional());
            }
            fields.forEach(f -> all.add(f.column()));
            return all;
        }

        boolean touched(Columns.Record row) {
            return fields.stream().anyMatch(f -> !row.text(f.column().title()).isEmpty()) || !row.text(title(ACTOR)).isEmpty() || !row.text(title(ROLE)).isEmpty()
                    || spec.needsOfficers() && !row.text(title(OFFICERS)).isEmpty();
        }

        /** The form of a row; {@code wrong} is told the column of each cell that is not what it should be. */
        Map<String, Object> form(Columns.Record row, Named named, java.util.function.BiConsumer<String, Wrong> wrong) {
            Map<String, Object> form = new LinkedHashMap<>();
            for (Field f : fields) {
                String text = row.text(f.column().title());
                if (!text.isEmpty()) {
                    try {
                        put(form, f.path(), f.value().apply(text, named));
                    } catch (Wrong w) {
                        wrong.accept(f.column().title(), w);
                    }
                }
            }
            return form;
        }

        /** The column that a pointer of the act means; the act's day where it means none. */
        String column(String pointer) {
            return switch (pointer.split("/").length > 1 ? pointer.split("/")[1] : "") {
                case "officers" -> title(OFFICERS);
                case "form" -> fields.stream().filter(f -> ("/form/" + String.join("/", f.path().stream().map(String::valueOf).toList())).equals(pointer))
                        .map(f -> f.column().title()).findFirst()
                        .or(() -> fields.stream().filter(f -> pointer.startsWith("/form/" + f.path().getFirst() + "/") || pointer.equals("/form/" + f.path().getFirst()))
                                .map(f -> f.column().title()).findFirst())
                        .orElseGet(() -> title(DAY));
                default -> title(DAY);
            };
        }
    }

    private final Map<String, OfAct> acts;

    private OldColumns(Map<String, OfAct> acts) {
        this.acts = acts;
    }

    /** All acts of a procedure that somebody does, in its order. */
    static OldColumns of(Procedure procedure) {
        Map<String, OfAct> acts = new LinkedHashMap<>();
        procedure.acts().forEach(spec -> acts.put(spec.code(), act(spec)));
        return new OldColumns(acts);
    }

    /** Those that were chosen, in the procedure's order. */
    OldColumns only(Set<String> codes) {
        Map<String, OfAct> chosen = new LinkedHashMap<>(acts);
        chosen.keySet().retainAll(codes);
        return new OldColumns(chosen);
    }

    /** Those whose day a header has. */
    OldColumns in(List<String> header) {
        Set<String> titles = new HashSet<>();
        header.forEach(h -> titles.add(h.replaceFirst("[*＊]$", "").strip()));
        return only(new HashSet<>(acts.values().stream().filter(a -> a.unfit == null && titles.contains(a.title(DAY))).map(a -> a.spec.code()).toList()));
    }

    List<OfAct> acts() {
        return List.copyOf(acts.values());
    }

    Columns columns(List<String> roles) {
        List<Column> all = new ArrayList<>();
        all.add(Column.text(NUMBER, 100, "在原系统或者纸质案卷中的案号，一个案件一行；已经导入的不再导入", "旧〔2023〕17号"));
        acts.values().forEach(a -> all.addAll(a.columns(roles)));
        return new Columns(all);
    }

    private static OfAct act(ActSpec spec) {
        OfAct act = new OfAct(spec);
        Set<String> required = required(spec.form());
        properties(spec.form()).forEach((name, schema) -> field(act, name, map(schema), List.of(name), "", required.contains(name)));
        return act;
    }

    private static void field(OfAct act, String name, Map<?, ?> schema, List<Object> path, String before, boolean required) {
        String title = before + String.valueOf(schema.containsKey("title") ? schema.get("title") : name);
        if (schema.containsKey("x-assessment")) {
            return;
        }
        if ("array".equals(schema.get("type")) && map(schema.get("items")).containsKey("properties")) {
            Map<?, ?> items = map(schema.get("items"));
            Set<String> inner = required(items);
            properties(items).forEach((n, s) -> {
                List<Object> at = new ArrayList<>(path);
                at.add(0);
                at.add(n);
                field(act, n, map(s), at, title + "：", required && inner.contains(n));
            });
            return;
        }
        Optional<Field> field = simple(act, title, schema, path, required);
        field.ifPresentOrElse(act.fields::add, () -> {
            if (required) {
                act.unfit = "「" + title + "」不能在表格中填写，请导入后在案件中补录";
            }
        });
    }

    private static Optional<Field> simple(OfAct act, String title, Map<?, ?> schema, List<Object> path, boolean required) {
        String unique = act.titles.add(title) ? title : title + "（" + path.getLast() + "）";
        act.titles.add(unique);
        String name = act.title(unique);
        String note = required ? "办理了这一步的必填" : "";
        Map<String, Object> words = words(schema);
        if (!words.isEmpty()) {
            List<String> choices = List.copyOf(words.keySet());
            return Optional.of(new Field(Column.choice(name, choices, note, choices.getFirst()).optional(), path, (t, people) -> words.get(t)));
        }
        return Optional.ofNullable(switch (shape(schema)) {
            case DATE -> new Field(Column.date(name, note, "2023-03-01").optional(), path, (t, people) -> t);
            case PERSON -> new Field(Column.text(name, 50, note + "姓名或者执法证号", "张明").optional(), path, (t, people) -> people.id(t));
            case TEXT -> {
                Column text = Column.text(name, LONGEST, schema.containsKey("x-number") ? "原来的文号" : note, "").optional();
                yield new Field(Boolean.TRUE.equals(schema.get("x-personal")) ? text.asPersonal() : text, path, (t, people) -> t);
            }
            case YES -> new Field(Column.yesNo(name, note, "是").optional(), path, (t, people) -> t.equals("true"));
            case MONEY -> new Field(Column.text(name, 20, note + "（元）", "5000").optional(), path, (t, people) -> fen(t));
            case NUMBER -> new Field(Column.integer(name, note, "1").optional(), path, (t, people) -> Long.valueOf(t));
            case CHOICES -> {
                Map<String, Object> each = words(map(schema.get("items")));
                String all = String.join("、", each.keySet());
                yield new Field(Column.text(name, 400, note + "（" + all + "；用顿号分开）", List.copyOf(each.keySet()).getFirst()).optional(), path,
                        (t, people) -> parts(t).map(p -> chosen(each, p)).toList());
            }
            case PEOPLE -> new Field(Column.text(name, 400, note + "（姓名或者执法证号，用顿号分开）", "张明、李华").optional(), path, (t, people) -> parts(t).map(people::id).toList());
            case TEXTS -> new Field(Column.text(name, LONGEST, note + "（用顿号分开）", "").optional(), path, (t, people) -> parts(t).toList());
            case OTHER -> null;
        });
    }

    private enum Shape { DATE, PERSON, TEXT, YES, MONEY, NUMBER, CHOICES, PEOPLE, TEXTS, OTHER }

    private static Shape shape(Map<?, ?> schema) {
        Map<?, ?> items = map(schema.get("items"));
        return switch (String.valueOf(schema.get("type"))) {
            case "string" -> "date".equals(schema.get("format")) ? Shape.DATE : "person".equals(schema.get("x-widget")) ? Shape.PERSON : Shape.TEXT;
            case "boolean" -> Shape.YES;
            case "integer" -> "money".equals(schema.get("format")) ? Shape.MONEY : Shape.NUMBER;
            case "array" -> !words(items).isEmpty() ? Shape.CHOICES : "people".equals(schema.get("x-widget")) ? Shape.PEOPLE
                    : "string".equals(items.get("type")) ? Shape.TEXTS : Shape.OTHER;
            default -> Shape.OTHER;
        };
    }

    private static java.util.stream.Stream<String> parts(String text) {
        return java.util.Arrays.stream(text.split(MANY)).map(String::strip).filter(p -> !p.isEmpty());
    }

    private static Object chosen(Map<String, Object> words, String text) {
        Object value = words.get(text);
        if (value == null) {
            throw new Wrong("没有“" + text + "”这个选项", "可选：" + String.join("、", words.keySet()));
        }
        return value;
    }

    private static Object fen(String yuan) {
        try {
            return new BigDecimal(yuan.replaceAll("[,，元\\s]", "")).movePointRight(2).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Wrong("不是金额", "请填以元为单位的数，最多两位小数，如 5000.50");
        }
    }

    /** Title of each choice to its value. */
    private static Map<String, Object> words(Map<?, ?> schema) {
        Map<String, Object> words = new LinkedHashMap<>();
        if (schema.get("enum") instanceof List<?> values) {
            List<?> titles = schema.get("x-titles") instanceof List<?> t && t.size() == values.size() ? t : values;
            for (int i = 0; i < values.size(); i++) {
                words.put(String.valueOf(titles.get(i)), values.get(i));
            }
        }
        return words;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> form, List<Object> path, Object value) {
        Map<String, Object> at = form;
        for (int i = 0; i + 2 < path.size(); i += 2) {
            List<Object> list = (List<Object>) at.computeIfAbsent((String) path.get(i), k -> new ArrayList<>(List.of(new LinkedHashMap<String, Object>())));
            at = (Map<String, Object>) list.getFirst();
        }
        at.put((String) path.getLast(), value);
    }

    private static Map<String, Object> properties(Map<?, ?> schema) {
        Map<String, Object> properties = new LinkedHashMap<>();
        map(schema.get("properties")).forEach((k, v) -> properties.put(String.valueOf(k), v));
        return properties;
    }

    private static Set<String> required(Map<?, ?> schema) {
        Set<String> names = new HashSet<>();
        if (schema.get("required") instanceof List<?> list) {
            list.forEach(n -> names.add(String.valueOf(n)));
        }
        return names;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
