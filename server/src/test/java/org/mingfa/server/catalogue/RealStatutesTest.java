package org.mingfa.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingfa.server.catalogue.ImportedFile.Outcome;
import org.mingfa.server.catalogue.StatuteImport.Source;
import org.mingfa.server.catalogue.reading.StatuteHead;
import org.mingfa.server.catalogue.reading.Unreadable;
import org.mingfa.server.support.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A real library of 186 texts that nobody here wrote: 生态环境法典 repeals ten laws on 2026-08-15. */
@ServerTest
class RealStatutesTest {

    private static final Path FOLDER = Path.of("../../shared/data/statutes/json");
    private static final LocalDate EVE = LocalDate.of(2026, 8, 14);
    private static final LocalDate DAY = LocalDate.of(2026, 8, 15);

    @Autowired StatuteImport imports;
    @Autowired Statutes statutes;
    @Autowired Citations citations;
    @Autowired TouchedReports reports;

    @Test
    void takesInTheWholeLibraryAndJudgesEachDayByItsText() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "../shared/data/statutes is not there");
        List<ImportedFile> files = take();
        Files.write(Path.of("target/statutes.txt"), files.stream().map(ImportedFile::toString).toList());
        List<ImportedFile> refused = files.stream().filter(f -> f.outcome() == Outcome.REFUSED).toList();
        assertThat(files).hasSizeGreaterThan(180);
        assertThat(refused).as("only texts that name no day at all").hasSizeLessThan(5).allSatisfy(f ->
                assertThat(f.problems()).extracting(Unreadable.Fault::what).containsExactly("不知道从哪一天起施行"));
        assertThat(take()).as("a second time changes nothing").allSatisfy(f -> assertThat(f.outcome()).isNotEqualTo(Outcome.NEW));
        for (String law : List.of("环境保护法", "环境影响评价法", "大气污染防治法", "水污染防治法", "土壤污染防治法", "固体废物污染环境防治法",
                "噪声污染防治法", "海洋环境保护法", "放射性污染防治法", "清洁生产促进法")) {
            assertThat(statutes.standing(law, DAY).inForce()).as(law).isNull();
            assertThat(statutes.standing(law, DAY).repealed()).as(law).isNotNull().extracting("title").isEqualTo("中华人民共和国生态环境法典");
        }
        assertThat(statutes.standing("环境保护法", EVE).inForce()).isNotNull();
        assertThat(statutes.standing("生态环境法典", EVE).inForce()).isNull();
        assertThat(statutes.standing("生态环境法典", DAY).inForce()).isNotNull();
        eachOfTwoVersionsHasItsTime();
        theCodeReportsWhatItRepeals();
    }

    private void theCodeReportsWhatItRepeals() {
        Touched report = reports.of(statutes.standing("生态环境法典", DAY).inForce().id());
        assertThat(report.repeals()).hasSize(10).allSatisfy(r -> assertThat(r.from()).isEqualTo(DAY));
        Cited old = citations.look("大气污染防治法 第九十九条", EVE);
        assertThat(old.repealed().by()).isEqualTo("中华人民共和国生态环境法典");
        assertThat(old.today().presumed()).isTrue();
        assertThat(old.today().text()).contains("超过污染物排放标准");
    }

    private void eachOfTwoVersionsHasItsTime() {
        for (Map.Entry<String, String> e : Map.of("食品安全法", "2025-12-01", "反不正当竞争法", "2025-10-15", "治安管理处罚法", "2026-01-01",
                "矿产资源法", "2025-07-01", "行政复议法实施条例", "2026-07-01").entrySet()) {
            LocalDate turn = LocalDate.parse(e.getValue());
            assertThat(statutes.standing(e.getKey(), turn.minusDays(1)).inForce().until()).as(e.getKey()).isEqualTo(turn);
            assertThat(statutes.standing(e.getKey(), turn).inForce().inForceFrom()).isEqualTo(turn);
        }
        assertThat(citations.look("大气污染防治法 第九十九条", EVE).text()).contains("未依法取得排污许可证");
        assertThat(citations.look("大气污染防治法 第九十九条", DAY).held()).isFalse();
    }

    private List<ImportedFile> take() throws IOException {
        try (var list = Files.list(FOLDER)) {
            List<Path> paths = list.sorted().toList();
            return imports.take(() -> paths.stream().map(RealStatutesTest::source).iterator(), StatuteHead.NONE, false, 0).files();
        }
    }

    private static Source source(Path path) {
        try {
            return new Source(path.getFileName().toString(), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
