package org.mingfa.server.jurist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mingfa.core.procedure.Laws;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.jurist.words.Sentence;

class PackTextTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    /** A Latin letter, a parameter's $, or an operator of a condition. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{2,}|\\$|==|&&|\\|\\||\\bnull\\b");
    private static final Pattern BROKEN = Pattern.compile("。.|，，|，。|「」|“”|《》，|^，|；。");
    private static final Laws LAWS = read(Path.of("../law"));

    private static Laws read(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path p : found.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                texts.put(folder.relativize(p).toString(), Files.readString(p));
            }
            return Laws.known(texts);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Every procedure alone, and as every field and region of the packs has it. */
    private static List<Procedure> all() {
        List<String[]> places = List.of(new String[] {"市场监管", "371100"}, new String[] {"生态环境", "140800"},
                new String[] {"交通运输", "410100"}, new String[] {"市场监管", "140400"}, new String[] {"", "440300"}, new String[] {"", "460100"});
        return Stream.concat(LAWS.procedures().stream(), places.stream().flatMap(w -> LAWS.codes().stream().map(c -> inForce(c, w[0], w[1])))
                .filter(Objects::nonNull)).toList();
    }

    private static Procedure inForce(String code, String field, String region) {
        try {
            return LAWS.procedure(code, field, region, DAY);
        } catch (IllegalArgumentException notInForce) {
            return null;
        }
    }

    @Test
    void everyActOfEveryPackIsSaidInSentencesWithoutCode() {
        List<Procedure> all = all();
        assertThat(all).hasSizeGreaterThan(100);
        List<String> faults = new ArrayList<>();
        for (Procedure p : all) {
            PackText text = PackText.of(p);
            assertThat(text.stages().stream().mapToInt(s -> s.acts().size()).sum()).as(p.code()).isEqualTo(p.acts().size());
            text.stages().forEach(s -> s.acts().forEach(a -> {
                assertThat(a.sentences()).as(p.code() + " " + a.code()).isNotEmpty();
                a.sentences().stream().filter(x -> !wellFormed(x)).forEach(x -> faults.add(p.code() + " " + a.code() + ": " + x));
            }));
            text.parameters().stream().filter(v -> CODE.matcher(v.title() + v.value()).find() || v.cite().isBlank() || v.layer().isBlank())
                    .forEach(v -> faults.add(p.code() + ": " + v));
        }
        assertThat(faults.stream().distinct()).as(String.join("\n", faults.stream().distinct().toList())).isEmpty();
    }

    @Test
    void everyConditionOfEveryPackHasWords() {
        List<String> without = new ArrayList<>();
        for (Procedure p : all()) {
            PackText.of(p).stages().forEach(s -> s.acts().forEach(a -> a.sentences().stream()
                    .filter(x -> x.text().contains("所附条件") || x.text().contains("另行计算") || x.kind() == Sentence.Kind.RULE && x.explained() == null)
                    .forEach(x -> without.add(p.code() + " " + a.code() + ": " + x.text() + " <" + x.condition() + ">"))));
        }
        assertThat(without.stream().distinct()).as(String.join("\n", without.stream().distinct().toList())).isEmpty();
    }

    @Test
    void aRuleSaysItsConditionWithTheTitlesOfTheForm() {
        PackText text = PackText.of(Objects.requireNonNull(inForce("penalty-ordinary", "", "")));
        assertThat(explained(text, "hearing-notice")).contains("应当：办理之日与听证日期之间所隔的工作日数不低于“听证通知提前的工作日数”（7）。");
        assertThat(explained(text, "deliberate")).contains("应当：出席的负责人不少于二名。");
        assertThat(sentences(text, "inspect")).contains(
                "办理后，《音像记录事项清单》中有对应办理事项含“现场检查”，且执法类别含“行政处罚”的，应当于二十四小时内「归集音像记录」。");
        assertThat(sentences(text, "terminate")).anySatisfy(s -> assertThat(s).startsWith("办理后，每一名当事人均属于“"));
    }

    private static List<String> explained(PackText text, String act) {
        return text.stages().stream().flatMap(s -> s.acts().stream()).filter(a -> a.code().equals(act))
                .flatMap(a -> a.sentences().stream()).map(Sentence::explained).filter(Objects::nonNull).toList();
    }

    private static boolean clean(String text) {
        return !CODE.matcher(text).find() && !BROKEN.matcher(text).find();
    }

    private static boolean wellFormed(Sentence x) {
        boolean explained = !x.text().contains("所附条件") || x.condition() != null;
        return x.text().endsWith("。") && clean(x.text()) && (x.explained() == null || clean(x.explained())) && !x.cite().isBlank() && explained;
    }

    @Test
    void theOrdinaryProcedureReadsLikeTheLaw() {
        PackText text = PackText.of(Objects.requireNonNull(inForce("penalty-ordinary", "", "")));
        List<String> decide = sentences(text, "decide");
        assertThat(decide).contains(
                "由机关负责人办理，应当载明承办的执法人员，逐一针对当事人，最多一次。",
                "应当先「送达事先告知书」，并待其后五个工作日届满，方可办理；已经「当事人明确放弃陈述、申辩和听证」的，不必等待期限届满。",
                "办理后，应当于七个工作日内「送达决定书」。",
                "属于“应当法制审核”的，应当先「法制审核」，且审核结论为“同意”，方可办理。",
                "制作《行政处罚决定书》。");
        assertThat(text.parameters()).anySatisfy(p -> {
            assertThat(p.title()).isEqualTo("听证标准（公民罚款）");
            assertThat(p.value()).isEqualTo("1万元");
            assertThat(p.verified()).isFalse();
            assertThat(p.note()).contains("较大数额");
        }).anySatisfy(p -> assertThat(p.title() + p.value()).isEqualTo("办案期限九十日"));
    }

    @Test
    void aLayerShowsWhatItSet() {
        PackText text = PackText.of(Objects.requireNonNull(inForce("penalty-ordinary", "市场监管", "371100")));
        assertThat(text.layers()).extracting(PackText.Layer::title).contains("市场监管");
        assertThat(text.parameters()).anySatisfy(p -> {
            assertThat(p.name()).isEqualTo("publish");
            assertThat(p.value()).isEqualTo("二十个工作日");
            assertThat(p.layer()).isEqualTo("市场监管");
        });
    }

    private static List<String> sentences(PackText text, String act) {
        return text.stages().stream().flatMap(s -> s.acts().stream()).filter(a -> a.code().equals(act))
                .flatMap(a -> a.sentences().stream()).map(Sentence::text).toList();
    }
}
