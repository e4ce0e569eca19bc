package org.mingfa.server.catalogue.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingfa.server.catalogue.reading.StatuteText.ArticleText;

/** Statutes come with headings as their publishers type them: each article is found, or the place is named where one is missing. */
class PlainStatuteTest {

    private static final StatuteHead NONE = new StatuteHead(null, null, null, null, null, null, LocalDate.of(2026, 1, 1), null, null, null, null);

    private static StatuteText read(String... lines) {
        return StatuteReader.read("某条例.txt", String.join("\n", lines).getBytes(StandardCharsets.UTF_8), NONE);
    }

    private static List<String> numbers(StatuteText text) {
        return text.articles().stream().map(ArticleText::no).map(ArticleNo::text).toList();
    }

    @Test
    void numbersAreFoundHoweverTheyAreTyped() {
        StatuteText text = read("某条例", "第 一 条　为了规范。", "第2条 国家机关。", "第３条： 有关部门。", "\ufeff第三条之一 另行规定。", "第四条\t应当。");
        assertThat(numbers(text)).containsExactly("第一条", "第二条", "第三条", "第三条之一", "第四条");
        assertThat(text.articles().get(2).text()).isEqualTo("有关部门。");
    }

    @Test
    void numbersBeyondAHundredAreReadDigitByDigitToo() {
        String[] lines = new String[121];
        lines[0] = "某条例";
        for (int n = 1; n <= 120; n++) {
            lines[n] = (n <= 100 ? ArticleNo.loose("第" + n + "条").orElseThrow().text() : "第" + String.valueOf(n).replace('0', '〇').replace('1', '一').replace('2', '二')
                    .replace('3', '三').replace('4', '四').replace('5', '五').replace('6', '六').replace('7', '七').replace('8', '八').replace('9', '九') + "条") + " 正文" + n;
        }
        List<ArticleText> articles = read(lines).articles();
        assertThat(articles).hasSize(120);
        assertThat(articles.get(100).no().text()).isEqualTo("第一百零一条");
        assertThat(articles.get(109).no().text()).isEqualTo("第一百一十条");
        assertThat(articles.get(119).text()).isEqualTo("正文120");
        for (int n = 1; n < 9_999; n++) {
            String printed = ArticleNo.loose("第" + n + "条").orElseThrow().text();
            assertThat(ArticleNo.parse(printed).orElseThrow().n()).as(printed).isEqualTo(n);
        }
    }

    @Test
    void whereNothingSetsNumbersOffTheyAreFoundByTheirOrder() {
        StatuteText text = read("某条例", "第一条为了规范行政执法，制定本条例。", "第二条中华人民共和国境内适用本条例。", "违反下列规定的：", "第一条规定的行为；", "第三条、第四条规定的行为。", "第三条本条例自公布之日起施行。");
        assertThat(numbers(text)).containsExactly("第一条", "第二条", "第三条");
        assertThat(text.articles().get(1).text()).contains("第三条、第四条规定的行为。");
        assertThat(text.remarks()).anyMatch(r -> r.contains("没有空格"));
    }

    @Test
    void aNumberOfBeforeIsToldAndAGapIsNamed() {
        StatuteText text = read("某条例", "第一条 为了规范。", "第二条 修改如下：", "第一条 原文。");
        assertThat(text.articles()).hasSize(2);
        assertThat(text.remarks()).anyMatch(r -> r.startsWith("第 4 行以第一条开头"));
        assertThatThrownBy(() -> read("某条例", "第一条 甲。", "第3条 乙。")).isInstanceOf(Unreadable.class).hasMessageContaining("应当是下一条，却是第三条");
    }
}
