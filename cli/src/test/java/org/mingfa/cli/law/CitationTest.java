package org.mingfa.cli.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingfa.cli.RealData;

class CitationTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void twoVersionsOfALaw() throws IOException {
        Files.writeString(folder.resolve("甲法-2010-01-01.json"), """
                {"law": "中华人民共和国甲法", "short": "甲法", "version_date": "2010-01-01", "articles": [{"no": "第一条", "text": "旧。"}, {"no": "第九条", "text": "只在旧法。"}]}""");
        Files.writeString(folder.resolve("甲法-2025-01-01.json"), """
                {"law": "中华人民共和国甲法", "short": "甲法", "version_date": "2025-01-01", "articles": [
                  {"no": "第一条", "text": "有下列情形之一的：\\n（一）其一；\\n（二）其二。\\n另一款。"}, {"no": "第二条之一", "text": "插入。"}]}""");
        Files.writeString(folder.resolve("index.json"), "[{\"file\": \"new.json\"}]");
    }

    @Test
    void readsReferences() {
        assertThat(Citation.all("甲法 第七十二条 第一款 第十一项；《乙条例》 第二百零四条之二；国办发〔2018〕118号 （六）")).containsExactly(
                new Citation("甲法 第七十二条 第一款 第十一项", "甲法", "第七十二条", 1, 11, 0),
                new Citation("《乙条例》 第二百零四条之二", "乙条例", "第二百零四条之二", 0, 0, 0),
                new Citation("国办发〔2018〕118号 （六）", "国办发〔2018〕118号", null, 0, 0, 0));
        assertThat(Citation.number("二十")).isEqualTo(20);
        assertThat(Citation.number("二十三")).isEqualTo(23);
    }

    @ParameterizedTest
    @CsvSource({"甲法 第一条", "中华人民共和国甲法 第一条", "《甲法》 第一条 第二款", "甲法 第一条 第一款 第二项", "甲法 第一条 第二项", "甲法 第二条之一", "甲法 第九条", "甲法（2010年修正） 第九条", "《甲法（2025年修订）》 第一条 第二款"})
    void resolvesWhatSomeVersionHas(String text) {
        Citation citation = Citation.all(text).getFirst();
        assertThat(Library.load(folder).holds(citation)).isTrue();
        assertThat(Library.load(folder).missing(citation)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "甲法 第三条, 甲法 has no 第三条", "甲法 第一条 第三款, 甲法 第一条 has 2 paragraph(s) 款", "甲法 第一条 第二款 第一项, 甲法 第一条 has 0 item(s) 项 there",
        "甲法 第一条 第三项, 甲法 第一条 has 2 item(s) 项 there", "甲法, names no article of 甲法", "甲法 第1条, names no article of 甲法", "甲法 附则, names no article of 甲法",
        "甲法（2025年修订） 第九条, 甲法 has no 第九条",
    })
    void saysWhatAHeldTextDoesNotHave(String text, String reason) {
        assertThat(Library.load(folder).missing(Citation.all(text).getFirst())).isEqualTo(reason);
    }

    @Test
    void knowsWhatItDoesNotHold() {
        assertThat(Library.load(folder).holds(Citation.all("乙法 第一条").getFirst())).isFalse();
        assertThat(Library.load(folder).holds(Citation.all("甲法（2017年修正） 第一条").getFirst())).as("no other edition in its place").isFalse();
        assertThatThrownBy(() -> Library.load(folder.resolve("nowhere"))).hasMessageContaining("no such folder");
    }

    @Test
    void namesABrokenFile() throws IOException {
        Files.writeString(folder.resolve("x.json"), "{");
        assertThatThrownBy(() -> Library.load(folder)).hasMessageContaining("x.json: not JSON at character 1");
    }

    @ParameterizedTest
    @CsvSource({"行政处罚法 第六十条", "行政处罚法 第七十二条 第一款 第一项", "行政处罚法 第八十六条", "行政强制法 第二十五条 第三款", "行政许可法 第八十二条"})
    void resolvesInTheRealLibrary(String text) {
        Library library = Library.load(RealData.file("statutes"));
        assertThat(library.missing(Citation.all(text).getFirst())).isNull();
        assertThat(library.missing(Citation.all("行政处罚法 第八十七条").getFirst())).isEqualTo("行政处罚法 has no 第八十七条");
    }
}
