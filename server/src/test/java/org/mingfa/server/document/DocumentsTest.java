package org.mingfa.server.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingfa.server.operation.Practice;

class DocumentsTest {
    private static final Rendering RENDERING = new Rendering(List.of());

    static List<String> templates() {
        return RENDERING.templates().stream().map(DocumentTemplate::title).toList();
    }

    @Test
    void knowsEveryDocumentOfThePenaltyProcedures() {
        assertTrue(templates().containsAll(List.of("立案审批表", "询问笔录", "现场笔录", "证据先行登记保存通知书", "调查终结报告", "法制审核意见书",
                "行政处罚事先告知书", "听证通知书", "行政处罚决定书", "送达回证", "当场行政处罚决定书", "不予行政处罚决定书", "结案审批表", "卷内目录",
                "催告书", "强制执行申请书", "不予立案审批表")));
    }

    @ParameterizedTest
    @CsvSource({
        "facts, 违反法律、法规、规章的事实, 第（二）项", "evidence, 证明违法事实的证据, 第（二）项", "basis, 行政处罚的依据, 第（三）项",
        "kinds, 行政处罚的种类, 第（三）项", "performance, 行政处罚的履行方式和期限, 第（四）项",
        "remedies, 申请行政复议、提起行政诉讼的途径和期限, 第（五）项"
    })
    void refusesADecisionThatLacksWhatArticle59Demands(String field, String title, String item) {
        var refused = assertThrows(MissingContent.class, () -> RENDERING.text("行政处罚决定书", Models.aDecision().without(field).model()));
        assertEquals(List.of(title), refused.missing().stream().map(DocumentTemplate.Missing::title).toList());
        assertTrue(refused.getMessage().contains("行政处罚法 第五十九条第一款" + item), refused.getMessage());
    }

    @Test
    void namesAllMissingItemsAtOnce() {
        var refused = assertThrows(MissingContent.class, () -> RENDERING.text("处罚决定书", Models.aDecision().without("facts").without("evidence").withParty("address", " ").model()));
        assertEquals(List.of("address", "evidence", "facts"), refused.missing().stream().map(DocumentTemplate.Missing::field).sorted().toList());
    }

    @Test
    void asksWhereToPayOnlyIfThereIsAFine() {
        var asked = RENDERING.missing("行政处罚决定书", Models.aDecision().without("collector").model());
        assertEquals(List.of("代收机构和缴款方式"), asked.stream().map(DocumentTemplate.Missing::title).toList());
        assertEquals(List.of(), RENDERING.missing("行政处罚决定书", Models.aDecision().without("collector").withForm("fine", 0L).model()));
    }

    @Test
    void saysCodesInWordsAndIdsByName() {
        var schema = java.util.Map.<String, Object>of("properties", java.util.Map.of(
                "kinds", java.util.Map.of("items", java.util.Map.of("enum", List.of("warning", "fine"), "x-titles", List.of("警告", "罚款"))),
                "host", java.util.Map.of("x-widget", "person"), "fine", java.util.Map.of("format", "money")));
        var words = FormWords.of(schema, java.util.Map.of("kinds", List.of("fine", "other"), "host", "12", "fine", 100L), id -> "李" + id);
        assertEquals(java.util.Map.of("kinds", List.of("罚款", "other"), "host", "李12", "fine", 100L), words);
    }

    @Test
    void statesTheFineInFiguresAndWordsAndHowItIsPaid() {
        String text = plain(RENDERING.text("行政处罚决定书", Models.aDecision().model()));
        assertTrue(text.contains("罚款3,000.00元（人民币叁仟元整）"), text);
        assertTrue(text.contains("十五日内缴纳罚款，代收机构和缴款方式：中国工商银行明川分行"), text);
        assertTrue(text.contains("每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额"), text);
        assertTrue(text.contains("六十日内向明川市人民政府申请行政复议") && text.contains("六个月内依法向明川市城东区人民法院提起行政诉讼"), text);
        assertTrue(text.contains("依法向社会公示") && text.contains("2026年5月12日"), text);
    }

    @Test
    void aPreviewIsMarkedAndAnIssuedTextIsNot() {
        assertTrue(RENDERING.draft("行政处罚决定书", Models.aDecision().without("facts").model()).contains("预览稿，未签发"));
        assertFalse(RENDERING.text("行政处罚决定书", Models.aDecision().model()).contains("预览稿"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTextOfAPracticeCitySaysSoInEveryForm(String title) throws IOException {
        var practice = new Rendering(List.of(), new Practice(true));
        String text = practice.draft(title, Models.aDecision().model());
        assertTrue(plain(text).contains(Practice.SAID) && word(text).contains(Practice.SAID) && practice.plainText(text).contains(Practice.SAID));
        assertFalse(RENDERING.draft(title, Models.aDecision().model()).contains("练习"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTemplatePreviewsFromNothingAndFromEverything(String title) {
        var parsed = plain(RENDERING.draft(title, new DocumentModel(java.util.Map.of())));
        assertTrue(parsed.contains(title));
        assertTrue(plain(RENDERING.draft(title, Models.aDecision().model())).contains("明川市市场监督管理局"));
    }

    @Test
    void escapesWhateverAPartyIsCalled() {
        String evil = "<script>alert(1)</script>&\"'<img src=\"file:///etc/passwd\"/>${7*7}<#include \"/etc/passwd\">";
        String xhtml = RENDERING.text("行政处罚决定书", Models.aDecision().withParty("name", evil).withForm("facts", evil).model());
        assertFalse(xhtml.contains("<script") || xhtml.contains("<img") || xhtml.contains("alert(1)</"), xhtml);
        assertTrue(plain(xhtml).contains(evil), plain(xhtml));
    }

    @Test
    void dropsControlCharactersThatXmlCannotCarry() {
        String xhtml = RENDERING.text("行政处罚决定书", Models.aDecision().withForm("facts", "甲\u0000\u0007乙\u000B丙").model());
        assertTrue(plain(xhtml).contains("甲乙丙") && xhtml.contains("<p>甲乙</p><p>丙</p>"), xhtml);
    }

    @Test
    void saysWhichTemplateIsUnknown() {
        assertTrue(assertThrows(UnknownTemplate.class, () -> RENDERING.template("罚单")).getMessage().contains("罚单"));
    }

    @Test
    void withoutFontsThePdfIsRefusedAndWordStillWorks() throws IOException {
        String text = RENDERING.text("行政处罚决定书", Models.aDecision().model());
        var refused = assertThrows(FontsMissing.class, () -> new Rendering(List.of(Path.of("/nonexistent"))).as(Format.PDF, text));
        assertTrue(refused.getMessage().contains("scripts/fonts"));
        assertTrue(word(text).contains("罚款3,000.00元（人民币叁仟元整）"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void theWordFileSaysWhatTheXhtmlSays(String title) throws IOException {
        String text = RENDERING.draft(title, Models.aDecision().model());
        assertEquals(letters(plain(text)), letters(word(text)));
    }

    private static String letters(String text) {
        return text.codePoints().filter(c -> !Character.isWhitespace(c) && c != '　').mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static String word(String xhtml) throws IOException {
        try (var word = new XWPFDocument(new ByteArrayInputStream(RENDERING.as(Format.DOCX, xhtml))); var extractor = new XWPFWordExtractor(word)) {
            return extractor.getText();
        }
    }

    private static String plain(String xhtml) {
        return org.mingfa.server.document.render.TestXhtml.body(xhtml);
    }
}
