package org.mingfa.server.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The list of statutory documents of the survey (law.md 7.2): each is made by a template or left out with the reason. */
class FormsListTest {
    private static final Path SURVEY = Path.of("..", "..", "shared", "domain", "law.md");
    private static final Pattern NOTES = Pattern.compile(
            "\\*\\*|\\[[A-Z][^]]*]|Content known.*|4-7 forms for.*?\\)|^(From the|Rest|Add|1-20|MOJ)[^:]*:", Pattern.MULTILINE);
    private static final Pattern NUMBER = Pattern.compile("^\\s*\\d+\\s+");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private final Rendering rendering = new Rendering(List.of());

    @Test
    void everyStatutoryFormIsMadeOrLeftOutWithTheReason() throws IOException {
        Set<String> listed = listed();
        assertThat(listed).hasSizeGreaterThan(180);
        Set<String> spoken = new HashSet<>(titles());
        spoken.addAll(madeAs().keySet());
        spoken.addAll(leftOut());
        assertThat(listed).allMatch(spoken::contains);
    }

    @Test
    void nothingIsSaidOfAFormThatIsNotListedOrIsMade() throws IOException {
        Set<String> listed = listed();
        assertThat(madeAs().keySet()).isSubsetOf(listed);
        assertThat(leftOut()).isSubsetOf(listed).doesNotContainAnyElementsOf(titles()).doesNotContainAnyElementsOf(madeAs().keySet());
    }

    @Test
    void whatIsMadeUnderAnotherTitleHasThatTemplateAndWhatIsLeftOutAReason() {
        madeAs().forEach((form, made) -> assertThat(titles()).as(form).containsAll(made));
        assertThat(rows()).allSatisfy(row -> assertThat(String.valueOf(row.get("reason"))).hasSizeGreaterThan(8));
    }

    private Set<String> titles() {
        Set<String> titles = new HashSet<>();
        rendering.templates().forEach(t -> {
            titles.add(t.title());
            titles.addAll(t.aliases());
        });
        return titles;
    }

    private static Set<String> listed() throws IOException {
        assumeTrue(Files.exists(SURVEY), "no survey of the law at " + SURVEY);
        String text = Files.readString(SURVEY);
        String part = text.substring(text.indexOf("### 7.2 "), text.indexOf("### 7.3 "));
        Set<String> names = new LinkedHashSet<>();
        part.lines().filter(l -> !l.startsWith("#")).map(l -> NOTES.matcher(l).replaceAll(""))
                .flatMap(l -> List.of(l.split("[;；:。.]")).stream())
                .map(n -> NUMBER.matcher(n.strip()).replaceFirst("").strip()).filter(n -> CHINESE.matcher(n).find()).forEach(names::add);
        return names;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<String>> madeAs() {
        return (Map<String, List<String>>) read().get("made-as");
    }

    private static List<String> leftOut() {
        List<String> forms = new ArrayList<>();
        rows().forEach(row -> ((List<?>) row.get("forms")).forEach(f -> forms.add(f.toString())));
        assertThat(forms).doesNotHaveDuplicates();
        return forms;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows() {
        return (List<Map<String, Object>>) read().get("left-out");
    }

    private static Map<String, Object> read() {
        try (InputStream in = FormsListTest.class.getResourceAsStream("/documents/_forms.yaml")) {
            return new Yaml().load(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
