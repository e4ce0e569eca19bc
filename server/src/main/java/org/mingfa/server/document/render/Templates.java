package org.mingfa.server.document.render;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.sealing.Digests;
import org.mingfa.server.document.DocumentTemplate;
import org.mingfa.server.document.DocumentTemplate.Field;
import org.mingfa.server.document.UnknownTemplate;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * All declared templates, by title and alias. Declarations are {@code documents/<file>.yaml} beside {@code <file>.ftlh};
 * {@code kinds} are further titles under which the same document is made (行政给付决定书, 行政奖励决定书).
 */
public final class Templates {
    private static final String FOLDER = "documents/";
    private final Map<String, DocumentTemplate> byName = new LinkedHashMap<>();
    private final List<DocumentTemplate> all = new ArrayList<>();

    private Templates() {}

    /** Loads every declaration on the class path; IllegalStateException names the file that is wrong. */
    public static Templates load() {
        var templates = new Templates();
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*.yaml");
            for (var resource : found) {
                String name = java.util.Objects.requireNonNull(resource.getFilename());
                if (!name.startsWith("_")) templates.add(name.replace(".yaml", ""));
            }
        } catch (IOException e) {
            throw new IllegalStateException("文书模板读不出：" + e.getMessage(), e);
        }
        templates.all.sort(java.util.Comparator.comparing(DocumentTemplate::file));
        return templates;
    }

    public List<DocumentTemplate> all() {
        return List.copyOf(all);
    }

    /** The template of this title or alias; throws UnknownTemplate. */
    public DocumentTemplate named(String name) {
        var template = byName.get(name);
        if (template == null) throw new UnknownTemplate(name);
        return template;
    }

    private void add(String file) throws IOException {
        String declaration = text(file + ".yaml");
        String digest = Digests.sha256((declaration + text(file + ".ftlh") + text("_layout.ftlh") + text("_layout.css"))
                .getBytes(StandardCharsets.UTF_8));
        Map<?, ?> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(declaration);
        add(declared(file, yaml, string(yaml, "title"), digest));
        for (String kind : strings(yaml.get("kinds"))) add(declared(file, yaml, kind, digest));
    }

    private void add(DocumentTemplate template) {
        all.add(template);
        for (String name : names(template)) {
            if (byName.put(name, template) != null) throw new IllegalStateException(template.file() + ".yaml：文书名《" + name + "》重复");
        }
    }

    private static List<String> names(DocumentTemplate template) {
        var names = new ArrayList<>(template.aliases());
        names.add(template.title());
        return names;
    }

    /** @param title its own, or one of its kinds: the same document under another title, without aliases */
    private static DocumentTemplate declared(String file, Map<?, ?> yaml, String title, String digest) {
        var fields = new LinkedHashMap<String, Field>();
        if (yaml.get("fields") instanceof Map<?, ?> map) {
            map.forEach((name, spec) -> fields.put((String) name, field(file, (String) name, (Map<?, ?>) spec)));
        }
        List<String> aliases = title.equals(string(yaml, "title")) ? strings(yaml.get("aliases")) : List.of();
        return new DocumentTemplate(title, aliases, file,
                "external".equals(yaml.get("audience")), string(yaml, "number"), fields, digest, signing(file, yaml));
    }

    private static DocumentTemplate.@Nullable Signing signing(String file, Map<?, ?> yaml) {
        if (!(yaml.get("signed") instanceof Map<?, ?> spec)) return null;
        if (string(spec, "by").isEmpty() || string(spec, "cite").isEmpty()) throw new IllegalStateException(file + ".yaml：signed 须有 by 和 cite");
        return new DocumentTemplate.Signing(string(spec, "by"), string(spec, "cite"));
    }

    private static Field field(String file, String name, Map<?, ?> spec) {
        boolean required = Boolean.TRUE.equals(spec.get("required"));
        String title = string(spec, "title");
        if (title.isEmpty()) throw new IllegalStateException(file + ".yaml：" + name + " 没有 title");
        if (required && string(spec, "cite").isEmpty()) throw new IllegalStateException(file + ".yaml：必备内容 " + name + " 没有 cite");
        return new Field(name, title, strings(spec.get("from")), string(spec, "default"), required, string(spec, "when"),
                Boolean.TRUE.equals(spec.get("positive")), string(spec, "cite"));
    }

    private static String string(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : value.toString();
    }

    private static List<String> strings(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list.stream().map(Object::toString).toList();
            default -> List.of(value.toString());
        };
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Templates.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (in == null) throw new IOException("没有 " + FOLDER + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
