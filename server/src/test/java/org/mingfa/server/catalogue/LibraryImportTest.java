package org.mingfa.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Texts of law come into the library whole or not at all, and the report says what became of each file. */
@ServerTest
@Import(TestCity.class)
class LibraryImportTest {

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    LibraryDesk desk;

    @BeforeEach
    void anAdministratorSignsIn() {
        desk = new LibraryDesk(Browser.of(port, city.person(city.agency(), "system-admin")));
    }

    @Test
    void takesInALawAndTheSameLawASecondTimeChangesNothing() {
        String name = LibraryDesk.name("一次");
        String version = desk.taken(LibraryDesk.law(name, "2020-01-01", "第一条", "为了试验，制定本条例。", "第二条", "本条例自公布之日起施行。"));
        JsonNode again = desk.bring(LibraryDesk.law(name, "2020-01-01", "第一条", "为了试验，　制定本条例。", "第二条", "本条例自公布之日起施行。")).json();
        assertThat(again.at("/files/0/outcome").asString()).isEqualTo("SAME");
        assertThat(again.at("/files/0/version").asString()).isEqualTo(version);
        assertThat(desk.get("/api/law/versions/" + version).at("/versions")).hasSize(1);
        assertThat(desk.get("/api/law/imports/" + again.at("/id").asString())).isEqualTo(again);
    }

    @Test
    void anEditionWithAnotherDayInForceIsAFurtherVersionAndEndsTheFormer() {
        String name = LibraryDesk.name("二版");
        String former = desk.taken(LibraryDesk.law(name, "2018-01-01", "第一条", "旧文。"));
        desk.taken(LibraryDesk.law(name, "2021-07-15", "第一条", "新文。"));
        JsonNode seen = desk.get("/api/law/versions/" + former);
        assertThat(seen.at("/version/until").asString()).isEqualTo("2021-07-15");
        assertThat(seen.at("/versions")).hasSize(2);
    }

    @Test
    void aDifferentTextForTheSameDayIsRefusedUnlessItIsSaidToCorrectTheOneThatIsThere() throws IOException {
        String name = LibraryDesk.name("更正");
        desk.taken(LibraryDesk.law(name, "2018-01-01", "第一条", "误文。"));
        String other = name + "\n施行日期：2018-01-01\n第一条　正文。";
        JsonNode refused = desk.send(Map.of(), "a.txt", other.getBytes(StandardCharsets.UTF_8)).json().at("/files/0");
        assertThat(refused.at("/outcome").asString()).isEqualTo("REFUSED");
        assertThat(refused.at("/problems/0/mend").asString()).contains("更正已有文本");
        assertThat(desk.cite(name + " 第一条", "2019-01-01").at("/text").asString()).isEqualTo("误文。");
        JsonNode taken = desk.send(Map.of("corrects", "true"), "a.txt", other.getBytes(StandardCharsets.UTF_8)).json().at("/files/0");
        assertThat(taken.at("/outcome").asString()).isEqualTo("NEW");
        assertThat(desk.cite(name + " 第一条", "2019-01-01").at("/text").asString()).isEqualTo("正文。");
    }

    @Test
    void readsPlainTextWithChaptersAndQuotedArticlesInUtf8AndGb18030() {
        String name = LibraryDesk.name("文本");
        String text = """
                %s
                （2019年3月1日某市人民代表大会常务委员会通过）
                制定机关：某市人民代表大会常务委员会
                目　录
                第一章　总则

                第一章　总则
                第一条　为了试验，制定本条例。
                第二条　下列事项依照其规定：
                （一）第一项；
                第一条 所引的另一部法规的条文。
                第二章　附则
                第三条　本条例自2019年5月1日起施行。《%s暂行办法》同时废止。
                """.formatted(name, name);
        JsonNode row = desk.send(Map.of(), "条例.txt", text.getBytes(Charset.forName("GB18030"))).json().at("/files/0");
        assertThat(row.at("/outcome").asString()).as(row.toString()).isEqualTo("NEW");
        assertThat(row.at("/remarks").toString()).contains("公布日期按题注读作 2019-03-01", "读作 2019-05-01", "2019-05-01 起废止《" + name + "暂行办法》");
        JsonNode version = desk.get("/api/law/versions/" + row.at("/version").asString());
        assertThat(version.at("/version/adoptedOn").asString()).isEqualTo("2019-03-01");
        assertThat(version.at("/version/inForceFrom").asString()).isEqualTo("2019-05-01");
        assertThat(version.at("/version/issuer").asString()).isEqualTo("某市人民代表大会常务委员会");
        assertThat(version.at("/contents/1/heading").asString()).isEqualTo("第二章 附则");
        JsonNode second = desk.get("/api/law/versions/" + row.at("/version").asString() + "/articles").at("/items/1");
        assertThat(second.at("/text").asString()).isEqualTo("下列事项依照其规定：\n（一）第一项；\n第一条 所引的另一部法规的条文。");
        JsonNode same = desk.send(Map.of(), "条例.txt", text.getBytes(StandardCharsets.UTF_8)).json().at("/files/0");
        assertThat(same.at("/outcome").asString()).isEqualTo("SAME");
    }

    @Test
    void readsAWordFileAndTheFormGoesBeforeWhatTheFileSays() throws IOException {
        String name = LibraryDesk.name("文档");
        JsonNode row = desk.send(Map.of("title", name, "inForceFrom", "2020-05-01", "adoptedOn", "2020-04-01", "repeals", name + "（旧）、" + name + "细则"),
                "条例.docx", word("另一个名称", "施行日期：2019-01-01", "第一条　为了试验，", "制定本条例。", "第二条　附则。")).json().at("/files/0");
        assertThat(row.at("/outcome").asString()).as(row.toString()).isEqualTo("NEW");
        JsonNode version = desk.get("/api/law/versions/" + row.at("/version").asString());
        assertThat(version.at("/version/title").asString()).isEqualTo(name);
        assertThat(version.at("/version/inForceFrom").asString()).isEqualTo("2020-05-01");
        assertThat(version.at("/repeals")).hasSize(2);
        assertThat(desk.cite(name + " 第一条", "2020-05-01").at("/text").asString()).isEqualTo("为了试验，\n制定本条例。");
    }

    @Test
    void refusesWhatItCannotReadAndSaysWhatWhereAndHowToMendIt() throws IOException {
        refused("空.txt", new byte[0], "空的", "");
        refused("旧.doc", new byte[] {1}, ".doc", "另存为 .docx");
        refused("表.xlsx", new byte[] {1}, "不能读取这类文件", ".docx");
        refused("坏.json", "{\"law\": \"甲法\",\n oops".getBytes(StandardCharsets.UTF_8), "不是完整的 JSON", "");
        refused("坏.docx", "不是压缩包".getBytes(StandardCharsets.UTF_8), "不是 Word 文件", "另存");
        refused("无条文.txt", "某某条例\n没有条文".getBytes(StandardCharsets.UTF_8), "没有读到条文", "第X条");
        refused("缺条.txt", "某某条例\n施行日期：2020-01-01\n第一条　甲。\n第三条　丙。".getBytes(StandardCharsets.UTF_8), "第一条之后应当是下一条，却是第三条", "补上");
        refused("无日期.txt", "某某条例\n第一条　甲。".getBytes(StandardCharsets.UTF_8), "从哪一天起施行", "施行日期：");
        refused("错日期.txt", "某某条例\n施行日期：明年\n第一条　甲。".getBytes(StandardCharsets.UTF_8), "“明年”不是日期", "2026-08-15");
        refused("大.txt", new byte[20 * 1024 * 1024 + 1], "超过 20 MB", "");
        refused("炸弹.docx", bomb(), "解压后的内容过大", "附件");
        assertThat(jdbc.sql("select count(*) from statute where name = '某某条例'").query(Long.class).single()).isZero();
    }

    @Test
    void oneBadFileKeepsNothingOfItselfAndDoesNotKeepOutTheOthers() {
        String name = LibraryDesk.name("半途");
        Map<String, Object> twice = LibraryDesk.law(name, "2020-01-01", "第一条", "甲。", "第二条", "乙。", "第一条", "丙。");
        JsonNode row = desk.bring(twice).json().at("/files/0");
        assertThat(row.at("/problems/0/what").asString()).isEqualTo("条号重复");
        assertThat(row.at("/problems/0/where").asString()).isEqualTo("第一条");
        assertThat(jdbc.sql("select count(*) from statute where name = ?").param(name).query(Long.class).single()).isZero();
        desk.taken(LibraryDesk.law(name, "2020-01-01", "第一条", "甲。"));
    }

    @Test
    void onlyWhoKeepsTheLibraryMayImport() {
        LibraryDesk officer = new LibraryDesk(Browser.of(port, city.person(city.agency(), "officer")));
        assertThat(officer.bring(LibraryDesk.law("甲", "2020-01-01", "第一条", "甲。")).status()).isEqualTo(403);
        assertThat(officer.browser.get("/api/law/statutes").status()).isEqualTo(200);
    }

    private void refused(String file, byte[] content, String what, String mend) {
        JsonNode row = desk.send(Map.of(), file, content).json().at("/files/0");
        assertThat(row.at("/outcome").asString()).as(file).isEqualTo("REFUSED");
        assertThat(row.at("/problems/0/what").asString()).contains(what);
        assertThat(row.at("/problems/0/mend").asString()).contains(mend).isNotBlank();
    }

    private static byte[] word(String... paragraphs) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var word = new XWPFDocument()) {
            List.of(paragraphs).forEach(p -> word.createParagraph().createRun().setText(p));
            word.write(out);
        }
        return out.toByteArray();
    }

    /** A hundred megabytes of blanks in a hundred kilobytes. */
    private static byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/media/image1.png"));
            for (int i = 0; i < 100; i++) {
                zip.write(new byte[1024 * 1024]);
            }
            zip.putNextEntry(new ZipEntry("word/document.xml"));
        }
        return out.toByteArray();
    }
}
