package org.mingfa.server.jurist.words;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Parameter;
import org.mingfa.core.procedure.Procedure;

/** What the names of a condition stand for: fields of forms, figures, parameters, registers, the variable of a list. */
final class Names {

    private static final Map<String, String> PERSON = Map.of("officer", "执法人员（非辅助人员）", "certified", "执法证件在有效期内", "fits", "执法类别和区域相符",
            "reviewer", "法制审核人员", "qualified", "已取得法律职业资格", "hearingHost", "听证主持人", "name", "姓名", "agency", "所在机关");
    private static final Map<String, String> AGENCY = Map.of("standing", "具有执法主体资格", "field", "本机关的领域", "region", "本机关的地区", "name", "本机关的名称");
    private static final Map<String, String> ITEM = Map.of("code", "执法事项", "published", "执法事项已经公布", "inForce", "执法事项的依据有效");
    private static final Map<String, String> ROW = Map.of("list", "清单", "version", "版次", "row", "行", "min", "下限", "max", "上限");
    private static final Map<?, ?> YES_NO = Map.of("type", "boolean");

    private final Procedure procedure;
    private final ActSpec act;
    private final @Nullable ActSpec it;
    private final Map<String, Noun> variables = new HashMap<>();

    Names(Procedure procedure, ActSpec act, @Nullable ActSpec it) {
        this.procedure = procedure;
        this.act = act;
        this.it = it;
    }

    /** These names with one more: the variable of a list stands for each of what the list holds. */
    Names with(String variable, Noun each) {
        Names out = new Names(procedure, act, it);
        out.variables.putAll(variables);
        out.variables.put(variable, each);
        return out;
    }

    ActSpec act(String code) {
        return Optional.ofNullable(procedure.act(code)).orElseThrow(() -> new Wordless(code));
    }

    Procedure procedure() {
        return procedure;
    }

    /** A name that stands alone: the variable, or all objects of a kind. */
    Noun alone(String name) {
        Noun variable = variables.get(name);
        if (variable != null) {
            return variable;
        }
        return procedure.objects().stream().filter(o -> o.plural().equals(name) || o.kind().equals(name)).findFirst()
                .map(o -> new Noun(o.title(), Map.of("items", o.schema()), o.kind(), o.kind().equals("party") ? "名" : "项")).orElseThrow(() -> new Wordless(name));
    }

    /** {@code root.field}. */
    Noun field(String root, String name) {
        Noun variable = variables.get(root);
        if (variable != null) {
            return ofEach(variable, name);
        }
        return switch (root) {
            case "act" -> form(act, name, "办理之日");
            case "it" -> form(Optional.ofNullable(it).orElseThrow(() -> new Wordless("it")), name, "其办理之日");
            case "case" -> ofCase(name);
            case "params" -> parameter(name);
            default -> ofObject(root, name);
        };
    }

    /** A field of an act's form; {@code date} is the day on which it is done. */
    static Noun form(ActSpec of, String name, String day) {
        return switch (name) {
            case "date", "at" -> Noun.date(day);
            case "actor" -> Noun.plain("办理人");
            case "officers" -> new Noun("执法人员", Map.of(), null, "名");
            default -> in(of.form(), name).orElseThrow(() -> new Wordless(of.code() + "." + name));
        };
    }

    private Noun ofEach(Noun each, String name) {
        if (each.kind() != null && figure(name, each.kind()).isPresent()) {
            return figure(name, each.kind()).orElseThrow();
        }
        return name.equals("date") || name.equals("at") ? Noun.date("办理之日") : name.equals("id") ? each.said("该" + each.unit()) : in(each.schema(), name).orElseThrow(() -> new Wordless(name));
    }

    private Noun ofCase(String name) {
        return switch (name) {
            case "opened" -> Noun.date("立案之日");
            case "officers" -> new Noun("本案的执法人员", Map.of(), null, "名");
            case "field" -> Noun.plain("本案的领域");
            case "region" -> Noun.plain("本案的地区");
            default -> figure(name, null).orElseThrow(() -> new Wordless("case." + name));
        };
    }

    private Noun ofObject(String kind, String name) {
        return figure(name, kind).or(() -> procedure.objects().stream().filter(o -> o.kind().equals(kind)).findFirst().flatMap(o -> name.equals("id")
                ? Optional.of(Noun.plain("该" + o.title())) : in(o.schema(), name))).orElseThrow(() -> new Wordless(kind + "." + name));
    }

    private Optional<Noun> figure(String name, @Nullable String on) {
        return procedure.figures().stream().filter(f -> f.name().equals(name) && Objects.equals(f.on(), on)).findFirst()
                .map(f -> Noun.of(f.title(), Map.of("format", f.type(), "type", f.type().equals("bool") ? "boolean" : f.type())));
    }

    private Noun parameter(String name) {
        Parameter p = procedure.parameters().stream().filter(x -> x.name().equals(name)).findFirst().orElseThrow(() -> new Wordless("params." + name));
        if (p.type().equals("period")) {
            return Noun.plain(Values.words(p));
        }
        if (p.type().equals("bool")) {
            return Noun.of(Values.title(p), YES_NO);
        }
        return Noun.of("“" + Values.title(p) + "”（" + Values.words(p) + "）", Map.of("format", p.type()));
    }

    /** A field of a field: {@code act.assessment.ranges}. */
    static Noun within(Noun of, String name) {
        Noun part = in(of.schema(), name).orElseThrow(() -> new Wordless(name));
        return part.said(of.text() + "的" + part.text());
    }

    /** {@code registry.agency.standing}, {@code registry.lists.recording}. */
    Noun register(String of, String name) {
        if (of.equals("lists")) {
            Map<String, Object> row = Optional.ofNullable(procedure.listSchemas().get(name)).orElseThrow(() -> new Wordless(name));
            return Noun.of("《" + row.get("title") + "》", Map.of("items", row));
        }
        String title = (of.equals("agency") ? AGENCY : of.equals("item") ? ITEM : PERSON).get(name);
        if (title == null) {
            throw new Wordless("registry." + of + "." + name);
        }
        return Noun.of(of.equals("actor") ? "办理人" + title : title, YES_NO);
    }

    /** Those who carry the act out, as the registers know them. */
    static Noun officers() {
        Map<String, Object> fields = new HashMap<>();
        PERSON.forEach((name, title) -> fields.put(name, Map.of("title", title, "type", "boolean")));
        return new Noun("执法人员", Map.of("items", Map.of("properties", fields)), null, "名");
    }

    private static Optional<Noun> in(Map<?, ?> schema, String name) {
        if (schema.get("properties") instanceof Map<?, ?> fields && fields.get(name) instanceof Map<?, ?> f) {
            String title = f.get("title") instanceof String t ? t.replaceAll("（.*?）", "") : ROW.get(name);
            return title == null ? Optional.empty() : Optional.of(new Noun(title, f, null, "people".equals(f.get("x-widget")) ? "名" : "项"));
        }
        return Optional.empty();
    }
}
