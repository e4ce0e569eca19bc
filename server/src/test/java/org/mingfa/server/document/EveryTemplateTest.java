package org.mingfa.server.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingfa.core.procedure.Laws;
import org.mingfa.server.document.DocumentTemplate.Field;
import org.mingfa.server.document.render.TestXhtml;

/** Each template, filled with nothing but what it declares: issued when complete, refused without any one thing the law demands. */
class EveryTemplateTest {

    private static final Rendering RENDERING = new Rendering(List.of());
    private static final Path LAW = Path.of("..", "law");
    private static final Pattern AMOUNT = Pattern.compile("金额|数额|价值|预算|款项|补偿$");

    /** Demanded, but said in the template's own words: a confirmation, a code that decides the wording, an attachment. */
    private static final Set<String> IN_OTHER_WORDS = Set.of("inspection-notice.rights", "criminal-referral.report", "licence-decision.outcome");

    static List<DocumentTemplate> templates() {
        return RENDERING.templates();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void saysAllThatTheLawDemands(DocumentTemplate template) {
        String text = TestXhtml.body(RENDERING.text(template.title(), model(template, "")));
        for (Field field : template.fields().values()) {
            if (field.required() && applies(template, field) && !IN_OTHER_WORDS.contains(template.file() + "." + field.name())) {
                assertTrue(text.contains(shown(field)), () -> field.name() + " is not in: " + text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void isRefusedWithoutAnyOneThingThatTheLawDemands(DocumentTemplate template) {
        for (Field field : template.fields().values()) {
            if (field.required() && applies(template, field)) {
                var refused = assertThrows(MissingContent.class, () -> RENDERING.text(template.title(), model(template, field.name())), field.name());
                assertTrue(refused.missing().contains(new DocumentTemplate.Missing(field.name(), field.title(), field.cite())), field.name());
            }
        }
        assertEquals(List.of(), RENDERING.missing(template.title(), model(template, "")));
    }

    @Test
    void everyDocumentThatAPackNamesHasATemplate() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (var files = Files.walk(LAW)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) texts.put(LAW.relativize(file).toString(), Files.readString(file));
        }
        Set<String> known = new TreeSet<>();
        templates().forEach(t -> {
            known.add(t.title());
            known.addAll(t.aliases());
        });
        var procedures = Laws.known(texts).procedures();
        assertTrue(procedures.size() > 15, () -> procedures.size() + " procedures");
        procedures.forEach(p -> p.acts().forEach(act -> assertTrue(known.containsAll(act.documents()), () -> p.code() + " " + act.code() + " " + act.documents())));
    }

    /** Filled as its condition wants: no template demands two things that exclude each other. */
    private static boolean applies(DocumentTemplate template, Field field) {
        return !field.when().startsWith("!") || !template.fields().containsKey(field.when().substring(1));
    }

    private static DocumentModel model(DocumentTemplate template, String left) {
        Map<String, Object> facts = new LinkedHashMap<>();
        Set<String> taken = left.isEmpty() ? Set.of() : Set.copyOf(template.fields().get(left).from());
        for (Field field : template.fields().values()) {
            field.from().stream().filter(path -> !taken.contains(path)).findFirst().filter(path -> !field.name().equals(left))
                    .ifPresent(path -> put(facts, path, value(template, field)));
        }
        return new DocumentModel(facts);
    }

    private static Object value(DocumentTemplate template, Field field) {
        for (Field other : template.fields().values()) {
            if (other.when().startsWith(field.name() + "=")) {
                return other.when().substring(field.name().length() + 1);
            }
        }
        return amount(field) ? 123400L : field.name().equals("documents") && !template.external() ? List.of(Map.of("title", shown(field))) : shown(field);
    }

    private static boolean amount(Field field) {
        return field.positive() || AMOUNT.matcher(field.title()).find() && !field.title().contains("名称");
    }

    private static String shown(Field field) {
        return amount(field) ? "1,234.00元" : "甲" + field.name() + "乙";
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> facts, String path, Object value) {
        int dot = path.indexOf('.');
        String step = dot < 0 ? path : path.substring(0, dot);
        if (dot < 0) {
            facts.putIfAbsent(step, value);
        } else if (step.endsWith("[]")) {
            var rows = (List<Object>) facts.computeIfAbsent(step.substring(0, step.length() - 2), k -> new ArrayList<>(List.of(new LinkedHashMap<>())));
            put((Map<String, Object>) rows.getFirst(), path.substring(dot + 1), value);
        } else {
            put((Map<String, Object>) facts.computeIfAbsent(step, k -> new LinkedHashMap<String, Object>()), path.substring(dot + 1), value);
        }
    }
}
