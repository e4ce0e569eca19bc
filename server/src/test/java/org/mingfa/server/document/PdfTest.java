package org.mingfa.server.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mingfa.server.operation.Practice;

/** Needs Chinese fonts (scripts/fonts); skipped with a message where there are none. */
class PdfTest {
    private static final Rendering RENDERING = new Rendering(FontSettings.folders(System.getenv("MINGFA_FONTS")));

    @BeforeAll
    static void needsFonts() {
        try {
            RENDERING.as(Format.PDF, RENDERING.draft("卷内目录", new DocumentModel(java.util.Map.of())));
        } catch (FontsMissing e) {
            abort(e.getMessage());
        }
    }

    @Test
    void carriesItsTextAndEmbedsEveryFont() throws IOException {
        String text = RENDERING.text("行政处罚决定书", Models.aDecision().model());
        byte[] bytes = RENDERING.as(Format.PDF, text);
        keep("decision.pdf", bytes);
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            String read = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertTrue(read.contains("罚款3,000.00元（人民币叁仟元整）"), read);
            for (var page : pdf.getPages()) for (PDFont font : fonts(page.getResources())) assertTrue(font.isEmbedded(), font.getName());
        }
    }

    @Test
    void saysOnEveryPageOfAPracticeCityThatItDoesNotCount() throws IOException {
        var practice = new Rendering(FontSettings.folders(System.getenv("MINGFA_FONTS")), new Practice(true));
        for (String text : List.of(practice.text("行政处罚决定书", Models.aDecision().model()), practice.draft("行政处罚决定书", Models.aDecision().model()))) {
            byte[] bytes = practice.as(Format.PDF, text);
            keep("practice.pdf", bytes);
            try (PDDocument pdf = Loader.loadPDF(bytes)) {
                for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                    var stripper = new PDFTextStripper();
                    stripper.setStartPage(page);
                    stripper.setEndPage(page);
                    assertTrue(stripper.getText(pdf).replaceAll("\\s", "").contains("练习无效"), "page " + page);
                    for (PDFont font : fonts(pdf.getPage(page - 1).getResources())) assertTrue(font.isEmbedded(), font.getName());
                }
                assertTrue(new PDFTextStripper().getText(pdf).replaceAll("\\s", "").contains(Practice.SAID));
            }
        }
    }

    @Test
    void printsRareNamesFromTheNextFontOfTheChain() throws IOException {
        String text = RENDERING.text("行政处罚决定书", Models.aDecision().withParty("representative", "朱镕喆堃").model());
        try (PDDocument pdf = Loader.loadPDF(RENDERING.as(Format.PDF, text))) {
            assertTrue(new PDFTextStripper().getText(pdf).contains("朱镕喆堃"));
        }
    }

    @Test
    void refusesADocumentWithACharacterThatNoFontHas() {
        String text = RENDERING.text("行政处罚决定书", Models.aDecision().withParty("representative", "王\uD878\uDEFD").model());
        var refused = assertThrows(MissingGlyphs.class, () -> RENDERING.as(Format.PDF, text));
        assertEquals(List.of(0x2E2FD), refused.codePoints());
        assertTrue(refused.getMessage().contains("U+2E2FD"), refused.getMessage());
    }

    @Test
    void everyTemplatePrints() throws IOException {
        for (var template : RENDERING.templates()) {
            byte[] bytes = RENDERING.as(Format.PDF, RENDERING.draft(template.title(), Models.aDecision().model()));
            keep(template.file() + ".pdf", bytes);
            try (PDDocument pdf = Loader.loadPDF(bytes)) {
                assertTrue(pdf.getNumberOfPages() >= 1, template.title());
            }
        }
    }

    @Test
    void loadsNothingFromOutside() throws IOException {
        Path secret = Files.createTempFile("secret", ".css");
        Files.writeString(secret, "body{display:none}");
        String text = RENDERING.text("行政处罚决定书", Models.aDecision().model()).replace("</style>",
                "@import url('" + secret.toUri() + "'); h1{background:url('http://127.0.0.1:9/x')}</style>").replace("</body>", "<img src=\"" + secret.toUri() + "\"/></body>");
        try (PDDocument pdf = Loader.loadPDF(RENDERING.as(Format.PDF, text))) {
            assertTrue(new PDFTextStripper().getText(pdf).contains("行政处罚决定书"));
        } finally {
            Files.delete(secret);
        }
    }

    private static List<PDFont> fonts(org.apache.pdfbox.pdmodel.PDResources resources) throws IOException {
        var fonts = new java.util.ArrayList<PDFont>();
        for (var name : StreamSupport.stream(resources.getFontNames().spliterator(), false).toList()) fonts.add(resources.getFont(name));
        return fonts;
    }

    /** For looking at: MINGFA_KEEP=FOLDER in the environment. */
    private static void keep(String name, byte[] bytes) throws IOException {
        String folder = System.getenv("MINGFA_KEEP");
        if (folder != null) Files.write(Files.createDirectories(Path.of(folder)).resolve(name), bytes);
    }
}
