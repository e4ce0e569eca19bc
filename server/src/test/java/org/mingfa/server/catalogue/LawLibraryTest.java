package org.mingfa.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LawLibraryTest {

    @TempDir
    Path folder;

    @Test
    void findsTheArticleInTheVersionOfTheDay() throws IOException {
        write("old", "2018-01-01", "现行有效", "旧文");
        write("new", "2021-07-15", "现行有效", "新文");
        LawLibrary library = LawLibrary.open(folder);
        assertThat(text(library, "试行法 第六十条", LocalDate.of(2021, 7, 14))).isEqualTo("旧文");
        assertThat(text(library, "中华人民共和国试行法 第六十条第二款", LocalDate.of(2021, 7, 15))).isEqualTo("新文");
        assertThat(text(library, "《试行法》第六十条", LocalDate.of(2017, 1, 1))).isEmpty();
        assertThat(text(library, "试行法 第六十一条", LocalDate.of(2022, 1, 1))).isEmpty();
    }

    @Test
    void aNamedEditionIsFoundWhateverTheDayAndNoOtherInItsPlace() throws IOException {
        write("old", "2018-01-01", "现行有效", "旧文");
        write("new", "2021-07-15", "现行有效", "新文");
        LawLibrary library = LawLibrary.open(folder);
        assertThat(text(library, "试行法（2018年修正） 第六十条", LocalDate.of(2026, 1, 1))).isEqualTo("旧文");
        assertThat(text(library, "《试行法（2021年修订）》第六十条", LocalDate.of(2019, 1, 1))).isEqualTo("新文");
        assertThat(text(library, "试行法（2017年修正） 第六十条", LocalDate.of(2019, 1, 1))).isEmpty();
    }

    @Test
    void findsNothingOnceALawIsRepealed() throws IOException {
        write("gone", "2018-01-01", "2026-08-15 起废止", "旧文");
        LawLibrary library = LawLibrary.open(folder);
        assertThat(text(library, "试行法 第六十条", LocalDate.of(2026, 8, 14))).isEqualTo("旧文");
        assertThat(text(library, "试行法 第六十条", LocalDate.of(2026, 8, 15))).isEmpty();
    }

    @Test
    void takesACitationApart() {
        assertThat(Citation.parse("行政处罚法 第六十条 第一款 第一项")).contains(new Citation("行政处罚法", "第六十条", "第一款 第一项", 0));
        assertThat(Citation.parse("生态环境法典 第一千零九十五条")).contains(new Citation("生态环境法典", "第一千零九十五条", "", 0));
        assertThat(Citation.parse("刑法 第一百三十三条之一")).contains(new Citation("刑法", "第一百三十三条之一", "", 0));
        assertThat(Citation.parse("《食品安全法（2021年修正）》第三十四条")).contains(new Citation("食品安全法", "第三十四条", "", 2021));
        assertThat(Citation.parse("国办发〔2018〕118号 （六）")).isEmpty();
    }

    private static String text(LawLibrary library, String ref, LocalDate on) {
        return library.find(Citation.parse(ref).orElseThrow(), on).map(Article::text).orElse("");
    }

    private void write(String name, String from, String status, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".json"), """
                {"law": "中华人民共和国试行法", "short": "试行法", "version_date": "%1$s", "effective_date": "%1$s", "status": "%2$s",
                 "articles": [{"no": "第六十条", "text": "%3$s"}]}""".formatted(from, status, text));
    }
}
