package org.mingfa.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingfa.server.sheet.SheetOut;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Rows of a list from Excel and CSV: told by row and column what does not fit, nothing taken over by half. */
@ServerTest
@Import(TestCity.class)
class ListImportTest {

    private static final String HEADER = "序号,清单类型,违法行为,适用事项编码,依据,适用条件\n";
    private static final String GOOD = HEADER + "1,首违不罚,未公示,SC-001,行政处罚法 第三十三条,首次违法\n2,从轻,未备案,SC-002；SC-003,行政处罚法 第三十二条,主动改正\n";

    @LocalServerPort int port;
    @Autowired TestCity city;
    ListDesk clerk;
    String list;

    @BeforeEach
    void aDraft() {
        clerk = new ListDesk(port, city.person(city.agency(), "officer"));
        list = clerk.begin("leniency");
    }

    @Test
    void aDryRunTellsWhatItWouldReadAndTakesNothing() throws IOException {
        JsonNode report = clerk.brought(list, 1, "轻罚.csv", GOOD, true);
        assertThat(report.path("read").asInt()).isEqualTo(2);
        assertThat(report.path("imported").asInt()).isZero();
        assertThat(clerk.read(list, 1).path("rows").asInt()).isZero();
        assertThat(clerk.brought(list, 1, "轻罚.csv", GOOD, false).path("imported").asInt()).isEqualTo(2);
        JsonNode rows = clerk.rows(list, 1).path("rows");
        assertThat(rows.get(0).path("cells").path("effect").asString()).as("by the words that the kind knows").isEqualTo("不予处罚");
        assertThat(rows.get(1).path("cells").path("items").asString()).isEqualTo("SC-002；SC-003");
        assertThat(clerk.read(list, 1).path("history").get(1).path("note").asString()).isEqualTo("轻罚.csv：2 行");
    }

    @Test
    void withOneFaultNothingIsTakenOver() throws IOException {
        JsonNode report = clerk.brought(list, 1, "a.csv", GOOD + "3,加重,未备案,进货,,首次\n3,不予处罚,未备案,,行政处罚法 第三十三条,首次\n", false);
        assertThat(report.path("imported").asInt()).isZero();
        assertThat(report.path("refused").asInt()).isEqualTo(2);
        assertThat(report.path("faults").valueStream().map(f -> f.path("row").asInt() + " " + f.path("column").asString() + " " + f.path("what").asString()).toList())
                .contains("4 清单类型 应为 不予处罚、减轻处罚、从轻处罚、免予行政强制 之一", "4 适用事项编码 应为事项编码，几个之间用分号隔开", "4 依据 必填", "5 序号 与第 4 行相同");
        assertThat(clerk.read(list, 1).path("rows").asInt()).isZero();
    }

    @Test
    void aColumnIsMappedByHandAndOneThatNobodyAsksForIsNamed() throws IOException {
        String csv = GOOD.replace("违法行为", "行为").replace("适用条件", "适用条件,联系人").replace("首次违法", "首次违法,甲").replace("主动改正", "主动改正,乙");
        JsonNode dry = clerk.brought(list, 1, "a.csv", csv, true);
        assertThat(dry.path("missing").toString()).isEqualTo("[\"违法行为\"]");
        assertThat(dry.path("mapping").valueStream().filter(m -> m.path("column").isNull()).map(m -> m.path("header").asString()).toList()).containsExactly("行为", "联系人");
        String mapping = "&mapping=" + java.net.URLEncoder.encode("{\"行为\":\"violation\"}", StandardCharsets.UTF_8);
        assertThat(ListDesk.done(clerk.bring(list, 1, "a.csv", csv.getBytes(StandardCharsets.UTF_8), false, mapping), 200).path("imported").asInt()).isEqualTo(2);
        String twice = "&mapping=" + java.net.URLEncoder.encode("{\"行为\":\"violation\",\"联系人\":\"violation\"}", StandardCharsets.UTF_8);
        Browser.Answer refused = clerk.bring(list, 1, "a.csv", csv.getBytes(StandardCharsets.UTF_8), true, twice);
        assertThat(refused.status() + refused.body()).startsWith("422").contains("两列都对应到");
        Browser.Answer unread = clerk.bring(list, 1, "a.csv", csv.getBytes(StandardCharsets.UTF_8), true, "&mapping=x");
        assertThat(unread.status() + unread.body()).startsWith("422").contains("对照");
    }

    @Test
    void aRowOfTheSameKeyIsOverwrittenOrAllAreReplaced() throws IOException {
        clerk.brought(list, 1, "a.csv", GOOD, false);
        clerk.brought(list, 1, "b.csv", HEADER + "2,减轻,未备案,,行政处罚法 第三十二条,主动改正\n3,不予处罚,甲,,行政处罚法 第三十三条,首次\n", false);
        assertThat(clerk.rows(list, 1).path("rows").valueStream().map(r -> r.path("key").asString()).toList()).containsExactlyInAnyOrder("1", "2", "3");
        ListDesk.done(clerk.bring(list, 1, "c.csv", (HEADER + "9,不予处罚,乙,,行政处罚法 第三十三条,首次\n").getBytes(StandardCharsets.UTF_8), false, "&replaces=true"), 200);
        assertThat(clerk.read(list, 1).path("rows").asInt()).isEqualTo(1);
    }

    @Test
    void theFilledInTemplateAndAnExportAreReadBack() throws IOException {
        clerk.brought(list, 1, "a.csv", GOOD, false);
        byte[] export = bytes(ListDesk.at(list, 1) + "/export");
        assertThat(ListDesk.done(clerk.bring(list, 1, "export.xlsx", export, false, "&replaces=true"), 200).path("imported").asInt()).isEqualTo(2);
        byte[] template = bytes("/api/lists/kinds/leniency/template");
        JsonNode empty = ListDesk.done(clerk.bring(list, 1, "模板.xlsx", template, false, ""), 200);
        assertThat(empty.path("rows").asInt()).isZero();
        assertThat(empty.path("missing").toString()).isEqualTo("[]");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetOut.xlsx("表", List.of("序号*", "清单类型*", "违法行为*", "依据*", "适用条件*"), Stream.of(List.of("7", "减轻", "甲", "行政处罚法 第三十二条", "一")), out);
        assertThat(ListDesk.done(clerk.bring(list, 1, "b.xlsx", out.toByteArray(), false, ""), 200).path("imported").asInt()).isEqualTo(1);
    }

    private byte[] bytes(String path) {
        HttpResponse<byte[]> answer = clerk.browser.bytes(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void aFileThatIsNoTableIsRefusedWithTheReason() {
        Browser.Answer answer = clerk.bring(list, 1, "清单.xlsm", new byte[] {1, 2, 3}, true, "");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("mend").asString()).contains(".xlsx");
        assertThat(clerk.bring(list, 1, "清单.xlsx", new byte[] {1, 2, 3}, true, "").status()).isEqualTo(422);
        assertThat(clerk.bring(list, 1, "清单.csv", new byte[0], true, "").body()).contains("空的");
        assertThat(clerk.bring(list, 1, "清单.csv", "序号,序号\n1,2\n".getBytes(StandardCharsets.UTF_8), true, "").body()).contains("出现两次");
    }

    @Test
    void whatIsNotADraftTakesNoImport() throws IOException {
        clerk.brought(list, 1, "a.csv", GOOD, false);
        clerk.step(list, 1, "submit", Map.of());
        Browser.Answer answer = clerk.bring(list, 1, "a.csv", GOOD.getBytes(StandardCharsets.UTF_8), false, "");
        assertThat(answer.status() + answer.body()).startsWith("409").contains("待审核");
    }

    @ParameterizedTest
    @CsvSource({
        // file, kind, rows, read, first fault (row, column), header taken for the number by hand
        "no_penalty_list.csv,                  leniency,         60, 40, 42 序号,",
        "no_penalty_list.csv,                  leniency,         60, 60, ,         row_id",
        "random_inspection_items_zhejiang.csv, randomInspection, 79, 77, 51 抽查依据,",
        "township_delegated_items_longhua.csv, delegation,       57, 57, ,",
        "township_adjustment_zhongyang.csv,    delegationChange,  9,  8, 10 调整,",
        "audio_video_record_items.csv,         recording,        48, 47, 15 执法类别,",
        "power_list_rows.csv,                  items,            15, 13, 2 执法类别,",
        "legal_review_catalog_template.csv,    review,           12, 11, 12 执法类别,",
    })
    void aRealListIsReadOrReportedRowByRow(String file, String kind, int rows, int read, String fault, String number) throws IOException {
        Path path = Path.of("..", "..", "shared", "data", "lists", file);
        Assumptions.assumeTrue(Files.exists(path), path + " is not there: a real list is not tried");
        String id = kind.equals("leniency") ? list : clerk.begin(kind);
        String mapping = number == null ? "" : "&mapping=" + java.net.URLEncoder.encode("{\"" + number + "\":\"number\"}", StandardCharsets.UTF_8);
        JsonNode report = ListDesk.done(clerk.bring(id, 1, file, Files.readAllBytes(path), true, mapping), 200);
        System.out.println(file + ": rows " + report.path("rows").asInt() + ", read " + report.path("read").asInt() + ", reported " + report.path("refused").asInt());
        assertThat(report.path("rows").asInt()).isEqualTo(rows);
        assertThat(report.path("read").asInt()).isEqualTo(read);
        assertThat(report.path("refused").asInt()).isEqualTo(rows - read);
        assertThat(report.path("missing").toString()).isEqualTo("[]");
        JsonNode first = report.path("faults").path(0);
        assertThat(first.isMissingNode() ? null : first.path("row").asInt() + " " + first.path("column").asString()).isEqualTo(fault);
    }
}
