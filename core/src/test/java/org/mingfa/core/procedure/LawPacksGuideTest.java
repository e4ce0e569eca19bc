package org.mingfa.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/law-packs.md teaches works as printed. */
class LawPacksGuideTest {

    private static final Pattern BLOCK = Pattern.compile("```yaml\n# law/(\\S+)\n(.*?)```", Pattern.DOTALL);

    private static Map<String, String> guide() {
        Map<String, String> files = new TreeMap<>();
        Matcher block = BLOCK.matcher(LawFolder.read(Path.of("..", "docs", "law-packs.md")));
        while (block.find()) {
            files.put(block.group(1), block.group(2));
        }
        return files;
    }

    private static Examples.Report check(Map<String, String> added) {
        Map<String, String> texts = new TreeMap<>();
        texts.putAll(LawFolder.texts(LawFolder.LAW));
        // Packs name one another, and the kinds of lists: all of them, but the examples of none.
        texts.entrySet().removeIf(f -> !f.getKey().equals("roles.yaml") && !f.getKey().startsWith("lists/")
                && (!f.getKey().startsWith("national/") || f.getValue().lines().anyMatch(l -> l.startsWith("examples-of:"))));
        texts.putAll(added);
        Laws laws = Laws.load(texts);
        assertThat(laws.problems()).isEmpty();
        return Examples.run(laws, LawFolder.calendar());
    }

    @Test
    void theWorkedExamplePasses() {
        Examples.Report report = check(guide());
        assertThat(report.failures()).isEmpty();
        assertThat(report.run()).isEqualTo(3);
        assertThat(report.uncovered()).noneMatch(p -> p.toString().contains("recorded-or-reason"));
    }

    @Test
    void withoutTheExceptionItsExampleFails() {
        Map<String, String> stricter = new TreeMap<>(guide());
        stricter.replaceAll((file, text) -> text.replace(" || has(act.notRecordedReason)", ""));
        assertThat(check(stricter).failures()).hasSize(1);
    }

    @Test
    void withoutAnExampleThatBreaksItTheRuleIsNamed() {
        Map<String, String> untested = new TreeMap<>(guide());
        untested.replaceAll((file, text) -> text.replaceFirst("(?s)  - title: 既没有.*?(?=  - title: 已录音)", ""));
        assertThat(check(untested).uncovered()).anyMatch(p -> p.toString().contains("recorded-or-reason"));
    }
}
